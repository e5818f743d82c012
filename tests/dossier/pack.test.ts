import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answers } from '#app/ballot/ballot.ts'
import {
  bytesOfText,
  closingPaths,
  dataFingerprintOf,
  fileText,
  listFiles,
  packFormat,
  packPaths,
  readManifest,
  writeJson,
  writeManifest,
} from '#app/dossier/pack.ts'
import {
  readBallots,
  readOpinions,
  readReceipts,
  readSheets,
  writeBallots,
  writeOpinions,
  writeReceipts,
  writeSheets,
} from '#app/dossier/pack-box.ts'
import { closingFilesOf, computePack, readClosingData } from '#app/dossier/pack-counts.ts'
import { PackUnreadable } from '#app/dossier/pack-csv.ts'
import { writeDigests } from '#app/dossier/pack-digests.ts'
import { readFrame, readOutcomes, readTurnout, writeFrame } from '#app/dossier/pack-frame.ts'
import { writeLog } from '#app/dossier/pack-log.ts'
import { papersOfPack } from '#app/dossier/pack-papers.ts'
import { readPackData, surveyOfPack, writeSurveyFile, writeVersions } from '#app/dossier/pack-survey.ts'
import { verifyDigests } from '#app/dossier/verify-digests.ts'
import { packData } from './packs.ts'
import { day } from './surveys.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

const data = packData()

const filesOf = () =>
  new Map<string, Uint8Array>([
    ...closingFilesOf(data),
    [packPaths.versions, bytesOfText(writeVersions(data.versions))],
    [packPaths.survey, bytesOfText(writeSurveyFile(data.survey))],
  ])

const resultsOf = () => {
  const results = computePack(data, data.survey.campaign.communeName)
  if (results.kind === 'inconsistent') throw new Error(JSON.stringify(results.problems))
  return results
}

test('what is written into a pack is read back as it was', () => {
  expect(readPackData(filesOf())).toEqual(data)
})

test('any ballots survive the way through their file', () => {
  const ballot = fc.record({
    villageId: fc.constantFrom('v1', 'v2'),
    channel: fc.constantFrom('self' as const, 'paper' as const, null),
    language: fc.constantFrom('tay', null),
    answers: fc.option(fc.array(fc.constantFrom(...answers), { minLength: 3, maxLength: 3 })),
  })
  fc.assert(
    fc.property(fc.array(ballot), ballots => {
      expect(readBallots(writeBallots(ballots, 3), 3)).toEqual(ballots)
    }),
  )
})

test('any texts survive, with commas, quotes, line breaks and what a spreadsheet takes for a formula', () => {
  const body = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'x", '"', 'a\r\nb', 'a,b\n', '\ufeffx'),
  )
  const opinion = fc.record({
    villageId: fc.constantFrom('v1', 'v2'),
    content: fc.constantFrom('transport', null),
    body,
  })
  fc.assert(
    fc.property(fc.array(opinion), opinions => {
      expect(readOpinions(writeOpinions(opinions))).toEqual(opinions)
    }),
  )
  expect(writeOpinions([{ villageId: 'v1', content: null, body: '=1+1' }])).toContain(",'=1+1\n")
})

test('a ballot says neither id nor time: village, means, language and a letter a line', () => {
  const lines = fileText(filesOf(), packPaths.ballots).split('\n')
  expect(lines[0]).toMatch(/^village_id,channel,language,a1,.*,a20$/)
  expect(lines[1]).toMatch(/^[^,]*,[a-z]*,[a-z]*(,[sdbx]?){20}$/)
})

test('a sheet that cannot be read as a ballot has empty answers, and a blank line a letter', () => {
  const text = writeBallots(
    [
      { villageId: 'v1', channel: null, language: null, answers: null },
      { villageId: 'v1', channel: 'self', language: null, answers: ['blank', 'both'] },
    ],
    2,
  )
  expect(text).toBe('village_id,channel,language,a1,a2\nv1,,,,\nv1,self,,b,x\n')
})

