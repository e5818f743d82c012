import { type RuleKey, type Rules, ruleKeys, type Status } from '#app/verdict/rules.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import type { IconName } from './icon.tsx'
import { ruleSource, ruleValue } from './results-words.ts'
import { useSite, useT } from './site.tsx'

const looks: { readonly [status in Status]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  confirmed: { tone: 'good', icon: 'yes' },
  unconfirmed: { tone: 'open', icon: 'open' },
  open: { tone: 'open', icon: 'open' },
}

/** Every value of a rule pack for one title: what it says, whether a document confirms it, and where it was read. */
export const RulesTable = ({ rules, caption }: { readonly rules: Rules; readonly caption: string }) => {
  const t = useT()
  const { language } = useSite()
  const speaker = { t, language }
  const status = (key: RuleKey) => (
    <Badge {...looks[rules[key].status]}>{t(`term.ruleStatus.${rules[key].status}`)}</Badge>
  )
  return (
    <DataTable
      caption={caption}
      columns={[
        { header: t('results.rule.name'), cell: key => t(`term.ruleKey.${key}`) },
        { header: t('results.rule.value'), cell: key => <b>{ruleValue(rules, key, speaker)}</b> },
        { header: t('results.rule.status'), cell: status },
        { header: t('results.rule.source'), cell: key => ruleSource(rules, key, speaker) },
      ]}
      rows={ruleKeys}
      rowKey={key => key}
    />
  )
}
