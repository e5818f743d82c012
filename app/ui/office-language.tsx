import type { Content } from '#app/questionnaire/questionnaire.ts'
import type { Missing, SpokenLanguage } from '#app/questionnaire/spoken.ts'
import type { SheetProblem } from '#app/questionnaire/translation-sheet.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { DataTable } from './data-table.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FileField } from './file-field.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

/** What a language still lacks. */
export const MissingPanel = ({ missing }: { readonly missing: Missing }) => {
  const t = useT()
  const counts = [
    [missing.statements.length, 'office.languages.missingStatements'],
    [missing.meanings.length, 'office.languages.missingMeanings'],
    [missing.clips.length, 'office.languages.missingClips'],
  ] as const
  const lacking = counts.filter(([count]) => count > 0)
  if (lacking.length === 0) return <p>{t('office.languages.complete')}</p>
  return (
    <Panel title={t('office.languages.missing')}>
      <ul>
        {lacking.map(([count, key]) => (
          <li key={key}>{t(key, { count })}</li>
        ))}
      </ul>
      {missing.statements.length > 0 ? <p>{t('office.languages.fallback')}</p> : null}
    </Panel>
  )
}

type SheetProps = {
  readonly languageId: string
  readonly editable: boolean
  readonly problems: readonly SheetProblem[]
  readonly errors: readonly FormError[]
}

/** The sheet to download, and the form that takes it back. */
export const SheetPanel = ({ languageId, editable, problems, errors }: SheetProps) => {
  const t = useT()
  return (
    <Panel title={t('office.languages.sheet')}>
      {editable ? <p>{t('office.languages.sheetLead')}</p> : null}
      <p>
        <LinkButton href={`/ngon-ngu/${languageId}/ban-dich.xlsx`} download>
          {t('office.languages.download')}
        </LinkButton>
      </p>
      {problems.length > 0 ? <LineProblems problems={problems} /> : null}
      {editable ? (
        <form method="post" encType="multipart/form-data" action="#can-sua">
          <input type="hidden" name="viec" value="bang-dich" />
          <FileField
            name="file"
            label={t('office.languages.file')}
            hint={t('office.languages.fileHint')}
            accept=".xlsx"
            error={errorOf(errors, 'file')}
          />
          <SubmitButton>{t('office.languages.send')}</SubmitButton>
        </form>
      ) : null}
    </Panel>
  )
}

const LineProblems = ({ problems }: Pick<SheetProps, 'problems'>) => {
  const t = useT()
  return (
    <DataTable
      caption={t('office.languages.lines')}
      columns={[
        { header: t('office.languages.row'), cell: one => one.row, numeric: true },
        { header: t('office.languages.quote'), cell: one => one.quote },
        { header: t('office.languages.reason'), cell: one => t(`office.languages.problem.${one.problem}`) },
      ]}
      rows={problems}
      rowKey={one => String(one.row)}
    />
  )
}

type Numbered = { readonly content: Content; readonly number: number }

const numbered = (contents: readonly Content[]): readonly Numbered[] =>
  contents.map((content, at) => ({ content, number: at + 1 }))

type ContentsProps = {
  readonly contents: readonly Content[]
  readonly language: SpokenLanguage
  readonly translated: boolean
  readonly editable: boolean
}

const Translation = ({
  content,
  language,
}: {
  readonly content: Content
  readonly language: SpokenLanguage
}) => {
  const t = useT()
  const line = language.lines[content.key]
  if (!line) return <span className="hint">{t('office.languages.untranslated')}</span>
  return (
    <span lang={language.tag}>
      {line.statement}
      {line.meaning ? <span className="hint"> {line.meaning}</span> : null}
    </span>
  )
}

type ClipProps = Numbered & { readonly hash: string | undefined; readonly editable: boolean }

const Clip = ({ content, number, hash, editable }: ClipProps) => {
  const t = useT()
  if (!hash) return <span className="hint">{t('office.languages.noClip')}</span>
  return (
    <form method="post" className="clip">
      {/* biome-ignore lint/a11y/useMediaCaption: the question is written beside its recording */}
      <audio
        controls
        preload="none"
        src={`/am/${hash}`}
        aria-label={t('office.languages.clipOf', { number })}
      />
      {editable ? (
        <>
          <input type="hidden" name="viec" value="xoa-ban-thu" />
          <input type="hidden" name="content" value={content.key} />
          <button
            type="submit"
            className="btn btn-2"
            aria-label={t('office.languages.removeClipOf', { number })}
          >
            {t('office.languages.removeClip')}
          </button>
        </>
      ) : null}
    </form>
  )
}

/** Question by question: the Vietnamese text, what stands for it in the language, and its recording. */
export const ContentsPanel = ({ contents, language, translated, editable }: ContentsProps) => {
  const t = useT()
  return (
    <Panel title={t('office.languages.contents')}>
      <ol className="rows">
        {numbered(contents).map(one => (
          <li key={one.content.key} className="row">
            <div className="row-main">
              <p lang="vi">
                <b>{one.number}.</b> {one.content.statement.vi}
              </p>
              {translated ? (
                <p>
                  <Translation content={one.content} language={language} />
                </p>
              ) : null}
            </div>
            <Clip {...one} hash={language.clips[one.content.key]} editable={editable} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

type ClipFormProps = {
  readonly contents: readonly Content[]
  readonly typed: string | undefined
  readonly errors: readonly FormError[]
}

/** A recording for one question. */
export const ClipForm = ({ contents, typed, errors }: ClipFormProps) => {
  const t = useT()
  const { language } = useSite()
  const options = numbered(contents).map(({ content, number }) => ({
    value: content.key,
    label: `${number}. ${content.statement[language]}`,
  }))
  return (
    <Panel title={t('office.languages.clipTitle')}>
      <p>{t('office.languages.clipLead')}</p>
      <form method="post" encType="multipart/form-data" action="#can-sua">
        <input type="hidden" name="viec" value="ban-thu" />
        <SelectField
          name="content"
          label={t('office.languages.content')}
          options={options}
          value={typed}
          error={errorOf(errors, 'content')}
        />
        <FileField
          name="clip"
          label={t('office.languages.clipFile')}
          hint={t('office.languages.clipHint')}
          accept="audio/*,.mp3,.ogg,.opus,.webm"
          error={errorOf(errors, 'clip')}
        />
        <SubmitButton>{t('office.languages.sendClip')}</SubmitButton>
      </form>
    </Panel>
  )
}
