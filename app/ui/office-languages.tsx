import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { Missing } from '#app/questionnaire/spoken.ts'
import { SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { DataTable } from './data-table.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

export type LanguageLine = {
  readonly id: string
  readonly tag: string
  readonly name: string
  readonly areaName: string
  readonly questionnaireId: string
  readonly missing: Missing
  readonly contents: number
}

type Named = Pick<Questionnaire, 'id' | 'name'>

type ListProps = { readonly questionnaire: Named; readonly languages: readonly LanguageLine[] }

const isOwnText = (tag: string): boolean => tag === 'vi' || tag === 'en'

/** The languages of one questionnaire with how far each is. */
const LanguageTable = ({ questionnaire, languages }: ListProps) => {
  const t = useT()
  const { language } = useSite()
  const of = (done: number, all: number) => `${done}/${all}`
  return (
    <DataTable
      caption={t('office.languages.list', { name: questionnaire.name[language] })}
      columns={[
        {
          header: t('office.languages.language'),
          cell: row => (
            <a className="tap" href={`/ngon-ngu/${row.id}`}>
              <span lang={row.tag}>{row.name}</span> ({row.tag})
            </a>
          ),
        },
        { header: t('office.languages.keeper'), cell: row => row.areaName },
        {
          header: t('office.languages.statements'),
          cell: row =>
            isOwnText(row.tag) ? '–' : of(row.contents - row.missing.statements.length, row.contents),
          numeric: true,
        },
        {
          header: t('office.languages.clips'),
          cell: row => of(row.contents - row.missing.clips.length, row.contents),
          numeric: true,
        },
      ]}
      rows={languages}
      rowKey={row => row.id}
    />
  )
}

type DeskProps = {
  readonly questionnaires: readonly Named[]
  readonly languages: readonly LanguageLine[]
}

/** Every questionnaire that has further languages. */
export const LanguageLists = ({ questionnaires, languages }: DeskProps) => {
  const t = useT()
  if (languages.length === 0) return <p>{t('office.languages.none')}</p>
  return questionnaires.map(questionnaire => {
    const own = languages.filter(one => one.questionnaireId === questionnaire.id)
    return own.length === 0 ? null : (
      <LanguageTable key={questionnaire.id} questionnaire={questionnaire} languages={own} />
    )
  })
}

type FormProps = {
  readonly areaName: string
  readonly questionnaires: readonly Named[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** A new language: which questionnaire, its tag, its name. */
export const LanguageForm = ({ areaName, questionnaires, typed, errors }: FormProps) => {
  const t = useT()
  const { language } = useSite()
  return (
    <Panel title={t('office.languages.add')}>
      <p>{t('office.languages.addLead', { area: areaName })}</p>
      <form method="post" action="#can-sua">
        <SelectField
          name="questionnaireId"
          label={t('office.languages.questionnaire')}
          options={questionnaires.map(one => ({ value: one.id, label: one.name[language] }))}
          value={typed.questionnaireId}
          error={errorOf(errors, 'questionnaireId')}
        />
        <TextField
          name="tag"
          label={t('office.languages.tag')}
          hint={t('office.languages.tagHint')}
          width="short"
          autoCapitalize="off"
          maxLength={11}
          value={typed.tag}
          error={errorOf(errors, 'tag')}
        />
        <TextField
          name="name"
          label={t('office.languages.name')}
          hint={t('office.languages.nameHint')}
          width="medium"
          maxLength={60}
          value={typed.name}
          error={errorOf(errors, 'name')}
        />
        <SubmitButton>{t('office.languages.add')}</SubmitButton>
      </form>
    </Panel>
  )
}
