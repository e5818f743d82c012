import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { writeZip } from '#app/documents/zip-write.server.ts'
import { dataFingerprintOf, listFiles, packPaths, readManifest, writeManifest } from '#app/dossier/pack.ts'
import { computePack } from '#app/dossier/pack-counts.ts'
import { readPackData } from '#app/dossier/pack-survey.ts'
import type { Finding } from '#app/dossier/verify.ts'
import { verifyFiles } from '#app/dossier/verify-files.ts'
import { verifyPack } from '#app/dossier/verify-pack.ts'
import { unzip } from '#app/dossier/verify-zip.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { sha256Bytes } from '#app/services/evidence.server.ts'
import { makePack } from '#app/services/packing.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { enterSheet } from '#app/services/sheets.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'
import { verifyTools } from '../../scripts/verify/tools.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
/** Beside the six ballots of Suối Mơ two on paper, counted by hand. */
const sheetForm = () => {
  const lines = contentKeys(qd318).flatMap(key => [
    [`satisfied.${key}`, '1'] as const,
    [`dissatisfied.${key}`, '1'] as const,
    [`blank.${key}`, '0'] as const,
  ])
  const head = { issued: '8', collected: '8', ballots: '6', invalid: '0', anyDissatisfied: '1' }
  const values = new Map(Object.entries({ ...head, ...Object.fromEntries(lines) }))
  return { get: (name: string) => values.get(name) ?? null }
}

const round = await collectingCampaign(world, { 'Đồi Chè': 8, 'Suối Mơ': 8 })
for (const [village, dissatisfied] of [
  ['Đồi Chè', 2],
  ['Suối Mơ', 3],
] as const)
  for (const [i, code] of round.codesOf(village).slice(0, 6).entries())
    await answerByCode(world.system, code, filledIn(i < dissatisfied ? 'dissatisfied' : 'satisfied'))
const place = { campaignId: round.campaignId, villageId: round.villageId('Suối Mơ') }
const sheet = await enterSheet(lan, place, sheetForm())
if (sheet.kind !== 'recorded') throw new Error(JSON.stringify(sheet))
await closeRound(world, round.campaignId)

const packed = async (): Promise<Uint8Array> => {
  const made = await makePack(lan, round.campaignId)
  if (!made.ok) throw new Error(made.error)
  return made.value.bytes
}

const good = await packed()
const goodFiles = unzip(good, verifyTools.inflate).files

const zipOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  writeZip([...files].map(([name, bytes]) => ({ name, bytes })))

const findingsOf = (bytes: Uint8Array): readonly Finding[] => verifyPack(bytes, verifyTools).findings

const textOf = (path: string): string => new TextDecoder().decode(goodFiles.get(path))

/** A pack whose forger mends every hash of the manifest after changing some files. */
const forgedFrom = (
  pack: ReadonlyMap<string, Uint8Array>,
  changes: Readonly<Record<string, string | Uint8Array>>,
): readonly Finding[] => {
  const files = new Map(pack)
  for (const [path, content] of Object.entries(changes)) files.set(path, Buffer.from(content))
  const manifest = {
    ...readManifest(new TextDecoder().decode(files.get(packPaths.manifest))),
    dataFingerprint: dataFingerprintOf(files, sha256Bytes),
    files: listFiles(files, sha256Bytes),
  }
  files.set(packPaths.manifest, Buffer.from(writeManifest(manifest)))
  return findingsOf(zipOf(files))
}

const forged = (changes: Readonly<Record<string, string | Uint8Array>>) => forgedFrom(goodFiles, changes)

const swapAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1)

test('a good pack has no finding, and says what was counted', () => {
  const verified = verifyPack(good, verifyTools)
  expect(verified.findings).toEqual([])
  expect(verified.checked.find(one => one.code === 'ballots')?.numbers).toEqual({ ballots: 12, villages: 2 })
})

const flipped = (path: string, at: number, by: number): ReadonlyMap<string, Uint8Array> => {
  const bytes = Uint8Array.from(goodFiles.get(path) ?? [])
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by
  return new Map(goodFiles).set(path, bytes)
}

const without = (path: string): ReadonlyMap<string, Uint8Array> =>
  new Map([...goodFiles].filter(([name]) => name !== path))

const listed = [...goodFiles.keys()].filter(path => path !== packPaths.manifest)

test('a byte of any file that is another names the file, and so does a file that is gone', () => {
  const manifest = readManifest(textOf(packPaths.manifest))
  const named = (files: ReadonlyMap<string, Uint8Array>) =>
    verifyFiles(files, manifest, sha256Bytes).findings.map(({ code, place }) => [code, place.file])
  for (const path of listed) {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(named(flipped(path, at, by))).toEqual([['file-altered', path]])
      }),
      { numRuns: 3 },
    )
    expect(named(without(path))).toEqual([['file-missing', path]])
  }
})

