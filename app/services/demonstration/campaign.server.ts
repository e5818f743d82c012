import { liesWithin } from '#app/account/area.ts'
import type { Person } from '#app/account/person.ts'
import { addDays } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { writeRegisterFile } from '#app/documents/register-file.server.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { answerByCode, enterBallot, type Posted } from '../ballots.server.ts'
import { createCampaign } from '../campaigns.server.ts'
import { closeCampaign } from '../closing.server.ts'
import { frozenOf } from '../frozen.server.ts'
import { finishLane } from '../lane.server.ts'
import { openCampaign } from '../opening.server.ts'
import { checkRegister, findRegister } from '../register.server.ts'
import { confirmRegister } from '../register-confirm.server.ts'
import { type CodeCard, type DoorRow, findRound, issueVillage, printCodes } from '../slots.server.ts'
import { type Planned, planBallots, planVisits } from './answers.server.ts'
import { chanceOf } from './chance.server.ts'
import { madeUpRegister } from './register.server.ts'
import { explainSilence } from './silence.server.ts'
import { as, must, type Stage } from './stage.server.ts'
import type { Collecting, Survey } from './surveys.server.ts'

/** A household that has not answered yet, with what opens its ballot. */
export type FreeCode = { readonly code: string; readonly village: string; readonly link: string }

const importRegister = async (stage: Stage, survey: Survey): Promise<void> => {
  const context = as(stage, survey.cadre)
  const communeId = survey.commune.code
  const year = Number(survey.startsOn.slice(0, 4))
  const bytes = await writeRegisterFile(madeUpRegister(survey.commune, { year, newcomers: survey.newcomers }))
  const name = `danh-sach-ho-xa-${survey.commune.slug}-${year}.xlsx`
  must(await checkRegister(context, { communeId, name, bytes }))
  const { waiting } = must(await findRegister(context, communeId))
  if (!waiting || waiting.problems.length > 0) throw new Error(`the register ${name} has doubtful lines`)
  must(await confirmRegister(context, { communeId, importId: waiting.importId }))
}

type VillageOnStage = {
  readonly name: string
  readonly path: string
  readonly doors: readonly DoorRow[]
  readonly cards: readonly CodeCard[]
}

/** Opens the campaign, prints the codes of every village and hands them out. */
const openAndIssue = async (
  stage: Stage,
  survey: Survey,
  campaignId: CampaignId,
): Promise<readonly VillageOnStage[]> => {
  const context = as(stage, survey.cadre)
  must(await openCampaign(context, campaignId))
  const { villages } = must(await findRound(context, { campaignId, villageId: null }))
  const ready: VillageOnStage[] = []
  for (const { villageId, name, path } of villages) {
    const place = { campaignId, villageId }
    const { cards } = must(await printCodes(context, place))
    must(await issueVillage(context, place))
    const { doors } = must(await findRound(context, place))
    ready.push({ name, path, doors, cards })
  }
  return ready
}

/** The village's own team where there is one, else the commune's cadre. */
const collectorOf = (stage: Stage, survey: Survey, village: VillageOnStage): string => {
  const collects = (person: Person) =>
    person.role === 'collector' && person.areas.some(area => liesWithin(village.path, area))
  return [...stage.people.values()].find(collects)?.username ?? survey.cadre
}

type Scene = {
  readonly stage: Stage
  readonly survey: Survey
  readonly campaignId: CampaignId
  readonly villages: ReadonlyMap<string, VillageOnStage>
}

const send = async ({ stage, survey, campaignId, villages }: Scene, planned: Planned): Promise<Posted> => {
  const village = villages.get(planned.village)
  if (!village) throw new Error(`no village ${planned.village}`)
  if (planned.channel === 'self')
    return answerByCode(stage.system, village.cards[planned.household]?.code ?? '', planned.fields)
  const slotId = village.doors[planned.household]?.slotId ?? ''
  return enterBallot(as(stage, collectorOf(stage, survey, village)), { campaignId, slotId }, planned.fields)
}

/** The lane commits those that come together in one transaction, so more at once are fewer commits. */
const atOnce = 48

const sendAll = async (scene: Scene, ballots: readonly Planned[]): Promise<void> => {
  const waiting = [...ballots]
  const sendNext = async (): Promise<void> => {
    for (let planned = waiting.pop(); planned; planned = waiting.pop()) {
      const posted = await send(scene, planned)
      if (posted.kind !== 'recorded' || posted.acknowledged.outcome !== 'first')
        throw new Error(`the demonstration's ballot was not taken: ${JSON.stringify(posted)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendNext))
  // What is mixed after the clock has moved on would be written into another day.
  await finishLane(scene.stage.system)
}

const collect = async (scene: Scene, collecting: Collecting): Promise<readonly Planned[]> => {
  const { stage, survey, campaignId } = scene
  const chance = chanceOf(survey.name)
  const { questionnaire } = await frozenOf(stage.system.db, campaignId)
  const villages = [...scene.villages.values()].map(({ name, doors }) => ({ name, households: doors.length }))
  const visits = planVisits(villages, collecting, chance)
  const ballots = planBallots(visits, contentKeys(questionnaire), { temper: collecting.temper, chance })
  for (let day = 0; day < collecting.days; day += 1) {
    stage.clock.moveTo(addDays(survey.startsOn, day), 19)
    await sendAll(
      scene,
      ballots.filter(one => one.day === day),
    )
  }
  return ballots
}

const freeCodes = ({ villages }: Scene, ballots: readonly Planned[]): readonly FreeCode[] => {
  const answered = new Set(ballots.map(({ village, household }) => `${village}|${household}`))
  return [...villages.values()].flatMap(({ name, cards }) =>
    cards.flatMap(({ code, link }, at) =>
      answered.has(`${name}|${at}`) ? [] : [{ code, village: name, link }],
    ),
  )
}

/** A campaign that was played; the codes still free where it is left collecting. */
export type Played = { readonly campaignId: CampaignId; readonly codes: readonly FreeCode[] }

/** Plays one campaign as far as its story goes, which is to closing at the furthest. */
export const playSurvey = async (stage: Stage, survey: Survey): Promise<Played> => {
  stage.clock.moveTo(addDays(survey.startsOn, -10), 9)
  const campaignId = must(
    await createCampaign(as(stage, survey.cadre), { ...survey, communeId: survey.commune.code }),
  )
  stage.clock.moveTo(addDays(survey.startsOn, -7), 15)
  await importRegister(stage, survey)
  if (!survey.collecting) return { campaignId, codes: [] }
  stage.clock.moveTo(survey.startsOn, 7)
  const opened = await openAndIssue(stage, survey, campaignId)
  const scene = { stage, survey, campaignId, villages: new Map(opened.map(one => [one.name, one])) }
  const ballots = await collect(scene, survey.collecting)
  if (!survey.collecting.closes) return { campaignId, codes: freeCodes(scene, ballots) }
  stage.clock.moveTo(survey.endsOn, 17)
  await explainSilence(as(stage, survey.cadre), campaignId, chanceOf(`${survey.name}|silent`))
  must(await closeCampaign(as(stage, survey.cadre), campaignId))
  return { campaignId, codes: [] }
}
