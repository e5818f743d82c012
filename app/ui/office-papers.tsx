import { LinkButton } from './button.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { useT } from './site.tsx'

/** The papers of a round as its pages name them. */
export const paperSegments = {
  plan: 'ke-hoach',
  tally: 'bieu-tong-hop',
  'posting-notice': 'thong-bao',
  report: 'bao-cao',
} as const

type OnePaper = keyof typeof paperSegments

export type PaperRow = {
  readonly paper: OnePaper | 'minutes'
  readonly waitsFor: 'closing' | 'posting' | 'joint' | null
}

/** Where the files of a paper lie, behind `/dot/:id`. */
const fileBase: { readonly [paper in OnePaper]: string } = {
  plan: '/ke-hoach',
  tally: '/bieu-tong-hop',
  'posting-notice': '/niem-yet/thong-bao',
  report: '/bao-cao',
}

type FileLinksProps = {
  /** The address without its ending. */
  readonly base: string
  readonly office: 'docx' | 'xlsx'
}

/** Word or Excel, and PDF, as buttons. */
export const FileLinks = ({ base, office }: FileLinksProps) => {
  const t = useT()
  return (
    <>
      <LinkButton href={`${base}.${office}`} download>
        {t(office === 'docx' ? 'office.papers.word' : 'office.papers.excel')}
      </LinkButton>
      <LinkButton href={`${base}.pdf`} download>
        {t('office.papers.pdf')}
      </LinkButton>
    </>
  )
}

/** The files of one paper of a round, as buttons. */
export const PaperFileLinks = ({
  campaignId,
  paper,
}: {
  readonly campaignId: string
  readonly paper: OnePaper
}) => <FileLinks base={`/dot/${campaignId}${fileBase[paper]}`} office={paper === 'tally' ? 'xlsx' : 'docx'} />

const Files = ({ campaignId, paper }: { readonly campaignId: string; readonly paper: OnePaper }) => {
  const t = useT()
  const base = `/dot/${campaignId}${fileBase[paper]}`
  const name = { paper: t(`office.papers.kind.${paper}`) }
  const office = paper === 'tally' ? ('excel' as const) : ('word' as const)
  return (
    <span className="files">
      <a
        className="tap"
        href={`${base}.${office === 'excel' ? 'xlsx' : 'docx'}`}
        download
        aria-label={t(`office.papers.${office}Of`, name)}
      >
        {t(`office.papers.${office}`)}
      </a>
      <a className="tap" href={`${base}.pdf`} download aria-label={t('office.papers.pdfOf', name)}>
        {t('office.papers.pdf')}
      </a>
    </span>
  )
}

const useColumns = (campaignId: string): readonly Column<PaperRow>[] => {
  const t = useT()
  const view = ({ paper, waitsFor }: PaperRow) => {
    if (waitsFor) return t(`office.papers.waits.${waitsFor}`)
    const href = paper === 'minutes' ? '/bien-ban' : `/giay-to/${paperSegments[paper]}`
    const name = t(`office.papers.kind.${paper}`)
    return (
      <a
        className="tap"
        href={`/dot/${campaignId}${href}`}
        aria-label={t('office.papers.viewOf', { paper: name })}
      >
        {t('office.papers.view')}
      </a>
    )
  }
  const files = ({ paper, waitsFor }: PaperRow) => {
    if (waitsFor) return '–'
    return paper === 'minutes' ? (
      t('office.papers.perVillage')
    ) : (
      <Files campaignId={campaignId} paper={paper} />
    )
  }
  return [
    { header: t('office.papers.paper'), cell: ({ paper }) => t(`office.papers.kind.${paper}`) },
    { header: t('office.papers.view'), cell: view },
    { header: t('office.papers.files'), cell: files },
  ]
}

/** Every paper of a round: to look at, to download, or what it waits for. */
export const PapersTable = ({
  campaignId,
  rows,
}: {
  readonly campaignId: string
  readonly rows: readonly PaperRow[]
}) => (
  <DataTable
    caption={useT()('office.papers.title')}
    captionHidden
    columns={useColumns(campaignId)}
    rows={rows}
    rowKey={row => row.paper}
  />
)