test('the whole verifier names every file at once when all but the manifest are others, and the manifest too', () => {
  const filesNamed = (files: ReadonlyMap<string, Uint8Array>) =>
    new Set(findingsOf(zipOf(files)).map(({ place }) => place.file))
  const every = new Map(listed.map(path => [path, flipped(path, 9, 1).get(path) ?? new Uint8Array()]))
  const manifest = goodFiles.get(packPaths.manifest) ?? new Uint8Array()
  expect([...filesNamed(every.set(packPaths.manifest, manifest))]).toEqual(expect.arrayContaining(listed))
  expect([...filesNamed(new Map([[packPaths.manifest, manifest]]))]).toEqual(expect.arrayContaining(listed))
  for (const files of [flipped(packPaths.manifest, 40, 1), without(packPaths.manifest)])
    expect(filesNamed(files)).toContain(packPaths.manifest)
})

test('one vote that is another is named by village, content and figure, and the closing did not see it', () => {
  const ballots = textOf(packPaths.ballots)
  const found = forged({ [packPaths.ballots]: swapAt(ballots, ballots.indexOf(',s,s') + 1, 'd') })
  const figures = found.filter(({ code }) => code === 'results-differ')
  expect(
    figures.some(({ place }) => place.village && place.content && place.figure === 'counts.satisfied'),
  ).toBe(true)
  expect(found.map(({ code }) => code)).toContain('fingerprint-of-log-differs')
})

test('one count in the results, or a threshold of the rules, is named', () => {
  const results = JSON.parse(textOf(packPaths.results))
  results.units[1].contents[3].counts.satisfied += 1
  const count = forged({ [packPaths.results]: JSON.stringify(results) })
  expect(count).toHaveLength(1)
  expect(count[0]).toMatchObject({
    code: 'results-differ',
    place: { village: results.units[1].name, content: results.contents[3], figure: 'counts.satisfied' },
  })
  const rules = JSON.parse(textOf(packPaths.rules))
  rules.overallThreshold.value = '60'
  const threshold = forged({ [packPaths.rules]: JSON.stringify(rules) })
  expect(threshold.map(({ place }) => place.figure)).toContain('checks.overallThreshold.threshold')
  expect(threshold.map(({ code }) => code)).toContain('fingerprint-of-log-differs')
})

test('a line of the log that is dropped, changed or moved is named by its number', () => {
  const lines = textOf(packPaths.log).trimEnd().split('\n')
  const written = (changed: readonly string[]) => ({ [packPaths.log]: `${changed.join('\n')}\n` })
  const linkOf = (found: readonly Finding[]) => found.find(({ code }) => code.startsWith('link-'))
  const dropped = linkOf(forged(written(lines.filter((_, i) => i !== 6))))
  expect(dropped).toMatchObject({ code: 'link-missing', place: { link: 7 } })
  const moved = [...lines.slice(0, 4), ...lines.slice(4, 6).reverse(), ...lines.slice(6)]
  expect(linkOf(forged(written(moved)))).toMatchObject({ code: 'link-missing', place: { link: 5 } })
  const closed = lines.findIndex(line => line.includes('"campaign.closed"'))
  const lied = lines.map((line, i) =>
    i === closed ? line.replace('"collected":14', '"collected":15') : line,
  )
  expect(linkOf(forged(written(lied)))).toMatchObject({ code: 'link-altered', place: { link: closed + 1 } })
  expect(forged(written(lines.slice(0, -1))).map(({ code }) => code)).toContain('log-head-differs')
})

test('ballots of two villages that change places are found by the log, whatever else was mended', () => {
  const ids = ['Đồi Chè', 'Suối Mơ'].map(round.villageId)
  const [a = '', b = ''] = ids
  const swapped = textOf(packPaths.ballots)
    .split('\n')
    .map(line => (line.startsWith(a) ? line.replace(a, b) : line.replace(b, a)))
    .join('\n')
  const files = new Map(goodFiles).set(packPaths.ballots, Buffer.from(swapped))
  const data = readPackData(files)
  const results = JSON.stringify(computePack(data, data.survey.campaign.communeName))
  const survey = JSON.parse(textOf(packPaths.survey))
  survey.fingerprint = dataFingerprintOf(files, sha256Bytes)
  const found = forged({
    [packPaths.ballots]: swapped,
    [packPaths.results]: results,
    [packPaths.survey]: JSON.stringify(survey),
  })
  expect(found.map(({ code }) => code)).toContain('fingerprint-of-log-differs')
  expect(
    found.some(({ code, place }) => code === 'paper-differs' && place.file?.startsWith('papers/bien-ban')),
  ).toBe(true)
})

test('a paper that says something else is named with both texts', () => {
  for (const ending of ['docx', 'pdf']) {
    const [one, two] = [`papers/bien-ban-01.${ending}`, `papers/bien-ban-02.${ending}`]
    const named = forged({ [one]: goodFiles.get(two) ?? '' })
    expect(named).toMatchObject([{ code: 'paper-differs', place: { file: one } }])
    expect(named[0]?.expected).not.toBe(named[0]?.found)
  }
})

