import type { CommentAbout, VerificationState } from '#app/dossier/verification.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { T } from '#app/i18n/translate.ts'
import { Badge } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import { Notice } from './notice.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

/** Days come as dates over the wire. */
type At = Date | string

export type Places = {
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  readonly contents: readonly { readonly key: string; readonly statement: string }[]
}

const dayOf = (at: At): string => new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

/** A village and a content in words; nothing where neither is named. */
export const placeWords = (
  t: T,
  { villages, contents }: Places,
  at: { readonly villageId: string | null; readonly content: string | null },
): readonly string[] => {
  const village = villages.find(one => one.villageId === at.villageId)
  const number = contents.findIndex(one => one.key === at.content) + 1
  return [
    ...(village ? [village.name] : []),
    ...(number > 0 ? [t('office.verification.contentNumber', { number })] : []),
  ]
}

/** What a comment is about, in words. */
export const aboutText = (t: T, places: Places, about: CommentAbout): string => {
  if (about.kind === 'general') return t('office.verification.about.general')
  if (about.kind === 'paper') return t(`office.verification.about.paper.${about.paper}`)
  const figure = t(`office.verification.about.figure.${about.measure}`)
  return [figure, ...placeWords(t, places, about)].join(', ')
}

export type ShownReturn = {
  readonly id: string
  readonly summary: string
  readonly deadline: string
  readonly returnedAt: At
  readonly answer: string | null
  readonly reasons: readonly {
    readonly villageId: string | null
    readonly content: string | null
    readonly reason: string
  }[]
}

/** Every time the dossier was sent back, the last one first. */
export const Returns = ({
  returns,
  places,
}: {
  readonly returns: readonly ShownReturn[]
  readonly places: Places
}) => {
  const t = useT()
  const { language } = useSite()
  if (returns.length === 0) return null
  return (
    <Panel title={t('office.verification.returns')} anchor="returns-title">
      {returns.map(({ id, summary, deadline, returnedAt, answer, reasons }) => (
        <div key={id}>
          <p>
            <b>
              {t('office.verification.returnOf', {
                date: formatDate(dayOf(returnedAt), language),
                deadline: formatDate(deadline, language),
              })}
            </b>
          </p>
          <p>{summary}</p>
          {reasons.length > 0 ? (
            <ul>
              {reasons.map(one => (
                <li key={`${one.villageId} ${one.content} ${one.reason}`}>
                  {[placeWords(t, places, one).join(', '), one.reason].filter(Boolean).join(': ')}
                </li>
              ))}
            </ul>
          ) : null}
          {answer ? (
            <p>
              <b>{t('office.verification.returnAnswer')}:</b> {answer}
            </p>
          ) : null}
        </div>
      ))}
    </Panel>
  )
}

export type ShownNote = {
  readonly version: number
  readonly sha256: string
  readonly supersededBy: number | null
  readonly signatures: readonly { readonly accountId: string; readonly name: string; readonly signedAt: At }[]
}

/** The notes of a campaign; one that a later version took the place of says so first. */
export const Notes = ({
  id,
  notes,
  state,
}: {
  readonly id: string
  readonly notes: readonly ShownNote[]
  readonly state: VerificationState | null
}) => {
  const t = useT()
  const { language } = useSite()
  if (notes.length === 0) return null
  return (
    <Panel title={t('office.verification.note')}>
      {notes.map(({ version, sha256, supersededBy, signatures }) => (
        <div key={version}>
          {supersededBy === null ? null : (
            <Notice kind="warning">
              <p>{t('office.verification.superseded', { version, next: supersededBy })}</p>
            </Notice>
          )}
          {supersededBy === null && state === 'accepted' ? (
            <p>
              {t(
                signatures.length === 0
                  ? 'office.verification.waitingFirst'
                  : 'office.verification.waitingSecond',
              )}
            </p>
          ) : null}
          <ul>
            {signatures.map(({ accountId, name, signedAt }) => (
              <li key={accountId}>
                {t('office.verification.signedBy', { name, date: formatDate(dayOf(signedAt), language) })}
              </li>
            ))}
          </ul>
          <p>
            <a className="tap" href={`/tham-tra/${id}/van-ban.docx?ban=${version}`} download>
              {t('office.verification.noteDownload', { version })}
            </a>{' '}
            <a className="tap" href={`/tham-tra/${id}/van-ban.pdf?ban=${version}`} download>
              {t('office.verification.notePdf', { version })}
            </a>
          </p>
          <p className="hint">{t('office.verification.noteHash', { hash: sha256.slice(0, 16) })}</p>
        </div>
      ))}
    </Panel>
  )
}

export type ShownRecount = {
  readonly from: number
  readonly to: number
  readonly reason: string
  readonly changes: readonly {
    readonly villageId: string
    readonly village: string
    readonly content: number | null
    readonly measure:
      | 'households'
      | 'issued'
      | 'collected'
      | 'invalid'
      | 'satisfied'
      | 'dissatisfied'
      | 'blank'
    readonly before: number
    readonly after: number
  }[]
}

/** Exactly which counts changed since the version before, and why it was counted again. */
export const RecountTable = ({ recount }: { readonly recount: ShownRecount }) => {
  const t = useT()
  const { from, to, reason, changes } = recount
  const what = ({ content, measure }: ShownRecount['changes'][number]): string =>
    content === null
      ? t(`office.verification.measure.${measure}`)
      : `${t('office.verification.contentNumber', { number: content + 1 })}: ${t(`office.verification.measure.${measure}`)}`
  return (
    <Panel title={t('office.verification.recount')}>
      <p>{t('office.verification.recountLead', { from, to, reason })}</p>
      {changes.length === 0 ? (
        <p>{t('office.verification.recountNone')}</p>
      ) : (
        <DataTable
          caption={t('office.verification.recount')}
          captionHidden
          columns={[
            { header: t('office.verification.changeVillage'), cell: row => row.village },
            { header: t('office.verification.changeWhat'), cell: what },
            {
              header: t('office.verification.versionOf', { version: from }),
              cell: row => row.before,
              numeric: true,
            },
            {
              header: t('office.verification.versionOf', { version: to }),
              cell: row => row.after,
              numeric: true,
            },
          ]}
          rows={changes}
          rowKey={row => `${row.villageId} ${row.content} ${row.measure}`}
        />
      )}
    </Panel>
  )
}

/** How a dossier stands, in a word. */
export const StandingBadge = ({ standing }: { readonly standing: VerificationState | 'redoing' }) => {
  const t = useT()
  const tone = standing === 'signed' ? 'good' : standing === 'returned' ? 'bad' : 'open'
  return <Badge tone={tone}>{t(`office.verification.standings.${standing}`)}</Badge>
}
