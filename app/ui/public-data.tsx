import { LinkButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { Notice } from './notice.tsx'
import { useT } from './site.tsx'

/** Why answers of a round are not told. */
export type WithheldReason = 'too-few-ballots' | 'in-joint'

/** Says in the place of the answers why they are not told. */
export const Withheld = ({
  reason,
  jointHref,
}: {
  readonly reason: WithheldReason
  readonly jointHref: string | null
}) => {
  const t = useT()
  return (
    <Notice title={t('openData.withheldTitle')}>
      <p>
        {t(`openData.withheld.${reason}`)}{' '}
        {jointHref ? <a href={jointHref}>{t('openData.jointLink')}</a> : null}
      </p>
    </Notice>
  )
}

/** The files of a round, and what they hold. */
export const OpenDataLinks = ({ page }: { readonly page: string }) => {
  const t = useT()
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">{t('openData.title')}</h2>
      <p>{t('openData.what')}</p>
      <p className="actions">
        <LinkButton href={`${page}/so-lieu.csv`} download>
          {t('openData.csv')}
        </LinkButton>
        <LinkButton href={`${page}/so-lieu.json`}>{t('openData.json')}</LinkButton>
      </p>
      <p className="soft">{t('openData.small')}</p>
    </section>
  )
}

export type TracesProps = {
  readonly version: number
  readonly fingerprint: string | null
  readonly roots: readonly { readonly name: string; readonly root: string | null }[]
}

/** What lets anybody check later that figures, ballots and receipts belong together. */
export const PublicTraces = ({ version, fingerprint, roots }: TracesProps) => {
  const t = useT()
  return (
    <section aria-labelledby="traces-title">
      <h2 id="traces-title">{t('openData.traces.title')}</h2>
      <p>{t('openData.traces.what')}</p>
      {fingerprint === null ? null : (
        <p>
          {t('openData.traces.fingerprint', { version })}
          <br />
          <code className="long">{fingerprint}</code>
        </p>
      )}
      <details>
        <summary>{t('openData.traces.rootsTitle')}</summary>
        <DataTable
          caption={t('openData.traces.rootsCaption')}
          columns={[
            { header: t('results.village.name'), cell: one => one.name },
            {
              header: t('openData.traces.root'),
              cell: one => (one.root === null ? '–' : <code className="long">{one.root}</code>),
            },
          ]}
          rows={roots}
          rowKey={one => one.name}
        />
      </details>
    </section>
  )
}
