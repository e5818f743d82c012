import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { take } from '#app/campaign/campaign.ts'
import { lockCampaign } from '#db/queries/campaigns.ts'
import { countDossierFiles } from '#db/queries/dossier-files.ts'
import { updateDossierSubmitted } from '#db/queries/dossiers.ts'
import { updateCampaignState } from '#db/queries/postings.ts'
import type { Change, Context } from './context.server.ts'
import { changeDossier, type DossierRefusal, dossierName, type OnDossier } from './dossiers.server.ts'

export type SubmitForm = {
  readonly on: Day
  /** Of the letter that it went with; empty where it has none. */
  readonly number: string
}

export type DossierSubmitFault =
  | DossierRefusal
  | 'dossier-submitted'
  | 'dossier-incomplete'
  | 'dossier-day-ahead'
  | 'campaign-step-not-now'

/** The round takes its last step with the dossier; one that was filed with another stays so. */
const fileRound = async (
  { tx, record }: Change,
  { dossier }: OnDossier,
): Promise<Result<CampaignId | null, 'campaign-step-not-now'>> => {
  if (!dossier.round) return ok(null)
  const campaign = await lockCampaign(tx, dossier.round.id)
  if (!campaign) return no('campaign-step-not-now')
  if (campaign.state === 'filed') return ok(campaign.id)
  const step = take(campaign.state, 'file')
  if (!step.ok) return step
  await updateCampaignState(tx, campaign.id, step.value)
  record(
    { kind: 'campaign.filed', version: campaign.version, dossier: dossierName(dossier) },
    { campaignId: campaign.id },
  )
  return ok(campaign.id)
}

/** Records that a complete dossier was submitted, once and for all; the verified round becomes filed. */
export const submitDossier = async (
  context: Context,
  id: string,
  { on: day, number }: SubmitForm,
): Promise<Result<null, DossierSubmitFault>> =>
  changeDossier<null, Exclude<DossierSubmitFault, DossierRefusal> | 'forbidden'>(
    context,
    id,
    async (gate, on) => {
      const { dossier, person, today } = on
      if (person.role !== 'commune-cadre' && person.role !== 'peoples-committee') return no('forbidden')
      if (dossier.owed > 0) return no('dossier-incomplete')
      if (day > today) return no('dossier-day-ahead')
      const round = await fileRound(gate, on)
      if (!round.ok) return round
      const submitted = { on: day, number: number || null, by: person.id, campaignId: round.value }
      await updateDossierSubmitted(gate.tx, id, submitted)
      const files = await countDossierFiles(gate.tx, id)
      gate.record({ kind: 'dossier.submitted', dossier: dossierName(dossier), on: day, files })
      return ok(null)
    },
  )
