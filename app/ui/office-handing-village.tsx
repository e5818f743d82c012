import type { Channel } from '#app/ballot/ballot.ts'
import { slipsPerPage } from '#app/dossier/code-slips.ts'
import type { Outcome } from '#app/household/outcome.ts'
import { type SlotFilter, slotFilters } from '#app/household/slot-filter.ts'
import { formatDate } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox, SelectField } from './choice-field.tsx'
import { DataTable } from './data-table.tsx'
import { type Handed, SlotState } from './office-handing-out.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type Papers = {
  readonly name: string
  readonly hint: string
  readonly files: readonly { readonly href: string; readonly label: string }[]
}

const usePapers = (address: string): readonly Papers[] => {
  const t = useT()
  return [
    {
      name: t('office.handing.papers.slips'),
      hint: t('office.handing.papers.slipsHint'),
      files: slipsPerPage.map(count => ({
        href: `${address}/phieu-ma.pdf?moi-trang=${count}`,
        label: t('office.handing.papers.perPage', { count }),
      })),
    },
    {
      name: t('office.handing.papers.letters'),
      hint: t('office.handing.papers.lettersHint'),
      files: (['A5', 'A4'] as const).map(size => ({
        href: `${address}/thu-ngo.pdf?kho=${size}`,
        label: t('office.handing.papers.size', { size }),
      })),
    },
    {
      name: t('office.handing.papers.list'),
      hint: t('office.handing.papers.listHint'),
      files: (['pdf', 'xlsx'] as const).map(format => ({
        href: `${address}/danh-sach.${format}`,
        label: t(`office.handing.papers.${format}`),
      })),
    },
  ]
}

/** Everything that can be printed for a village. */
export const VillagePapers = ({ address }: { readonly address: string }) => {
  const t = useT()
  const papers = usePapers(address)
  return (
    <Panel title={t('office.handing.papers.title')}>
      <p className="soft">{t('office.handing.papers.lead')}</p>
      <ul className="rows">
        {papers.map(({ name, hint, files }) => (
          <li className="row" key={name}>
            <div className="row-main">
              <span className="row-name">{name}</span>
              <p className="soft">{hint}</p>
            </div>
            <span className="tasks">
              {files.map(({ href, label }) => (
                <a className="tap" key={href} href={href} download aria-label={`${name}: ${label}`}>
                  {label}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type IssueProps = Handed & { readonly error?: string | undefined }

/** Notes that everybody has a code; it cannot be taken back, so a box says so first. */
export const IssueVillage = ({ asked, issued, error }: IssueProps) => {
  const t = useT()
  return (
    <Panel title={t('office.handing.issue.title')}>
      {issued >= asked ? (
        <p>{t('office.handing.issue.all', { households: asked })}</p>
      ) : (
        <form method="post">
          <p>{t('office.handing.issue.lead', { issued, households: asked })}</p>
          <Checkbox name="confirm" value="yes" label={t('office.handing.issue.confirm')} error={error} />
          <SubmitButton>{t('office.handing.issue.submit')}</SubmitButton>
        </form>
      )}
    </Panel>
  )
}

/** What is looked for in a village's list. */
export type Asked = { readonly filter: SlotFilter; readonly typed: string }

/** The address of a page of the same search. */
export const slotsHref =
  (address: string, { filter, typed }: Asked) =>
  (page: number): string =>
    `${address}?${new URLSearchParams({ tim: typed, 'tinh-trang': filter, trang: String(page) })}#ho`

const useFilterName = () => {
  const t = useT()
  return (filter: SlotFilter): string =>
    filter === 'all' || filter === 'not-issued' || filter === 'waiting' || filter === 'answered'
      ? t(`office.handing.filter.${filter}`)
      : t(`term.outcome.${filter}`)
}

/** Looks for households by name or number and state; a GET, so that its address can be kept. */
export const SlotSearch = ({ address, filter, typed }: Asked & { readonly address: string }) => {
  const t = useT()
  const nameOf = useFilterName()
  return (
    <form method="get" action={`${address}#ho`} className="search">
      <TextField
        name="tim"
        label={t('office.handing.list.search')}
        hint={t('office.handing.list.searchHint')}
        value={typed}
        inputMode="search"
        maxLength={80}
      />
      <SelectField
        name="tinh-trang"
        label={t('office.handing.list.state')}
        value={filter}
        options={slotFilters.map(one => ({ value: one, label: nameOf(one) }))}
      />
      <SubmitButton kind="secondary">{t('office.handing.list.find')}</SubmitButton>
      {typed || filter !== 'all' ? (
        <LinkButton href={`${address}#ho`}>{t('office.handing.list.all')}</LinkButton>
      ) : null}
    </form>
  )
}

export type ListedSlot = {
  readonly slotId: string
  readonly number: string | null
  readonly name: string | null
  readonly issuedOn: string | null
  readonly channel: Channel | null
  readonly outcome: Outcome | null
}

/** A page of a village's households; each name leads to its slot, its state stands below where a phone shows it. */
export const SlotTable = ({
  campaignId,
  slots,
}: {
  readonly campaignId: string
  readonly slots: readonly ListedSlot[]
}) => {
  const t = useT()
  const { language } = useSite()
  return (
    <DataTable
      caption={t('office.handing.list.table')}
      captionHidden
      columns={[
        {
          header: t('office.handing.list.name'),
          cell: slot => (
            <>
              <a href={`/dot/${campaignId}/ho/${slot.slotId}`}>
                {slot.name ?? t('office.handing.list.unnamed')}
              </a>{' '}
              {slot.number === null ? null : (
                <span className="soft">{t('sheet.household', { number: slot.number })}</span>
              )}
              <span className="remark">
                <SlotState {...slot} />
              </span>
            </>
          ),
        },
        {
          header: t('office.handing.list.issuedOn'),
          cell: ({ issuedOn }) =>
            issuedOn ? formatDate(issuedOn, language) : t('office.handing.list.notIssued'),
        },
      ]}
      rows={slots}
      rowKey={({ slotId }) => slotId}
    />
  )
}
