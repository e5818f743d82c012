import { byHandOf } from '#app/tally/sheet.ts'
import type { Results } from '#app/verdict/compute.ts'
import { type PackFiles, packPaths } from './pack.ts'
import type { OwnLine } from './pack-log.ts'
import type { PackData } from './pack-survey.ts'
import type { Finding } from './verify.ts'

/** A pack whose log is read: `fingerprint` as its data files give it, `results` null where they could not be counted. */
export type LoggedPack = {
  readonly files: PackFiles
  readonly data: PackData
  readonly fingerprint: string
  readonly results: Results | null
}

const file = packPaths.log

const ofKind = (own: readonly OwnLine[], ...kinds: readonly string[]): readonly OwnLine[] =>
  own.filter(({ record }) => kinds.includes(record.kind))

const missing = (figure: string): Finding => ({ code: 'log-event-missing', place: { file, figure } })

type Detail = Readonly<Record<string, string | number>>

/** What a line of the log says against what the data say, member by member. */
const againstData = (line: OwnLine, data: Detail, village?: string): readonly Finding[] =>
  Object.entries(data).flatMap(([figure, found]): readonly Finding[] => {
    const expected = line.record.detail[figure]
    if (expected === found) return []
    const place = { file, link: line.seq, figure, ...(village === undefined ? {} : { village }) }
    return [{ code: 'log-event-differs', place, expected: String(expected ?? '–'), found: String(found) }]
  })

/** The fingerprint that the log carries for a version against the one that the pack gives for it. */
function fingerprintFinding(line: OwnLine, found: string | null): readonly Finding[] {
  const expected = line.record.detail.fingerprint
  const place = { file, link: line.seq, figure: 'fingerprint' }
  if (expected === undefined && found === null) return []
  if (expected === undefined) return [{ code: 'log-fingerprint-missing', place }]
  if (expected === found) return []
  return [{ code: 'fingerprint-of-log-differs', place, expected: String(expected), found: found ?? '–' }]
}

/** A round closed before there were fingerprints has none anywhere; else the data of the pack give it. */
const presentFingerprint = ({ data, fingerprint }: LoggedPack, line: OwnLine): string | null =>
  data.survey.fingerprint === null && line.record.detail.fingerprint === undefined ? null : fingerprint

/** Each version was closed once, the last one with the counts and the data of this pack. */
function closingFindings(own: readonly OwnLine[], pack: LoggedPack): readonly Finding[] {
  const closings = ofKind(own, 'campaign.closed')
  const { survey, versions } = pack.data
  const last = closings.at(-1)
  if (closings.length < survey.version || !last) return [missing('campaign.closed')]
  if (closings.length > survey.version)
    return [
      {
        ...{ code: 'log-event-differs', place: { file, link: last.seq, figure: 'version' } },
        ...{ expected: String(closings.length), found: String(survey.version) },
      },
    ]
  const { area } = pack.results ?? {}
  const counts: Detail = area ? { collected: area.collected, valid: area.valid, invalid: area.invalid } : {}
  return [
    ...closings.slice(0, -1).flatMap((line, i) => fingerprintFinding(line, versions[i]?.fingerprint ?? null)),
    ...fingerprintFinding(last, presentFingerprint(pack, last)),
    ...againstData(last, counts),
  ]
}

/** Each earlier version was reopened once, for the reason that the pack gives. */
function reopeningFindings(own: readonly OwnLine[], { data }: LoggedPack): readonly Finding[] {
  const reopenings = ofKind(own, 'campaign.reopened')
  if (reopenings.length !== data.versions.length) return [missing('campaign.reopened')]
  return reopenings.flatMap((line, i) => {
    const version = data.versions[i]
    return version ? againstData(line, { reason: version.reason }) : []
  })
}

/** What was opened: so many villages and households. */
function openingFindings(own: readonly OwnLine[], { data: { frame } }: LoggedPack): readonly Finding[] {
  const [opened] = ofKind(own, 'campaign.opened')
  if (!opened) return [missing('campaign.opened')]
  const households = frame.reduce((sum, row) => sum + row.households, 0)
  return againstData(opened, { villages: frame.length, households })
}

/** The last sheet that was entered for each village, unless it was withdrawn. */
function sheetsInLog(own: readonly OwnLine[]): ReadonlyMap<string, OwnLine> {
  const sheets = new Map<string, OwnLine>()
  for (const line of ofKind(own, 'sheet.entered', 'sheet.withdrawn')) {
    const village = String(line.record.detail.village)
    if (line.record.kind === 'sheet.entered') sheets.set(village, line)
    else sheets.delete(village)
  }
  return sheets
}

/** The hand counts of the pack against those that the log knows. */
function sheetFindings(own: readonly OwnLine[], { data }: LoggedPack): readonly Finding[] {
  const logged = sheetsInLog(own)
  const names = new Map(data.frame.map(({ villageId, name }) => [villageId, name]))
  const found = data.sheets.flatMap((sheet): readonly Finding[] => {
    const village = names.get(sheet.villageId) ?? sheet.villageId
    const line = logged.get(village)
    if (!line) return [{ code: 'log-event-missing', place: { file, village, figure: 'sheet.entered' } }]
    return againstData(line, { collected: sheet.collected, byHand: byHandOf(sheet) }, village)
  })
  const present = new Set(data.sheets.map(sheet => names.get(sheet.villageId)))
  const gone = [...logged.keys()].filter(village => !present.has(village))
  return [
    ...found,
    ...gone.map((village): Finding => ({ code: 'file-missing', place: { file: packPaths.sheets, village } })),
  ]
}

/** The posting of this version as it was last entered. */
function postingFindings(own: readonly OwnLine[], { data }: LoggedPack): readonly Finding[] {
  const { posted, version } = data.survey
  const entered = ofKind(own, 'campaign.posted', 'posting.corrected').filter(
    ({ record }) => record.detail.version === version,
  )
  const last = entered.at(-1)
  if (!posted)
    return last ? [{ code: 'log-event-differs', place: { file, link: last.seq, figure: 'posted' } }] : []
  if (!last) return [missing('campaign.posted')]
  return againstData(last, { startsOn: posted.startsOn, days: posted.days })
}

/** Everything that the log says of the campaign and the data say too. */
export const eventFindings = (own: readonly OwnLine[], pack: LoggedPack): readonly Finding[] => [
  ...openingFindings(own, pack),
  ...reopeningFindings(own, pack),
  ...closingFindings(own, pack),
  ...sheetFindings(own, pack),
  ...postingFindings(own, pack),
]