test.each([
  [
    'a number with a sign',
    () => readFrame(writeFrame(data.frame).replace(/,(\d+),/, ',-$1,')),
    /frame.csv, line 2/,
  ],
  [
    'a column too few',
    () => readOutcomes('village_id,outcome\nv,absent\n'),
    /outcomes.csv, line 1: the columns/,
  ],
  [
    'an unknown word',
    () => readOutcomes('village_id,outcome,slots\nv,asleep,1\n'),
    /line 2: outcome is unknown: asleep/,
  ],
  [
    'a day that is none',
    () => readTurnout('channel,day,households\nself,2026-02-30,1\n'),
    /turnout.csv, line 2: no day/,
  ],
  [
    'a letter that is no answer',
    () => readBallots('village_id,channel,language,a1\nv,,,z\n', 1),
    /line 2: a1 is no answer: z/,
  ],
  ['half a ballot', () => readBallots('village_id,channel,language,a1,a2\nv,,,s,\n', 2), /a2 is no answer/],
  [
    'a leaf of the wrong length',
    () => readReceipts('village_id,leaf\nv,ab\n'),
    /receipts.csv, line 2: no leaf/,
  ],
  ['a line that breaks off', () => readReceipts('village_id,leaf\nv,ab'), /breaks off|no leaf|end/],
  ['an open quote', () => readOpinions('village_id,content,body\nv,,"a\n'), /a quote that is not closed/],
  ['a sheet without its counts', () => readSheets('[{"villageId":"v"}]'), /sheets.json: 0.issued/],
  ['no JSON', () => readSheets('{'), /sheets.json: no JSON/],
])('%s is named with its file and line', (_, read, message) => {
  expect(read).toThrow(PackUnreadable)
  expect(read).toThrow(message)
})

test('a line is counted from where it begins, also behind texts of several lines', () => {
  const text = 'village_id,content,body\nv,,"a\nb\nc"\nv,,x\nv,x\n'
  expect(() => readOpinions(text)).toThrow(/line 6: 2 cells/)
})

test('JSON is written with its members in one order, so that what a database gives back is the same bytes', () => {
  expect(writeJson({ b: 1, a: [{ d: 'ữ', c: null }] })).toBe(writeJson({ a: [{ c: null, d: 'ữ' }], b: 1 }))
})

test('the data fingerprint is SHA-256 over a text anybody can write down', () => {
  const files = closingFilesOf(data)
  const lines = [...closingPaths].map(path => `${path} ${hex(fileText(files, path))}\n`)
  expect([...closingPaths]).toEqual([...closingPaths].sort())
  expect(dataFingerprintOf(files, sha256)).toBe(hex(lines.join('')))
})

test.each([...closingPaths])('one byte more in %s gives another fingerprint', path => {
  const files: Map<string, Uint8Array> = new Map(closingFilesOf(data))
  const before = dataFingerprintOf(files, sha256)
  files.set(path, bytesOfText(`${fileText(files, path)} `))
  expect(dataFingerprintOf(files, sha256)).not.toBe(before)
  files.delete(path)
  expect(() => dataFingerprintOf(files, sha256)).toThrow(PackUnreadable)
})

test('the manifest names every file beside it with its size and hash', () => {
  const files = filesOf()
  files.set(packPaths.manifest, bytesOfText('{}'))
  const { campaign, version, auditHead } = data.survey
  const manifest = {
    format: packFormat,
    campaign: { ...campaign, provinceName: data.survey.provinceName },
    ...{ version, auditHead, madeOn: day('2026-03-22'), dataFingerprint: dataFingerprintOf(files, sha256) },
    files: listFiles(files, sha256),
  } as const
  const read = readManifest(writeManifest(manifest))
  expect(read.files.map(file => file.path)).toEqual([...filesOf().keys()].sort())
  expect(read.files).toContainEqual({
    path: packPaths.frame,
    bytes: files.get(packPaths.frame)?.length,
    sha256: hex(fileText(files, packPaths.frame)),
  })
})