test('papers of an earlier version in the pack of the later one are named', async () => {
  world.time.now = new Date('2026-03-05T02:00:00Z')
  const reopened = { reason: 'Sót hộ', endsOn: '2026-03-20' as Day }
  expect((await reopenCampaign(lan, round.campaignId, reopened)).ok).toBe(true)
  expect((await closeRound(world, round.campaignId)).ok).toBe(true)
  const later = await packed()
  expect(findingsOf(later)).toEqual([])
  const { files } = unzip(later, verifyTools.inflate)
  const old = Object.fromEntries(
    [...goodFiles].filter(([path]) => /^papers\/(bao-cao|bieu|bien-ban)/.test(path)),
  )
  const named = forgedFrom(files, old).filter(({ code }) => code === 'paper-differs')
  expect([...new Set(named.map(({ place }) => place.file))]).toEqual(expect.arrayContaining(Object.keys(old)))
})

/** Changes rows past every trigger, as only the owner of the database can. */
const editAsOwner = (sql: string) =>
  pool.query(`begin; set local session_replication_role = replica; ${sql}; commit`)

const codesOf = (found: readonly Finding[]) => found.map(({ code }) => code)

/** Parts that are named as changed after closing. */
const partsIn = (found: readonly Finding[]) =>
  found
    .filter(({ code }) => code.startsWith('part-'))
    .map(({ code, place }) => `${code} ${place.village ?? place.content ?? '-'} ${place.figure}`)
    .sort()

test('a tally or a sheet that the owner of the database edits after closing is found in the next pack', async () => {
  const shift = (by: number) =>
    `update tally set ballots = ballots + case option when 'satisfied' then ${by} else ${-by} end
      where content = 3 and option <> 'blank' and village_id = '${round.villageId('Suối Mơ')}'`
  await editAsOwner(shift(1))
  const tally = findingsOf(await packed())
  expect(tally.filter(({ code }) => code === 'results-differ')[0]).toMatchObject({
    place: { content: contentKeys(qd318)[3] },
  })
  expect(tally.some(({ place }) => place.village === 'Suối Mơ')).toBe(true)
  await editAsOwner(shift(-1))
  const own = `where village_id = '${place.villageId}'`
  await editAsOwner(`update sheet set satisfied[1] = 0, dissatisfied[1] = 2, any_dissatisfied = 2 ${own}`)
  const sheet = findingsOf(await packed())
  expect(codesOf(sheet)).toContain('fingerprint-of-log-differs')
  expect(partsIn(sheet)).toEqual(['part-changed Suối Mơ part.sheets'])
  await editAsOwner(`update sheet set satisfied[1] = 1, dissatisfied[1] = 1, any_dissatisfied = 1 ${own}`)
})

test('so are a ballot, the frame, an outcome, a rule and a question, each by its village and part', async () => {
  const ballot = `(select min(id::text)::uuid from ballot where village_id = '${round.villageId('Đồi Chè')}')`
  const question = qd318.contents[2]?.key
  await editAsOwner(`update ballot set answers[2] = 3 - answers[2] where id = ${ballot};
    update campaign_village set unreadable = unreadable + 1, position = position + 10;
    update slot set outcome = 'refused' where outcome is not null and village_id = '${place.villageId}';
    update campaign set frozen = jsonb_set(jsonb_set(frozen, '{rules,overallThreshold,value}', '"60"'),
      '{questionnaire,contents,2,statement,vi}', '"Đường làng đẹp"')`)
  const found = findingsOf(await packed())
  expect(codesOf(found)).toContain('fingerprint-of-log-differs')
  for (const code of ['results-differ', 'ballots-differ'])
    expect(
      found.some(one => one.code === code && one.place.village !== undefined),
      code,
    ).toBe(true)
  expect(partsIn(found)).toEqual([
    'part-changed - rule.overallThreshold',
    ...['part-changed Suối Mơ part.frame', 'part-changed Suối Mơ part.outcomes'],
    `part-changed ${question} part.content`,
    ...['part-changed Đồi Chè part.ballots', 'part-changed Đồi Chè part.frame'],
  ])
})

test('whatever is given as a pack, checking it ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), noise => findingsOf(noise).length > 0),
    { numRuns: 20 },
  )
  expect(verifyPack(new Uint8Array(), verifyTools).usable).toBe(false)
  const free: readonly string[] = [packPaths.readMe, packPaths.verifier, packPaths.manifest]
  const junk = '{"a":[[[]]],"__proto__":1}\n'
  const isPaper = (path: string) => path.startsWith('papers/')
  for (const path of listed.filter(one => !free.includes(one) && !isPaper(one)))
    expect(forged({ [path]: junk }).length, path).toBeGreaterThan(0)
  const papers = listed.filter(isPaper)
  const named = forged(Object.fromEntries(papers.map(path => [path, junk]))).map(({ place }) => place.file)
  expect(named).toEqual(expect.arrayContaining(papers))
})
