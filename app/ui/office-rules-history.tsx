import { formatDateTime } from '#app/i18n/format.ts'
import { type Rules, ruleKeys } from '#app/verdict/rules.ts'
import { Panel } from './panel.tsx'
import { ruleSource, ruleValue } from './results-words.ts'
import { useSite, useT } from './site.tsx'

/** One version; who entered it and when are null for the one that came with the software. */
export type RulesVersion = {
  readonly rules: Rules
  readonly enteredBy: string | null
  readonly enteredAt: Date | null
}

const useWords = () => {
  const t = useT()
  const { language } = useSite()
  const speaker = { t, language }
  return {
    entry: ({ enteredBy, enteredAt }: RulesVersion): string =>
      enteredBy && enteredAt
        ? t('office.rules.entered', { name: enteredBy, time: formatDateTime(enteredAt, language) })
        : t('office.rules.shipped'),
    changes: (rules: Rules, before: Rules | undefined): readonly string[] =>
      ruleKeys
        .filter(key => before && JSON.stringify(rules[key]) !== JSON.stringify(before[key]))
        .map(key =>
          t('office.rules.changed', {
            key: t(`term.ruleKey.${key}`),
            value: ruleValue(rules, key, speaker),
            source: ruleSource(rules, key, speaker),
          }),
        ),
  }
}

/** Every version, newest first, with what it changed. */
export const RulesVersions = ({ versions }: { readonly versions: readonly RulesVersion[] }) => {
  const t = useT()
  const words = useWords()
  return (
    <Panel title={t('office.rules.history')}>
      <ul className="rows">
        {versions.map((version, index) => (
          <li className="row" key={version.rules.version}>
            <span className="row-main">
              <span className="row-name">
                {t('office.rules.version')} {version.rules.version}
              </span>{' '}
              <span className="soft">{words.entry(version)}</span>
              {words.changes(version.rules, versions[index + 1]?.rules).map(change => (
                <span className="remark" key={change}>
                  {change}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
