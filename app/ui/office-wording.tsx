import { placeholdersOf, samplePlace, saysPlaceholder, type WordedPaper } from '#app/dossier/paper-wording.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { SubmitButton } from './button.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { useSite, useT } from './site.tsx'
import { TextArea, TextField } from './text-field.tsx'

export type WordingRow = { readonly paper: WordedPaper; readonly version: number | null }

/** The end of a paper's address behind `/giay-to`. */
export const wordingSegments: { readonly [paper in WordedPaper]: string } = {
  plan: 'ke-hoach',
  minutes: 'bien-ban',
  'posting-notice': 'thong-bao',
  report: 'bao-cao',
  'verification-note': 'tham-tra',
}

/** Every paper with the words it is made with. */
export const WordingTable = ({ rows }: { readonly rows: readonly WordingRow[] }) => {
  const t = useT()
  const columns: readonly Column<WordingRow>[] = [
    { header: t('office.wording.paper'), cell: ({ paper }) => t(`office.papers.kind.${paper}`) },
    {
      header: t('office.wording.state'),
      cell: ({ version }) =>
        version === null ? t('office.wording.usual') : t('office.wording.own', { version: String(version) }),
    },
    {
      header: t('office.wording.edit'),
      cell: ({ paper }) => (
        <a
          className="tap"
          href={`/giay-to/${wordingSegments[paper]}`}
          aria-label={t('office.wording.editOf', { paper: t(`office.papers.kind.${paper}`) })}
        >
          {t('office.wording.edit')}
        </a>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('office.wording.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ paper }) => paper}
    />
  )
}

type Box = keyof typeof boxes

/** Lines of the boxes; one is a field of one line. */
const boxes = {
  letterhead: 4,
  symbol: 1,
  place: 1,
  opening: 4,
  closing: 3,
  recipients: 6,
  signer: 3,
  signedBy: 1,
} as const

type BoxProps = {
  readonly box: Box
  readonly usual: string
  readonly typed: string | undefined
  readonly errors: readonly FormError[]
}

const WordingBox = ({ box, usual, typed, errors }: BoxProps) => {
  const t = useT()
  const empty =
    usual === ''
      ? t('office.wording.emptyHand')
      : t('office.wording.empty', { usual: usual.replace(/\n/g, ' / ') })
  const field = {
    ...{ name: box, value: typed, error: errorOf(errors, box), optional: true },
    label: t(`office.wording.field.${box}`),
    hint: `${t(`office.wording.hint.${box}`)} ${empty}`,
  }
  return boxes[box] === 1 ? <TextField {...field} /> : <TextArea {...field} rows={boxes[box]} />
}

const Placeholders = ({ paper }: { readonly paper: WordedPaper }) => {
  const t = useT()
  return (
    <details>
      <summary>{t('office.wording.placeholders')}</summary>
      <p>{t('office.wording.placeholdersLead')}</p>
      <dl className="facts">
        {placeholdersOf(paper).map(name => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd lang="vi">{saysPlaceholder(name, samplePlace(paper))}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

export type WordingFormProps = {
  readonly paper: WordedPaper
  readonly fields: readonly Box[]
  readonly version: number
  /** What each box reads where it is left empty. */
  readonly usual: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** The words of one paper: a look first, or saved at once. */
export const WordingForm = ({ paper, fields, version, usual, typed, errors }: WordingFormProps) => {
  const t = useT()
  return (
    <form method="post" action="#can-sua">
      <input type="hidden" name="version" value={typed.version ?? version} />
      <Placeholders paper={paper} />
      {fields.map(box => (
        <WordingBox key={box} box={box} usual={usual[box] ?? ''} typed={typed[box]} errors={errors} />
      ))}
      <p className="actions">
        <SubmitButton name="intent" value="save">
          {t('office.wording.save')}
        </SubmitButton>
        <SubmitButton kind="secondary" name="intent" value="preview">
          {t('office.wording.preview')}
        </SubmitButton>
      </p>
    </form>
  )
}

type VersionRow = { readonly version: number; readonly enteredBy: string; readonly enteredAt: string }

/** Every version of a paper's words, the newest first. */
export const WordingVersions = ({ versions }: { readonly versions: readonly VersionRow[] }) => {
  const t = useT()
  const { language } = useSite()
  if (versions.length === 0) return null
  return (
    <DataTable
      caption={t('office.wording.versions')}
      columns={[
        { header: t('office.wording.version'), cell: ({ version }) => String(version) },
        { header: t('office.wording.by'), cell: ({ enteredBy }) => enteredBy },
        {
          header: t('office.wording.at'),
          cell: ({ enteredAt }) => formatDateTime(new Date(enteredAt), language),
        },
      ]}
      rows={versions}
      rowKey={({ version }) => String(version)}
    />
  )
}