test('a pack alone gives figures, survey and papers: sheets are added to ballots, earlier versions told', () => {
  const results = resultsOf()
  expect(results.area).toMatchObject({ collected: 46, households: 70, invalid: 2 })
  const survey = surveyOfPack(data, results)
  expect(survey.handCounted).toEqual([{ name: 'Suối Mơ', ballots: 1, byHand: 15 }])
  expect(survey.traces.earlier).toMatchObject([{ version: 1, reason: 'Sót một xóm' }])
  expect(survey.opinions).toHaveLength(3)
  const papers = papersOfPack(data, results, day('2026-03-22'))
  expect(papers.ok && papers.value.map(paper => paper.path)).toEqual([
    'papers/ke-hoach.docx',
    'papers/bien-ban-01.docx',
    'papers/bien-ban-02.docx',
    'papers/bieu-tong-hop.xlsx',
    'papers/thong-bao-niem-yet.docx',
    'papers/bao-cao.docx',
  ])
})

test('a part of a joint campaign has no report, and a round that is not posted no notice', () => {
  const part = { ...data, survey: { ...data.survey, partOfJoint: true, posted: null } }
  const papers = papersOfPack(part, resultsOf(), day('2026-03-22'))
  expect(papers.ok && papers.value.map(paper => paper.path).slice(-2)).toEqual([
    'papers/bien-ban-02.docx',
    'papers/bieu-tong-hop.xlsx',
  ])
})

test('closing data is read without the rest', () => {
  expect(readClosingData(closingFilesOf(data)).frame).toEqual(data.frame)
  expect(writeSheets(readSheets(writeSheets(data.sheets)))).toBe(writeSheets(data.sheets))
  expect(writeReceipts(readReceipts(writeReceipts(data.receipts)))).toBe(writeReceipts(data.receipts))
})

test('report and notice print the fingerprint taken at closing; a campaign from before has none to print', () => {
  const printed = (survey: typeof data.survey) => {
    const papers = papersOfPack({ ...data, survey }, resultsOf(), day('2026-03-22'))
    if (!papers.ok) throw new Error(papers.error)
    return papers.value
      .filter(paper => JSON.stringify(paper).includes(`Mã dữ liệu khi khóa`))
      .map(paper => [paper.path, JSON.stringify(paper).includes(String(data.survey.fingerprint))])
  }
  expect(printed(data.survey)).toEqual([
    ['papers/thong-bao-niem-yet.docx', true],
    ['papers/bao-cao.docx', true],
  ])
  expect(printed({ ...data.survey, fingerprint: null })).toEqual([])
})

test('what was changed, removed or added since closing is named; a round closed without digests says only that it cannot', () => {
  const files = closingFilesOf(data)
  const closed = (detail: Readonly<Record<string, string>>) => {
    const record = { at: '', actor: 'system', campaignId: 'c', kind: 'campaign.closed', detail }
    return bytesOfText(writeLog([{ seq: 1, record, hash: '0'.repeat(64) }]))
  }
  const checked = (changes: Partial<typeof data>, detail: Readonly<Record<string, string>>) => {
    const now = { ...data, ...changes }
    return verifyDigests(new Map([...closingFilesOf(now), [packPaths.log, closed(detail)]]), now, hex)
  }
  const digests = writeDigests(files, hex)
  expect(checked({}, { digests }).checked).toMatchObject([{ code: 'digests', numbers: { villages: 2 } }])
  const turnout = data.turnout.slice(1)
  const changed = checked({ sheets: [], opinions: data.opinions.slice(0, 1), turnout }, { digests })
  const named = changed.findings.map(({ code, place }) => [code, place.village ?? '', place.file])
  expect(named).toEqual([
    ['part-changed', '', packPaths.turnout],
    ['part-changed', 'Đồi Chè', packPaths.opinions],
    ['part-gone', 'Suối Mơ', packPaths.sheets],
  ])
  expect(checked({ sheets: [] }, {})).toMatchObject({
    findings: [],
    remarks: [{ code: 'closed-without-digests' }],
  })
})
