import type { Campaign } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { T } from '#app/i18n/translate.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { Results } from '#app/verdict/compute.ts'
import { countingOf, type Rules } from '#app/verdict/rules.ts'
import { communeInText } from './commune-name.ts'
import { How } from './how.tsx'
import { Notice } from './notice.tsx'
import { PartOfJoint } from './office-joint-part.tsx'
import { OnThisPage, type PagePart } from './on-this-page.tsx'
import {
  OpenDataLinks,
  PublicTraces,
  type TracesProps,
  Withheld,
  type WithheldReason,
} from './public-data.tsx'
import {
  type PastVersion,
  PastVersions,
  type PublicPosted,
  PublicPosting,
  VerifiedOn,
} from './public-posting.tsx'
import { ResultsContents } from './results-contents.tsx'
import { ResultsHead, ResultsOverall, type TurnoutLine } from './results-head.tsx'
import { ResultsSample } from './results-sample.tsx'
import { ResultsVerdict } from './results-verdict.tsx'
import { ResultsVillages } from './results-villages.tsx'
import { baseKey } from './results-words.ts'
import { useSite, useT } from './site.tsx'

/** A closed round as everybody may see it: no free texts. */
export type PublicRound = {
  readonly campaign: Pick<Campaign, 'id' | 'name' | 'title' | 'communeName'> & {
    readonly jointId?: string | null
  }
  /** First and last day of collecting as it went, `yyyy-mm-dd`. */
  readonly days: { readonly startsOn: string; readonly endsOn: string }
  /** Day on which collecting was closed, `yyyy-mm-dd`. */
  readonly closedOn: string
  readonly questionnaire: Questionnaire
  readonly rules: Rules
  readonly results: Results
  readonly turnout: readonly TurnoutLine[]
  readonly handCounted: readonly {
    readonly name: string
    readonly ballots: number
    readonly byHand: number
  }[]
  /** Households drawn where a sample was asked. */
  readonly drawn?: number | null
  /** How posting stands; absent before it, and for a version that is past. */
  readonly posted?: PublicPosted | null
  /** Versions that this one took the place of. */
  readonly earlier?: readonly PastVersion[]
  /** When the appraisers found this version in order, `yyyy-mm-dd`. */
  readonly verifiedOn?: string | null
  /** Why its answers are not told; null where they are. */
  readonly withheld?: WithheldReason | null
  /** The joint round's results of which it is a part, where everybody may read them. */
  readonly jointHref?: string | null
  /** Of the present version: what it is checked by. Absent for one that is past, which has no files either. */
  readonly traces?: TracesProps
}

const useFront = ({ campaign }: PublicRound): string => {
  const t = useT()
  const { language } = useSite()
  return t('resident.front', { commune: communeInText(campaign.communeName, language) })
}

