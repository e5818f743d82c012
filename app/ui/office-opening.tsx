import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type Rules, thresholdKeys } from '#app/verdict/rules.ts'
import { Notice } from './notice.tsx'
import { HouseholdsTable, type VillageHouseholds } from './office-draft.tsx'
import { Panel } from './panel.tsx'
import { contentName } from './results-words.ts'
import { RulesTable } from './rules-table.tsx'
import { useSite, useT } from './site.tsx'

/** The questions that every household will be asked. */
export const FrozenQuestions = ({ questionnaire }: { readonly questionnaire: Questionnaire }) => {
  const t = useT()
  const { language } = useSite()
  const { contents, official } = questionnaire
  return (
    <Panel title={t('office.opening.questions')}>
      <p>
        {t('office.opening.questionsLine', { name: questionnaire.name[language], count: contents.length })}{' '}
        {official ? '' : t('office.opening.suggested')}
      </p>
      <details>
        <summary>{t('office.opening.show')}</summary>
        <ul className="plain">
          {contents.map((content, index) => (
            <li key={content.key}>{contentName(content, index, { t, language })}</li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}

/** The rules with their sources; which thresholds no document confirms, and what that will mean. */
export const FrozenRules = ({ rules }: { readonly rules: Rules }) => {
  const t = useT()
  const open = thresholdKeys.filter(key => rules[key].status !== 'confirmed')
  const keys = open.map(key => t(`term.ruleKey.${key}`)).join('; ')
  return (
    <Panel title={t('office.opening.rules')}>
      {open.length === 0 ? (
        <p>{t('office.opening.basis')}</p>
      ) : (
        <Notice kind="warning">
          <p>
            <b>{t('office.opening.noBasis', { keys })}</b>
          </p>
          <p>{t('office.opening.noBasisMeans')}</p>
        </Notice>
      )}
      <RulesTable
        rules={rules}
        caption={t('results.verdict.rules', { pack: rules.packName, title: t(`term.title.${rules.title}`) })}
      />
    </Panel>
  )
}

/** The villages that will be asked, with the household counts that every coverage is measured by. */
export const FrozenVillages = ({ villages }: { readonly villages: readonly VillageHouseholds[] }) => {
  const t = useT()
  const empty = villages.filter(village => village.households === 0)
  const names = empty.map(village => village.name).join(', ')
  return (
    <Panel title={t('office.opening.villages')}>
      {empty.length > 0 ? (
        <Notice kind="warning">
          <p>{t('office.opening.leftOut', { names })}</p>
        </Notice>
      ) : null}
      <HouseholdsTable
        villages={villages.filter(village => village.households > 0)}
        caption={t('office.overview.draft.table')}
      />
    </Panel>
  )
}
