import { showSlotCode } from '#app/household/household.ts'
import { formatDate } from '#app/i18n/format.ts'
import { CodeBox } from './code-box.tsx'
import { communeInText } from './commune-name.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Icon } from './icon.tsx'
import type { AskedIn } from './resident-ballot.tsx'
import { useSite, useT } from './site.tsx'

/** The receipt (mã biên nhận), large enough to copy from a phone held by somebody else. */
const Receipt = ({ receipt }: { readonly receipt: string }) => {
  const t = useT()
  return (
    <section className="box success">
      <h2>{t('resident.receipt')}</h2>
      <p className="code">{receipt}</p>
      <p>{t('resident.keepReceipt')}</p>
    </section>
  )
}

const ResultsLink = () => (
  <p>
    <a className="tap" href="/ket-qua">
      {useT()('resident.results')}
    </a>
  </p>
)

const WhatNext = ({ campaign }: { readonly campaign: AskedIn }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <>
      <h2>{t('resident.next')}</h2>
      <p>{t('resident.nextText', { date: formatDate(campaign.endsOn, language) })}</p>
      <ResultsLink />
      <p>{t('resident.leave')}</p>
    </>
  )
}

type SentProps = { readonly campaign: AskedIn; readonly receipt: string }

/** Right after sending: recorded, under this receipt. Nothing of the answers is shown. */
export const Received = ({ campaign, receipt }: SentProps) => {
  const t = useT()
  return (
    <>
      <h1>
        <Icon name="yes" />
        {t('resident.received')}
      </h1>
      <p className="lead">{t('resident.receivedLead')}</p>
      <Receipt receipt={receipt} />
      <WhatNext campaign={campaign} />
    </>
  )
}

type AnsweredProps = SentProps & {
  /** By a paper sheet in a batch: none can take its place, since nobody knows which one it is. */
  readonly byBatch?: boolean
}

/** The household has answered, by whatever means: its receipt, and the way to answer again until closing. */
export const Answered = ({ campaign, receipt, byBatch = false }: AnsweredProps) => {
  const t = useT()
  return (
    <>
      <h1>{t('resident.answered')}</h1>
      <p className="lead">{t('resident.answeredLead')}</p>
      <Receipt receipt={receipt} />
      {byBatch ? (
        <p>{t('resident.byBatch')}</p>
      ) : (
        <p>
          {t('resident.againHow')}{' '}
          <a className="tap" href="?lai=1">
            {t('resident.again')}
          </a>
        </p>
      )}
      <h2>{t('resident.notUs')}</h2>
      <p>{t('resident.notUsText')}</p>
      <WhatNext campaign={campaign} />
    </>
  )
}

type ClosedProps = {
  readonly campaign: AskedIn
  /** Address of the round's results. */
  readonly results: string
  /** A ballot was on its way when the box was closed. */
  readonly lost: boolean
}

/** No more ballots are taken. */
export const Closed = ({ campaign, results, lost }: ClosedProps) => {
  const t = useT()
  const { language } = useSite()
  return (
    <>
      <h1>{t('resident.closed')}</h1>
      <p>{campaign.name}</p>
      <p className="lead">
        {t('resident.closedLead')} {lost ? t('resident.closedLost') : t('resident.closedKept')}
      </p>
      <p>
        <a className="tap" href={results}>
          {t('resident.closedResults', { commune: communeInText(campaign.communeName, language) })}
        </a>
      </p>
    </>
  )
}

/** The round was cancelled: no ballot is taken, and those that were are gone. */
export const Cancelled = ({ campaign, lost }: Omit<ClosedProps, 'results'>) => {
  const t = useT()
  const { language } = useSite()
  return (
    <>
      <h1>{t('resident.cancelled')}</h1>
      <p>{campaign.name}</p>
      <p className="lead">
        {lost ? t('resident.closedLost') : null} {t('resident.cancelledLead')}
      </p>
      <p>{t('resident.cancelledNext', { commune: communeInText(campaign.communeName, language) })}</p>
    </>
  )
}

/** The village's paper ballots have been counted by hand: no single ballot is taken any more. */
export const CountedByHand = ({ campaign, lost }: Omit<ClosedProps, 'results'>) => {
  const t = useT()
  return (
    <>
      <h1>{t('resident.byHand')}</h1>
      <p>{campaign.name}</p>
      <p className="lead">
        {t('resident.byHandLead')} {lost ? t('resident.closedLost') : null}
      </p>
      <p>{t('resident.byHandAsk')}</p>
    </>
  )
}

/** The household answered before the round was reopened: its ballot counts, and nothing of it can be reached any more. */
export const AnsweredBefore = ({ campaign }: { readonly campaign: AskedIn }) => {
  const t = useT()
  return (
    <>
      <h1>{t('resident.answered')}</h1>
      <p className="lead">{t('resident.beforeLead')}</p>
      <p>{t('resident.beforeReceipt')}</p>
      <h2>{t('resident.notUs')}</h2>
      <p>{t('resident.notUsText')}</p>
      <WhatNext campaign={campaign} />
    </>
  )
}

type WrongCodeProps = { readonly typed: string; readonly fault: 'mistyped' | 'unknown' | 'replaced' }

/** A code that opens nothing, in the box where it can be mended. */
export const WrongCode = ({ typed, fault }: WrongCodeProps) => {
  const t = useT()
  const error = t(`resident.${fault}`)
  return (
    <>
      <ErrorSummary errors={[{ field: 'ma', message: error }]} />
      <h1>{t('resident.wrongTitle')}</h1>
      <CodeBox value={showSlotCode(typed)} error={error} />
    </>
  )
}
