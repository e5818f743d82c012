import { z } from 'zod'
import { methods } from '#app/campaign/plan.ts'
import { titles } from '#app/programme/titles.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import type { Results } from '#app/verdict/compute.ts'
import {
  daySchema,
  fileText,
  hashSchema,
  headSchema,
  type PackFiles,
  packPaths,
  readJson,
  writeJson,
} from './pack.ts'
import { type ClosingData, readClosingData } from './pack-counts.ts'
import { wordedPapers, wordingSchema } from './paper-wording.ts'
import type { Opinion, Survey } from './survey.ts'
import { keptResultsSchema } from './version.ts'

const count = z.int().min(0)

const earlierVersionSchema = z.object({
  version: z.int().min(1),
  closedOn: daySchema,
  reopenedOn: daySchema,
  reason: z.string(),
  /** Its data fingerprint; null for one that was closed before there were any. */
  fingerprint: hashSchema.nullable(),
  results: keptResultsSchema,
})

/** A version that a reopening put an end to: its counts, and why it ended. */
export type EarlierVersion = z.output<typeof earlierVersionSchema>

/** The text of `data/versions.json`. */
export const writeVersions = (versions: readonly EarlierVersion[]): string => writeJson(versions)

/** Reads `data/versions.json`. */
export const readVersions = (text: string): readonly EarlierVersion[] =>
  readJson(packPaths.versions, text, z.array(earlierVersionSchema))

const planSchema = z.object({
  plan: z.object({
    villageIds: z.array(z.string()).nullable(),
    methods: z.array(z.enum(methods)),
    purpose: z.string(),
    requirements: z.string(),
    number: z.string().nullable(),
    issuedOn: daySchema.nullable(),
    signer: z.string().nullable(),
  }),
  teams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      leader: z.string(),
      members: z.string(),
      villageIds: z.array(z.string()),
    }),
  ),
  timetable: z.object({
    startsOn: daySchema,
    endsOn: daySchema,
    used: count,
    limit: count.nullable(),
    lastDay: daySchema.nullable(),
  }),
})

const postedSchema = z.object({
  startsOn: daySchema,
  lastDay: daySchema,
  days: count,
  daysDocument: z.string().nullable(),
  villages: z.array(z.string()),
  atCommune: z.boolean(),
  byLoudspeaker: z.boolean(),
  contact: z.string(),
  link: z.string(),
})

const surveyFileSchema = z.object({
  campaign: z.object({
    id: z.string(),
    name: z.string(),
    title: z.enum(titles),
    communeName: z.string(),
    startsOn: daySchema,
    endsOn: daySchema,
    openedOn: daySchema,
    closedOn: daySchema,
  }),
  provinceName: z.string(),
  version: z.int().min(1),
  /** Roots over the receipts of each village, by its id; null where there were none. */
  receiptsRoots: z.record(z.string(), hashSchema.nullable()),
  auditHead: headSchema,
  /** As closing stored it; null for a campaign closed before there were any. */
  fingerprint: hashSchema.nullable(),
  letters: z.object({ received: count, answered: count }),
  partOfJoint: z.boolean(),
  sample: z.object({ drawn: count, seed: z.string().nullable(), listHash: z.string() }).nullable(),
  demonstration: z.boolean(),
  /** The province's own words on its papers, where it has any. */
  wording: z.partialRecord(z.enum(wordedPapers), wordingSchema),
  /** What the plan's paper says beyond the frame and the frozen rules. */
  planned: planSchema,
  /** Posting of the present version; null before posting. */
  posted: postedSchema.nullable(),
})

/** Everything that papers print and ballots do not give. */
export type SurveyFile = z.output<typeof surveyFileSchema>

/** The text of `data/survey.json`. */
export const writeSurveyFile = (survey: SurveyFile): string => writeJson(survey)

/** Reads `data/survey.json`. */
export const readSurveyFile = (text: string): SurveyFile => readJson(packPaths.survey, text, surveyFileSchema)

/** The whole data of a pack. */
export type PackData = ClosingData & {
  readonly versions: readonly EarlierVersion[]
  readonly survey: SurveyFile
}

/** Reads all of `data/`; throws PackUnreadable at the first file that is not what it should be. */
export const readPackData = (files: PackFiles): PackData => ({
  ...readClosingData(files),
  versions: readVersions(fileText(files, packPaths.versions)),
  survey: readSurveyFile(fileText(files, packPaths.survey)),
})

/** Opinions of ballots, and behind them the reasons that hand counts list, each with its village. */
export const opinionsOfPack = (data: ClosingData): readonly (Opinion & { readonly villageId: string })[] => [
  ...data.opinions,
  ...data.sheets.flatMap(({ villageId, reasons }) =>
    Object.entries(reasons).map(([content, body]) => ({ villageId, content, body })),
  ),
]

const handCountedIn = ({ frame, sheets }: ClosingData): Survey['handCounted'] =>
  frame.flatMap(({ villageId, name }) => {
    const sheet = sheets.find(one => one.villageId === villageId)
    return sheet ? [{ name, ballots: sheet.ballots, byHand: byHandOf(sheet) }] : []
  })

const tracesOf = ({ frame, versions, survey }: PackData): Survey['traces'] => ({
  version: survey.version,
  earlier: versions.map(({ version, closedOn, reopenedOn, reason }) => ({
    ...{ version, closedOn, reopenedOn, reason },
  })),
  villages: frame.map(({ villageId, name, unreadable }) => ({
    ...{ name, unreadable },
    receiptsRoot: survey.receiptsRoots[villageId] ?? null,
  })),
  auditHead: survey.auditHead,
  fingerprint: survey.fingerprint,
})

/** The survey from which papers are made, from a pack alone; `results` as its ballots give them (`computePack`). */
export const surveyOfPack = (data: PackData, results: Results): Survey => {
  const { campaign, provinceName, letters, partOfJoint, sample, demonstration, wording } = data.survey
  return {
    ...{ questionnaire: data.questionnaire, rules: data.rules, turnout: data.turnout },
    ...{ campaign, provinceName, results, letters, partOfJoint, sample, demonstration },
    wording,
    opinions: opinionsOfPack(data),
    handCounted: handCountedIn(data),
    traces: tracesOf(data),
  }
}
