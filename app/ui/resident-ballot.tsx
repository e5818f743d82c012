import type { BallotFault } from '#app/ballot/ballot-form.ts'
import type { Campaign } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { SpokenLanguage } from '#app/questionnaire/spoken.ts'
import { type BallotDraft, BallotFields } from './ballot.tsx'
import { ballotErrors } from './ballot-errors.ts'
import { SubmitButton } from './button.tsx'
import { communeInText } from './commune-name.ts'
import { ErrorSummary, summaryId } from './error-summary.tsx'
import { LanguageChoice, type SpokenChoice, useShown } from './resident-languages.tsx'
import { BallotWaiting, DraftKept } from './resident-phone.tsx'
import { useSite, useT } from './site.tsx'

/** What a household is told of the round it answers in. */
export type AskedIn = Pick<Campaign, 'name' | 'communeName' | 'endsOn'>

/** Who asks, why, what is kept and what never is: three lines, before anything is answered. */
const BeforeAnswering = ({ campaign }: { readonly campaign: AskedIn }) => {
  const t = useT()
  const { language } = useSite()
  const front = t('resident.front', { commune: communeInText(campaign.communeName, language) })
  return (
    <section className="notice" aria-label={t('resident.before')}>
      <p>
        <b>{t('resident.who')}</b> {front}.
      </p>
      <p>
        <b>{t('resident.why')}</b> {t('resident.whyText')}
      </p>
      <p>
        <b>{t('resident.kept')}</b> {t('resident.keptText')}
      </p>
    </section>
  )
}

type Spoken = { readonly offered: SpokenChoice['offered']; readonly chosen: SpokenLanguage | null }

const interfaceOnly: Spoken = { offered: [], chosen: null }

type ResidentBallotProps = {
  readonly campaign: AskedIn
  readonly questionnaire: Questionnaire
  /** Further languages to choose from, and the texts and recordings of the one chosen. */
  readonly spoken?: Spoken
  /** The household has answered and answers again: this ballot takes the earlier one's place. */
  readonly again?: boolean
  /** What was typed and what is to be mended, when the ballot came back. */
  readonly mending?: { readonly draft: BallotDraft; readonly faults: readonly BallotFault[] } | undefined
}

/**
 * A household's ballot. The same markup for every household of a campaign: the form posts to the address it was opened
 * at, and nothing in the page repeats the code.
 */
export const ResidentBallot = (props: ResidentBallotProps) => {
  const { campaign, questionnaire, spoken = interfaceOnly, again = false, mending } = props
  const t = useT()
  const { language } = useSite()
  const shown = useShown(spoken.chosen)
  const errors = mending ? ballotErrors(mending.faults, questionnaire, t) : []
  const days = {
    to: formatDate(campaign.endsOn, language),
    count: questionnaire.contents.length,
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 lang="vi">{campaign.name}</h1>
      <LanguageChoice offered={spoken.offered} shown={shown} keep={again ? 'lai=1' : undefined} />
      <p>{t('resident.days', days)}</p>
      {again ? <p className="notice">{t('resident.againLead')}</p> : null}
      {mending || again ? null : <BeforeAnswering campaign={campaign} />}
      <BallotWaiting />
      <form
        id="phieu"
        method="post"
        action={`#${summaryId}`}
        data-s="none draft wiped"
        data-listen={shown === 'vi' ? t('resident.listen') : undefined}
      >
        {again ? <input type="hidden" name="again" value="yes" /> : null}
        <input type="hidden" name="language" value={shown} />
        <BallotFields
          questionnaire={questionnaire}
          chosen={spoken.chosen}
          draft={mending?.draft}
          errors={errors}
        />
        <p>{t('resident.sendOnce')}</p>
        <SubmitButton>{t('ballot.submit')}</SubmitButton>
        <DraftKept />
      </form>
    </>
  )
}
