import type { OpenAnswers, OpenRow } from '#app/dossier/open-data.ts'
import { formatInteger } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type Percent, printPercent, type Rate } from '#app/tally/rate.ts'
import { SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { RateBars } from './rate-bars.tsx'
import { contentName, contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

/** Rows told by themselves or as a group, with their answers to one content. */
type Told = OpenRow & { readonly answer: OpenAnswers }

const told = (rows: readonly OpenRow[], content: string): readonly Told[] =>
  rows.flatMap(row => {
    const answer = row.answers?.find(one => one.content === content)
    return answer ? [{ ...row, answer }] : []
  })

const rateOf = ({ answer }: Told, part: 'satisfied' | 'dissatisfied'): Rate => ({
  part: answer[part],
  whole: answer.base,
})

const useName = () => {
  const t = useT()
  return ({ kind, name }: OpenRow): string => {
    if (kind === 'group') return t('openData.units.group', { names: name })
    return kind === 'total' ? t('openData.units.total') : name
  }
}

type UnitsProps = {
  readonly rows: readonly OpenRow[]
  /** Key of the content shown. */
  readonly content: string
  readonly questionnaire: Questionnaire
  readonly threshold: Percent | null
  readonly unit: 'village' | 'commune'
}

const useColumns = (unit: UnitsProps['unit']): readonly Column<Told>[] => {
  const t = useT()
  const { language } = useSite()
  const nameOf = useName()
  const count = (header: string, of: (row: Told) => number): Column<Told> => ({
    header,
    cell: row => formatInteger(of(row), language),
    numeric: true,
  })
  const percent = (header: string, part: 'satisfied' | 'dissatisfied'): Column<Told> => ({
    header,
    cell: row => printPercent(rateOf(row, part), language),
    numeric: true,
  })
  return [
    { header: t(`openData.units.${unit}`), cell: nameOf },
    count(t('results.contents.valid'), row => row.valid),
    count(t('results.contents.satisfied'), row => row.answer.satisfied),
    percent(t('results.contents.satisfiedRate'), 'satisfied'),
    count(t('results.contents.dissatisfied'), row => row.answer.dissatisfied),
    percent(t('results.contents.dissatisfiedRate'), 'dissatisfied'),
    count(t('results.contents.blank'), row => row.answer.blank),
  ]
}

/** One content over the units of a round, as picture and table; small units stand together. */
export const UnitsOfContent = ({ rows, content, questionnaire, threshold, unit }: UnitsProps) => {
  const t = useT()
  const { language } = useSite()
  const nameOf = useName()
  const columns = useColumns(unit)
  const shown = told(rows, content)
  const total = shown.find(({ kind }) => kind === 'total')
  const parts = shown.filter(({ kind }) => kind !== 'total')
  const name = contentNames(questionnaire, { t, language }).get(content) ?? content
  return (
    <>
      <RateBars
        caption={name}
        threshold={threshold}
        lines={parts.map(row => ({
          key: `${row.kind} ${row.name}`,
          label: nameOf(row),
          satisfied: rateOf(row, 'satisfied'),
          dissatisfied: rateOf(row, 'dissatisfied'),
        }))}
      />
      <DataTable
        caption={name}
        columns={columns}
        rows={parts}
        rowKey={row => `${row.kind} ${row.name}`}
        {...(total ? { total } : {})}
      />
    </>
  )
}

type ChoiceProps = { readonly questionnaire: Questionnaire; readonly content: string }

/** Which content is shown; the choice stands in the address. */
export const ContentChoice = ({ questionnaire, content }: ChoiceProps) => {
  const t = useT()
  const { language } = useSite()
  return (
    <form method="get" className="search screen-only">
      <SelectField
        name="noi-dung"
        label={t('openData.units.content')}
        value={content}
        options={questionnaire.contents.map((one, at) => ({
          value: one.key,
          label: contentName(one, at, { t, language }),
        }))}
      />
      <SubmitButton kind="secondary">{t('openData.units.show')}</SubmitButton>
    </form>
  )
}
