import { contentKeys, questionnaireSchema } from '#app/questionnaire/questionnaire.ts'
import { tallyBallots } from '#app/tally/ballots.ts'
import type { UnitCounts } from '#app/tally/counts.ts'
import { withSheet } from '#app/tally/sheet.ts'
import { compute, type Inconsistent, type Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { countingOf, rulesSchema } from '#app/verdict/rules.ts'
import {
  bytesOfText,
  type ClosingPath,
  fileText,
  type PackFiles,
  packPaths,
  readJson,
  writeJson,
} from './pack.ts'
import {
  type PackBallot,
  type PackLeaf,
  type PackOpinion,
  type PackSheet,
  readBallots,
  readOpinions,
  readReceipts,
  readSheets,
  writeBallots,
  writeOpinions,
  writeReceipts,
  writeSheets,
} from './pack-box.ts'
import {
  type FrameRow,
  type OutcomeLine,
  type PackTurnout,
  readFrame,
  readOutcomes,
  readTurnout,
  writeFrame,
  writeOutcomes,
  writeTurnout,
} from './pack-frame.ts'

/** What closing fixed: nothing in it changes afterwards. Lists in the order in which the files hold them. */
export type ClosingData = Frozen & {
  readonly frame: readonly FrameRow[]
  readonly outcomes: readonly OutcomeLine[]
  readonly turnout: readonly PackTurnout[]
  readonly ballots: readonly PackBallot[]
  readonly opinions: readonly PackOpinion[]
  readonly sheets: readonly PackSheet[]
  readonly receipts: readonly PackLeaf[]
}

/** The files over which the data fingerprint is taken: the same data always gives the same bytes. */
export const closingFilesOf = (data: ClosingData): ReadonlyMap<ClosingPath, Uint8Array> => {
  const texts: Readonly<Record<ClosingPath, string>> = {
    [packPaths.questionnaire]: writeJson(data.questionnaire),
    [packPaths.rules]: writeJson(data.rules),
    [packPaths.frame]: writeFrame(data.frame),
    [packPaths.outcomes]: writeOutcomes(data.outcomes),
    [packPaths.turnout]: writeTurnout(data.turnout),
    [packPaths.ballots]: writeBallots(data.ballots, data.questionnaire.contents.length),
    [packPaths.opinions]: writeOpinions(data.opinions),
    [packPaths.sheets]: writeSheets(data.sheets),
    [packPaths.receipts]: writeReceipts(data.receipts),
  }
  return new Map(Object.entries(texts).map(([path, text]) => [path as ClosingPath, bytesOfText(text)]))
}

/** Reads what closing fixed back from a pack; throws PackUnreadable at the first file that is not what it should be. */
export const readClosingData = (files: PackFiles): ClosingData => {
  const questionnaire = readJson(
    packPaths.questionnaire,
    fileText(files, packPaths.questionnaire),
    questionnaireSchema,
  )
  return {
    questionnaire,
    rules: readJson(packPaths.rules, fileText(files, packPaths.rules), rulesSchema),
    frame: readFrame(fileText(files, packPaths.frame)),
    outcomes: readOutcomes(fileText(files, packPaths.outcomes)),
    turnout: readTurnout(fileText(files, packPaths.turnout)),
    ballots: readBallots(fileText(files, packPaths.ballots), questionnaire.contents.length),
    opinions: readOpinions(fileText(files, packPaths.opinions)),
    sheets: readSheets(fileText(files, packPaths.sheets)),
    receipts: readReceipts(fileText(files, packPaths.receipts)),
  }
}

/** Counts every village again from its ballots and its sheet, in the order of the frame. */
export const unitsOfPack = (data: ClosingData, commune: string): readonly UnitCounts[] => {
  const options = {
    contents: data.questionnaire.contents.length,
    treatment: countingOf(data.rules).blankTreatment,
  }
  return data.frame.map(({ villageId, name, households, issued }) => {
    const ballots = data.ballots.filter(ballot => ballot.villageId === villageId)
    const counts = tallyBallots(
      ballots.map(ballot => ballot.answers),
      options,
    )
    const unit = { name, commune, households, issued, ...counts }
    const sheet = data.sheets.find(one => one.villageId === villageId)
    return sheet ? withSheet(unit, sheet) : unit
  })
}

/** The figures that a pack's ballots, sheets and rules give. */
export const computePack = (data: ClosingData, commune: string): Results | Inconsistent =>
  compute({
    rules: data.rules,
    contents: contentKeys(data.questionnaire),
    units: unitsOfPack(data, commune),
  })
