import type { ContentCounts } from '#app/tally/counts.ts'

/** Counts of one village as a version keeps them; contents in the order of the questionnaire. */
export type CountedVillage = {
  readonly villageId: string
  readonly name: string
  readonly households: number
  readonly issued: number
  readonly collected: number
  readonly invalid: number
  readonly contents: readonly ContentCounts[]
}

export const villageMeasures = ['households', 'issued', 'collected', 'invalid'] as const
export type VillageMeasure = (typeof villageMeasures)[number]

const options = ['satisfied', 'dissatisfied', 'blank'] as const

/** One count that is another one now. A village that was not there before had nothing. */
export type CountChange = {
  readonly villageId: string
  readonly village: string
  /** The content by its place on the ballot, counted from 0; null for counts of the village itself. */
  readonly content: number | null
  readonly measure: VillageMeasure | keyof ContentCounts
  readonly before: number
  readonly after: number
}

const nothing = { households: 0, issued: 0, collected: 0, invalid: 0, contents: [] }
const noCounts: ContentCounts = { satisfied: 0, dissatisfied: 0, blank: 0 }

type Pair = {
  readonly id: string
  readonly name: string
  readonly before: CountedVillage | undefined
  readonly after: CountedVillage | undefined
}

const pairsOf = (before: readonly CountedVillage[], after: readonly CountedVillage[]): readonly Pair[] => {
  const gone = before.filter(old => !after.some(village => village.villageId === old.villageId))
  return [
    ...after.map(village => ({
      ...{ id: village.villageId, name: village.name, after: village },
      before: before.find(old => old.villageId === village.villageId),
    })),
    ...gone.map(old => ({ id: old.villageId, name: old.name, before: old, after: undefined })),
  ]
}

const changesOf = ({ id, name, before, after }: Pair): readonly CountChange[] => {
  const [old, now] = [before ?? nothing, after ?? nothing]
  const at = { villageId: id, village: name }
  const ofVillage = villageMeasures.map(measure => ({
    ...{ ...at, content: null, measure },
    ...{ before: old[measure], after: now[measure] },
  }))
  const contents = Math.max(old.contents.length, now.contents.length)
  const ofContents = Array.from({ length: contents }, (_, content) =>
    options.map(measure => ({
      ...{ ...at, content, measure },
      before: (old.contents[content] ?? noCounts)[measure],
      after: (now.contents[content] ?? noCounts)[measure],
    })),
  ).flat()
  return [...ofVillage, ...ofContents].filter(change => change.before !== change.after)
}

/** Exactly which counts differ between two versions, village by village in the order of the later one. */
export const changesBetween = (
  before: readonly CountedVillage[],
  after: readonly CountedVillage[],
): readonly CountChange[] => pairsOf(before, after).flatMap(changesOf)
