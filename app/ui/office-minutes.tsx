import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { villageInText } from './commune-name.ts'
import { type Column, DataTable } from './data-table.tsx'
import { useSite, useT } from './site.tsx'

export type MinutesVillage = {
  readonly villageId: string
  readonly name: string
  readonly collected: number
  readonly valid: number
  readonly invalid: number
  readonly signedOn: string | null
}

/** The minutes of a village: to look at, as Word, as PDF; a screen reader hears whose they are. */
const MinutesLinks = ({ base, village }: { readonly base: string; readonly village: string }) => {
  const t = useT()
  const paper = `${t('office.papers.kind.minutes')}, ${village}`
  return (
    <>
      <a className="tap" href={base} aria-label={t('office.papers.viewOf', { paper })}>
        {t('office.papers.view')}
      </a>
      {' · '}
      <a
        className="tap"
        href={`${base}.docx`}
        download
        aria-label={t('office.minutes.downloadOf', { village })}
      >
        {t('office.minutes.download')}
      </a>
      {' · '}
      <a className="tap" href={`${base}.pdf`} download aria-label={t('office.papers.pdfOf', { paper })}>
        {t('office.papers.pdf')}
      </a>
    </>
  )
}

/** Whether the minutes are recorded as signed, with the way to where that is recorded. */
const Signing = ({ base, village }: { readonly base: string; readonly village: MinutesVillage }) => {
  const t = useT()
  const { language } = useSite()
  const { signedOn, name } = village
  const said =
    signedOn === null
      ? t('office.minutes.unsigned')
      : t('office.minutes.signedOn', { day: formatDate(signedOn, language) })
  const label = t('office.minutes.sign.linkOf', { village: villageInText(name, language) })
  return (
    <a className="tap" href={`${base}/ky`} aria-label={`${said}. ${label}`}>
      {said}
    </a>
  )
}

const useColumns = (campaignId: string): readonly Column<MinutesVillage>[] => {
  const t = useT()
  const { language } = useSite()
  const write = (count: number) => formatInteger(count, language)
  return [
    {
      header: t('office.minutes.village'),
      cell: village => (
        <>
          {village.name}
          <span className="remark">
            <Signing
              base={`/dot/${campaignId}/bien-ban/${encodeURIComponent(village.villageId)}`}
              village={village}
            />
          </span>
        </>
      ),
    },
    {
      header: t('office.minutes.file'),
      cell: village => (
        <MinutesLinks
          base={`/dot/${campaignId}/bien-ban/${encodeURIComponent(village.villageId)}`}
          village={villageInText(village.name, language)}
        />
      ),
    },
    { header: t('office.minutes.collected'), numeric: true, cell: village => write(village.collected) },
    { header: t('office.minutes.valid'), numeric: true, cell: village => write(village.valid) },
    { header: t('office.minutes.invalid'), numeric: true, cell: village => write(village.invalid) },
  ]
}

type TableProps = { readonly campaignId: string; readonly villages: readonly MinutesVillage[] }

/** The villages of a closed round, each with its minutes. */
export const MinutesTable = ({ campaignId, villages }: TableProps) => (
  <DataTable
    caption={useT()('office.minutes.title')}
    captionHidden
    columns={useColumns(campaignId)}
    rows={villages}
    rowKey={village => village.villageId}
  />
)
