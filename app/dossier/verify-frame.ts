import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { countBallot } from '#app/tally/ballots.ts'
import { checkSheet } from '#app/tally/sheet.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { packPaths } from './pack.ts'
import type { ClosingData } from './pack-counts.ts'
import type { FrameRow } from './pack-frame.ts'
import { type Finding, type FindingCode, type Part, partOf } from './verify.ts'

const inFrame = (figure: string, row: FrameRow) => ({ file: packPaths.frame, village: row.name, figure })

const differing = (
  code: FindingCode,
  place: Finding['place'],
  numbers: { readonly expected: number; readonly found: number },
): readonly Finding[] =>
  numbers.expected === numbers.found
    ? []
    : [{ code, place, expected: String(numbers.expected), found: String(numbers.found) }]

/** Villages that stand in the frame twice, or stand in another file and not in the frame. */
function namingFindings(data: ClosingData): readonly Finding[] {
  const ids = new Set<string>()
  const findings: Finding[] = []
  for (const { villageId, name } of data.frame) {
    if (ids.has(villageId))
      findings.push({ code: 'village-twice', place: { file: packPaths.frame, village: name } })
    ids.add(villageId)
  }
  const others = [
    [packPaths.outcomes, data.outcomes],
    [packPaths.ballots, data.ballots],
    [packPaths.opinions, data.opinions],
    [packPaths.sheets, data.sheets],
    [packPaths.receipts, data.receipts],
  ] as const
  for (const [file, rows] of others) {
    const strange = new Set(rows.map(({ villageId }) => villageId).filter(id => !ids.has(id)))
    for (const village of strange) findings.push({ code: 'village-unknown', place: { file, village } })
  }
  return findings
}

/** What closing counted of a village's ballots against the ballots themselves. */
function ballotFindings(data: ClosingData, row: FrameRow): readonly Finding[] {
  const { blankTreatment } = countingOf(data.rules)
  const own = data.ballots.filter(ballot => ballot.villageId === row.villageId)
  const invalid = own.filter(({ answers }) => countBallot(answers, blankTreatment).kind === 'invalid').length
  const empty = own.filter(({ answers }) => answers === null).length
  return [
    ...differing('ballots-differ', inFrame('collected', row), { expected: own.length, found: row.collected }),
    ...differing('ballots-differ', inFrame('invalid', row), { expected: invalid, found: row.invalid }),
    ...(row.unreadable > empty
      ? differing('ballots-differ', inFrame('unreadable', row), { expected: empty, found: row.unreadable })
      : []),
  ]
}

/** Every household that was asked has one slot, which is used or silent; each ballot used one. */
function slotFindings(data: ClosingData, row: FrameRow): readonly Finding[] {
  const own = data.outcomes.filter(line => line.villageId === row.villageId)
  const sum = (lines: typeof own) => lines.reduce((total, { slots }) => total + slots, 0)
  const answered = own.filter(({ outcome }) => outcome.startsWith('answered-'))
  const asked = row.drawn ?? row.households
  const place = { file: packPaths.outcomes, village: row.name }
  return [
    ...differing('outcomes-differ', { ...place, figure: 'slots' }, { expected: asked, found: sum(own) }),
    ...differing(
      'outcomes-differ',
      { ...place, figure: 'answered' },
      { expected: row.collected, found: sum(answered) },
    ),
    ...(row.drawn !== null && row.drawn > row.households
      ? differing('frame-differs', inFrame('drawn', row), { expected: row.households, found: row.drawn })
      : []),
  ]
}

/** A village's sheet against the laws of counting, and against the ballots that it says came one by one. */
function sheetFindings(data: ClosingData, row: FrameRow): readonly Finding[] {
  const sheets = data.sheets.filter(sheet => sheet.villageId === row.villageId)
  const [sheet] = sheets
  if (!sheet) return []
  const place = { file: packPaths.sheets, village: row.name }
  const contents = contentKeys(data.questionnaire)
  const frame = {
    ...{ households: row.drawn ?? row.households, ballots: row.collected, contents },
    treatment: countingOf(data.rules).blankTreatment,
  }
  const twice: readonly Finding[] = sheets.length > 1 ? [{ code: 'village-twice', place }] : []
  const broken = checkSheet(sheet, frame).map(({ code, content, numbers }): Finding => {
    const where = content === undefined ? place : { ...place, content }
    return { code: 'sheet-inconsistent', place: { ...where, figure: code }, found: JSON.stringify(numbers) }
  })
  return [...twice, ...broken]
}

/** Days and means of participation against what became of the slots. */
function turnoutFindings(data: ClosingData): readonly Finding[] {
  const answered = data.outcomes
    .filter(({ outcome }) => outcome.startsWith('answered-'))
    .reduce((sum, { slots }) => sum + slots, 0)
  const households = data.turnout.reduce((sum, line) => sum + line.households, 0)
  return differing(
    'turnout-differs',
    { file: packPaths.turnout, figure: 'households' },
    { expected: answered, found: households },
  )
}

/** Free texts against the contents of the ballot. */
function opinionFindings({ opinions, questionnaire }: ClosingData): readonly Finding[] {
  const keys = new Set<string | null>([...contentKeys(questionnaire), null])
  return opinions.flatMap(({ content }, i): readonly Finding[] =>
    keys.has(content)
      ? []
      : [
          {
            code: 'opinion-unknown',
            place: { file: packPaths.opinions, line: i + 2, content: content ?? '' },
          },
        ],
  )
}

/** The frame, the slots, the ballots and the sheets of a pack against each other (conservation, village by village). */
export function verifyFrame(data: ClosingData): Part {
  const findings = [
    ...namingFindings(data),
    ...data.frame.flatMap(row => [
      ...ballotFindings(data, row),
      ...slotFindings(data, row),
      ...sheetFindings(data, row),
    ]),
    ...turnoutFindings(data),
    ...opinionFindings(data),
  ]
  const households = data.frame.reduce((sum, row) => sum + row.households, 0)
  return partOf(findings, { code: 'frame', numbers: { villages: data.frame.length, households } })
}
