import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeZip } from '#app/documents/zip-write.server.ts'
import { dataFingerprintOf, listFiles, packPaths, readManifest, writeManifest } from '#app/dossier/pack.ts'
import { computePack } from '#app/dossier/pack-counts.ts'
import { readPackData } from '#app/dossier/pack-survey.ts'
import type { Finding } from '#app/dossier/verify.ts'
import { verifyPack } from '#app/dossier/verify-pack.ts'
import { unzip } from '#app/dossier/verify-zip.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { makePack } from '#app/services/packing.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'
import { verifyTools } from '../../scripts/verify/tools.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
const round = await collectingCampaign(world, { 'Đồi Chè': 12, 'Suối Mơ': 12 })
for (const [village, dissatisfied] of [
  ['Đồi Chè', 2],
  ['Suối Mơ', 5],
] as const)
  for (const [i, code] of round.codesOf(village).slice(0, 10).entries())
    await answerByCode(world.system, code, filledIn(i < dissatisfied ? 'dissatisfied' : 'satisfied'))
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
const forged = (changes: Readonly<Record<string, string | null>>): readonly Finding[] => {
  const files = new Map(goodFiles)
  for (const [path, text] of Object.entries(changes))
    if (text === null) files.delete(path)
    else files.set(path, Buffer.from(text))
  const manifest = {
    ...readManifest(textOf(packPaths.manifest)),
    dataFingerprint: dataFingerprintOf(files, verifyTools.sha256),
    files: listFiles(files, verifyTools.sha256),
  }
  files.set(packPaths.manifest, Buffer.from(writeManifest(manifest)))
  return findingsOf(zipOf(files))
}

const swapAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1)

test('a good pack has no finding, and says what was counted', () => {
  const verified = verifyPack(good, verifyTools)
  expect(verified.findings).toEqual([])
  expect(verified.checked.find(one => one.code === 'ballots')?.numbers).toEqual({ ballots: 20, villages: 2 })
})

test('a byte of any file that is another names the file', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...goodFiles.keys()),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (path, at, by) => {
        const bytes = Uint8Array.from(goodFiles.get(path) ?? [])
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by
        const found = findingsOf(zipOf(new Map(goodFiles).set(path, bytes)))
        expect(found.map(({ place }) => place.file)).toContain(path)
      },
    ),
    { numRuns: 6 },
  )
  for (const path of goodFiles.keys()) {
    const files = new Map(goodFiles)
    files.delete(path)
    expect(
      findingsOf(zipOf(files)).some(({ place }) => place.file === path),
      path,
    ).toBe(true)
  }
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
    i === closed ? line.replace('"collected":20', '"collected":21') : line,
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
  survey.fingerprint = dataFingerprintOf(files, verifyTools.sha256)
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
  const other = goodFiles.get('papers/bien-ban-02.docx')
  const files = new Map(goodFiles).set('papers/bien-ban-01.docx', other ?? new Uint8Array())
  const named = findingsOf(zipOf(files)).find(({ code }) => code === 'paper-differs')
  expect(named).toMatchObject({ place: { file: 'papers/bien-ban-01.docx' } })
  expect(named?.expected).not.toBe(named?.found)
})

test('what the owner of the database changes after closing is found in the next pack', async () => {
  const edits = [
    [
      'update ballot set answers[2] = 3 - answers[2] where id = (select min(id::text)::uuid from ballot)',
      'ballot',
    ],
    ['update campaign_village set unreadable = unreadable + 1, position = position + 10', 'campaign_village'],
  ] as const
  for (const [sql, name] of edits) {
    await pool.query(sql)
    const found = findingsOf(await packed())
    expect(
      found.map(({ code }) => code),
      name,
    ).toContain('fingerprint-of-log-differs')
    expect(
      found.some(({ place }) => place.village !== undefined),
      name,
    ).toBe(true)
  }
})

test('whatever is given as a pack, checking it ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), noise => findingsOf(noise).length > 0),
    { numRuns: 20 },
  )
  expect(verifyPack(new Uint8Array(), verifyTools).usable).toBe(false)
  const free: readonly string[] = [packPaths.readMe, packPaths.verifier, packPaths.manifest]
  for (const path of [...goodFiles.keys()].filter(one => !free.includes(one)))
    expect(forged({ [path]: '{"a":[[[]]],"__proto__":1}\n' }).length, path).toBeGreaterThan(0)
})
