import type { AuditEvent } from '#app/audit/event.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { ok } from '#app/basics/result.ts'
import { migrate } from '#db/migrate.ts'
import { clearDatabase, findDemonstrationStanding } from '#db/queries/demonstration.ts'
import { needsFirstAdministrator } from '../accounts.server.ts'
import { change, type System } from '../context.server.ts'
import { type DemonstrationAccount, peopleProvince } from './accounts.server.ts'
import { type FreeCode, playSurvey } from './campaign.server.ts'
import { playDossier } from './dossier.server.ts'
import { type ListFiles, listFiles, readAccounts, refreshLinks, writeLists } from './lists.server.ts'
import { must, type Stage, storyClock } from './stage.server.ts'
import { handedIn, type Survey, surveys } from './surveys.server.ts'
import { playVerification } from './verifying.server.ts'

/** What a start says about the demonstration. */
export type Demonstration = ListFiles & { readonly accounts: readonly DemonstrationAccount[] }

type Options = {
  /** Absolute path of the folder for the lists of accounts and codes. */
  readonly folder: string
  /** Told when there is something to wait for. */
  readonly log: (line: string) => void
}

const note = (system: System, event: AuditEvent) =>
  change({ ...system, person: null }, async ({ record }) => {
    record(event)
    return ok(null)
  })

/** What became of the rounds of 2022 before the next one began: the days stand between both. */
const playHandedIn = async (
  stage: Stage,
  rounds: ReadonlyMap<Survey, CampaignId>,
  accounts: readonly DemonstrationAccount[],
): Promise<void> => {
  const countedOf = (survey: Survey) => {
    const campaignId = rounds.get(survey)
    if (!campaignId) throw new Error(`not played: ${survey.name}`)
    return { survey, campaignId }
  }
  const both = { verified: countedOf(handedIn.verified), awaiting: countedOf(handedIn.awaiting) }
  await playVerification(stage, both, { accounts, from: '2022-08-22' as Day })
  const { commune } = handedIn.verified
  await playDossier(stage, { commune, user: 'ubnd-bentrang', on: '2022-09-14' as Day })
}

const play = async (system: System, folder: string): Promise<void> => {
  const today = dayOf(system.clock())
  const story = surveys(today)
  const clock = storyClock(system.clock)
  clock.moveTo('2022-05-04' as Day, 8)
  const onStoryTime: System = { ...system, clock: clock.now }
  must(await note(onStoryTime, { kind: 'demonstration.begun', day: today }))
  const { people, accounts } = await peopleProvince(onStoryTime)
  const stage: Stage = { system: onStoryTime, clock, people }
  const codes: FreeCode[] = []
  const rounds = new Map<Survey, CampaignId>()
  for (const survey of story) {
    const played = await playSurvey(stage, survey)
    codes.push(...played.codes)
    rounds.set(survey, played.campaignId)
    if (survey === handedIn.awaiting) await playHandedIn(stage, rounds, accounts)
  }
  writeLists(folder, { accounts, codes })
  must(await note(system, { kind: 'demonstration.loaded', campaigns: story.length }))
}

/**
 * A start that was killed before the demonstration was complete has acknowledged nothing to anybody, so all of it is
 * thrown away. Only a log that says "begun" and not "loaded" allows that; anything else is left alone.
 */
const startOver = async (system: System): Promise<void> => {
  await clearDatabase(system.db)
  for (const id of system.keys.list()) system.keys.destroy(id)
  await migrate(system.db)
}

/**
 * Loads the demonstration into an empty database, once; a later start only tells where its lists lie. Null when the
 * database holds something else. Played through the same services as real use, on a clock of its own.
 */
export const loadDemonstration = async (
  system: System,
  { folder, log }: Options,
): Promise<Demonstration | null> => {
  const standing = await findDemonstrationStanding(system.db)
  if (standing === 'begun') await startOver(system)
  if (standing !== 'loaded') {
    if (!(await needsFirstAdministrator(system))) return null
    log('Đang nạp dữ liệu minh họa, chỉ một lần… / loading the made-up data, once…')
    await play(system, folder)
  }
  refreshLinks(folder, system.publicUrl)
  return { ...listFiles(folder), accounts: readAccounts(folder) }
}
