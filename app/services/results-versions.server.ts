import { type Day, dayOf } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { hasResults, isCounted } from '#app/campaign/campaign.ts'
import { type Standing, standingOf } from '#app/campaign/posting.ts'
import type { Posted } from '#app/dossier/posting-notice.ts'
import { withoutAnswers, withoutVillageAnswers } from '#app/dossier/public-figures.ts'
import { type KeptResults, keptResultsSchema, unitsOf } from '#app/dossier/version.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { type CampaignRow, findCampaign } from '#db/queries/campaigns.ts'
import { countDrawn } from '#db/queries/samples.ts'
import { listSignedVersions } from '#db/queries/verification-notes.ts'
import { listVersions, listVillageRoots, type VersionRow } from '#db/queries/versions.ts'
import type { System } from './context.server.ts'
import { computeCampaign } from './counts.server.ts'
import { frozenOf } from './frozen.server.ts'
import { isJointPublic } from './joint-public.server.ts'
import { findPosted } from './papers-posting.server.ts'
import { campaignCells } from './public-cells.server.ts'

/** A version that is past: when it was closed and reopened, and why. */
export type PastVersion = {
  readonly version: number
  readonly closedOn: Day
  readonly reopenedOn: Day
  readonly reason: string
  /** The day of the second signature below its verification note; null where there is none. */
  readonly verifiedOn: Day | null
}

type VerifiedOn = (version: number) => Day | null

const verifiedOnOf = async ({ db }: System, campaign: CampaignRow): Promise<VerifiedOn> => {
  const signed = await listSignedVersions(db, campaign.id)
  const days = new Map(signed.map(({ version, signedAt }) => [version, dayOf(signedAt)]))
  return version => days.get(version) ?? null
}

const toPast = (
  { version, closedAt, reopenedAt, reason }: VersionRow,
  verifiedOn: VerifiedOn,
): PastVersion => ({
  ...{ version, reason },
  closedOn: dayOf(closedAt),
  reopenedOn: dayOf(reopenedAt),
  verifiedOn: verifiedOn(version),
})

/** What everybody may know of a round beside its figures: its past versions, and how posting stands. */
export type PublicStanding = {
  readonly campaign: CampaignRow
  readonly earlier: readonly PastVersion[]
  /** The day on which the present version was found in order; null where it was not yet. */
  readonly verifiedOn: Day | null
  readonly posted: (Posted & { readonly standing: Standing }) | null
  /** The root of the receipts of each village, by which a receipt is checked. */
  readonly roots: readonly { readonly name: string; readonly root: string | null }[]
  /** Whether the joint round of which it is a part has results for everybody. */
  readonly jointPublic: boolean
}

/** The standing of a round that has results, also while it collects again. */
export const findPublicStanding = async (
  system: System,
  campaignId: string,
): Promise<Result<PublicStanding, 'campaign-unknown'>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(system.db, campaignId) : null
  if (!campaign || !hasResults(campaign)) return no('campaign-unknown')
  const posted = isCounted(campaign.state) ? await findPosted(system, campaign) : null
  const today = dayOf(system.clock())
  const verifiedOn = await verifiedOnOf(system, campaign)
  return ok({
    campaign,
    verifiedOn: verifiedOn(campaign.version),
    earlier: (await listVersions(system.db, campaign.id)).map(row => toPast(row, verifiedOn)),
    posted: posted ? { ...posted, standing: standingOf(posted, today) } : null,
    roots: await listVillageRoots(system.db, campaign.id),
    jointPublic: campaign.jointId !== null && (await isJointPublic(system, campaign.jointId)),
  })
}

/** The results of a past version, for everybody. */
export type PublicVersion = Frozen &
  PastVersion & {
    readonly campaign: CampaignRow
    readonly results: Results
    /** Households drawn where a sample was asked; null where everybody was. */
    readonly drawn: number | null
    readonly villages: KeptResults['villages']
    /** Why its answers are not told; null where they are. What was answered in a village is told of the present version alone. */
    readonly withheld: 'too-few-ballots' | 'in-joint' | null
  }

/** A past version with its rates made again from its counts by the rules that the campaign froze. */
export const findPublicVersion = async (
  system: System,
  place: { readonly campaignId: string; readonly version: number },
): Promise<Result<PublicVersion, 'campaign-unknown' | 'version-unknown'>> => {
  const campaign = isUuid(place.campaignId) ? await findCampaign(system.db, place.campaignId) : null
  if (!campaign || !hasResults(campaign)) return no('campaign-unknown')
  const row = (await listVersions(system.db, campaign.id)).find(one => one.version === place.version)
  if (!row) return no('version-unknown')
  const kept = keptResultsSchema.parse(row.results)
  const frozen = await frozenOf(system.db, campaign.id)
  const results = computeCampaign(frozen, unitsOf(kept))
  if (results.kind === 'inconsistent')
    throw new Error(`campaign ${campaign.id}, version ${row.version}: ${JSON.stringify(results.problems)}`)
  const contents = frozen.questionnaire.contents.length
  const cells = await campaignCells(system, campaign, { units: unitsOf(kept), contents })
  const shown = cells.kind === 'withheld' ? withoutAnswers : withoutVillageAnswers
  return ok({
    ...frozen,
    ...toPast(row, await verifiedOnOf(system, campaign)),
    results: shown(results),
    withheld: cells.kind === 'withheld' ? cells.reason : null,
    drawn: await countDrawn(system.db, campaign.id),
    villages: kept.villages,
    campaign: { ...campaign, endsOn: kept.endsOn },
  })
}
