import { formatDate, formatInteger } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type Rules, thresholdKeys } from '#app/verdict/rules.ts'
import { DataTable } from './data-table.tsx'
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

/** A warning where today lies before the planned first day; days are `yyyy-mm-dd`. */
export const OpeningEarly = ({ startsOn, today }: { readonly startsOn: string; readonly today: string }) => {
  const t = useT()
  const { language } = useSite()
  if (today >= startsOn) return null
  const days = { today: formatDate(today, language), startsOn: formatDate(startsOn, language) }
  return (
    <Notice kind="warning">
      <p>{t('office.opening.early', days)}</p>
    </Notice>
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

type DrawnVillage = VillageHouseholds & { readonly drawn: number }

/** The villages of a sample: how many households each has, and how many of these were drawn and get a code. */
export const DrawnVillages = ({ villages }: { readonly villages: readonly DrawnVillage[] }) => {
  const t = useT()
  const { language } = useSite()
  const sum = (key: 'households' | 'drawn') => villages.reduce((all, village) => all + village[key], 0)
  const number = (header: string, key: 'households' | 'drawn') => ({
    header,
    cell: (row: DrawnVillage) => formatInteger(row[key], language),
    numeric: true,
  })
  const name = t('office.overview.whole')
  return (
    <Panel title={t('office.opening.villages')}>
      <Notice>
        <p>{t('office.sample.opening', { drawn: sum('drawn') })}</p>
      </Notice>
      <DataTable
        caption={t('office.sample.openingTable')}
        columns={[
          { header: t('office.overview.village'), cell: row => row.name },
          number(t('office.overview.households'), 'households'),
          number(t('office.handing.drawn'), 'drawn'),
        ]}
        rows={villages}
        rowKey={row => row.villageId}
        total={{ villageId: '', name, households: sum('households'), drawn: sum('drawn') }}
      />
    </Panel>
  )
}