/** Which villages were counted by hand, and how many of their ballots. */
export const HandCounted = ({ handCounted }: Pick<PublicRound, 'handCounted'>) => {
  const t = useT()
  if (handCounted.length === 0) return null
  return (
    <Notice title={t('publicPages.handTitle')}>
      <ul>
        {handCounted.map(({ name, ballots, byHand }) => (
          <li key={name}>{t('publicPages.hand', { village: name, ballots, byHand })}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** How the figures came about, for somebody who reads no formulas. */
const Method = ({ rules }: PublicRound) => {
  const t = useT()
  const treatment = t(`term.ruleValue.${countingOf(rules).blankTreatment}`)
  return (
    <section aria-labelledby="method-title">
      <h2 id="method-title">{t('publicPages.method.title')}</h2>
      <ul>
        <li>{t('publicPages.method.household')}</li>
        <li>
          {t('publicPages.method.rate', { base: t(baseKey(rules)) })}{' '}
          <How to="mau-so" what={t('results.contents.base')} />
        </li>
        <li>{t('publicPages.method.blank', { treatment: treatment.toLowerCase() })}</li>
        <li>{t('publicPages.method.pooled')}</li>
        <li>
          {t('publicPages.method.exact')} <How to="nguong" what={t('publicPages.method.exact')} />
        </li>
        <li>{t('publicPages.method.secret')}</li>
      </ul>
    </section>
  )
}

const Objection = (round: PublicRound) => {
  const t = useT()
  return (
    <section aria-labelledby="objection-title">
      <h2 id="objection-title">{t('publicPages.objection.title')}</h2>
      <p>{t('publicPages.objection.where')}</p>
      <p>{t('publicPages.objection.how', { front: useFront(round) })}</p>
      <p>{t('publicPages.objection.receipt')}</p>
      <p>
        <a href={`/ket-qua/${round.campaign.id}/bien-nhan`}>{t('receipt.link')}</a>
      </p>
    </section>
  )
}

/** What was answered, and what the rules say of it; or why it is not told. */
const Answers = (round: PublicRound) => {
  const { campaign, questionnaire, rules, results } = round
  const jointHref = round.jointHref ?? null
  if (round.withheld) return <Withheld reason={round.withheld} jointHref={jointHref} />
  return (
    <>
      <ResultsOverall results={results} rules={rules} />
      <ResultsSample results={results} drawn={round.drawn ?? null} />
      {campaign.jointId ? (
        <PartOfJoint href={jointHref} />
      ) : (
        <ResultsVerdict results={results} questionnaire={questionnaire} rules={rules} />
      )}
    </>
  )
}

/** Where the answers of villages are, and the files; of the present version alone. */
const VillageAnswers = ({ campaign, traces, withheld }: PublicRound) => {
  const t = useT()
  if (!traces || withheld) return null
  return (
    <p>
      <a href={`/ket-qua/${campaign.id}/thon`}>{t('openData.units.link')}</a>
    </p>
  )
}

const partsOf = (t: T, { campaign, withheld, traces }: PublicRound): readonly PagePart[] => [
  ...(withheld || campaign.jointId ? [] : [{ id: 'verdict-title', label: t('results.verdict.title') }]),
  { id: 'counts-title', label: t('results.counts') },
  ...(withheld ? [] : [{ id: 'contents-title', label: t('results.contents.title') }]),
  { id: 'villages-title', label: t('results.village.title') },
  { id: 'method-title', label: t('publicPages.method.title') },
  { id: 'objection-title', label: t('publicPages.objection.title') },
  ...(traces
    ? [
        { id: 'traces-title', label: t('openData.traces.title') },
        { id: 'data-title', label: t('openData.title') },
      ]
    : []),
]

/** The results page of a closed round. Villages are shown by their counts alone: what they answered is on a page of its own, small ones together. */
export const PublicResults = (round: PublicRound) => {
  const { campaign, closedOn, questionnaire, rules, results, turnout, traces } = round
  const t = useT()
  const { language } = useSite()
  const front = useFront(round)
  return (
    <>
      <h1>{t('publicPages.title', { commune: communeInText(campaign.communeName, language) })}</h1>
      <p className="lead">{t(`term.title.${campaign.title}`)}</p>
      <p>{t('publicPages.askedBy', { front, closed: formatDate(closedOn, language) })}</p>
      <VerifiedOn day={round.verifiedOn} />
      <PastVersions id={campaign.id} earlier={round.earlier ?? []} />
      {round.posted ? <PublicPosting {...round.posted} /> : null}
      <OnThisPage parts={partsOf(t, round)} />
      <Answers {...round} />
      <h2 id="counts-title">{t('results.counts')}</h2>
      <ResultsHead results={results} days={round.days} turnout={turnout} />
      <HandCounted {...round} />
      {round.withheld ? null : (
        <ResultsContents results={results} questionnaire={questionnaire} rules={rules} />
      )}
      <ResultsVillages results={results} handCounted={round.handCounted} />
      <VillageAnswers {...round} />
      <Method {...round} />
      <Objection {...round} />
      {traces ? <PublicTraces {...traces} /> : null}
      {traces ? <OpenDataLinks page={`/ket-qua/${campaign.id}`} /> : null}
    </>
  )
}
