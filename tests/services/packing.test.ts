import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { listZip, unpackEntry } from '#app/documents/zip.server.ts'
import { packPaths } from '#app/dossier/pack.ts'
import { verifyPack } from '#app/dossier/verify-pack.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { findPackable, makePack, packOf } from '#app/services/packing.server.ts'
import { makePaper } from '#app/services/papers.server.ts'
import { postCampaign } from '#app/services/posting.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { findPublicResults, findResults } from '#app/services/results.server.ts'
import { enterSheet } from '#app/services/sheets.server.ts'
import { findCampaign } from '#db/queries/campaigns.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'
import { verifyTools } from '../../scripts/verify/tools.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
const round = await collectingCampaign(world, { 'Đồi Chè': 30, 'Suối Mơ': 12 })
const { campaignId, codesOf } = round
for (const [i, code] of codesOf('Đồi Chè').slice(0, 23).entries())
  await answerByCode(
    world.system,
    code,
    filledIn(i < 2 ? 'dissatisfied' : 'satisfied', { otherOpinion: i ? '' : 'Cần đèn đường' }),
  )

const sheetForm = () => {
  const lines = contentKeys(qd318).flatMap(key => [
    ...[
      [`satisfied.${key}`, '8'] as const,
      [`dissatisfied.${key}`, '1'] as const,
      [`blank.${key}`, '0'] as const,
    ],
  ])
  const head = { issued: '11', collected: '10', ballots: '0', invalid: '1', anyDissatisfied: '1' }
  const values = new Map(
    Object.entries({ ...head, ...Object.fromEntries(lines), 'reason.transport': 'Đường lầy' }),
  )
  return { get: (name: string) => values.get(name) ?? null }
}
await enterSheet(lan, { campaignId, villageId: round.villageId('Suối Mơ') }, sheetForm())

const packed = async () => {
  const made = await makePack(lan, campaignId)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

const filesIn = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const listed = listZip(bytes)
  if (!listed.ok) throw new Error(listed.error)
  return new Map(
    listed.value.map(entry => {
      const unpacked = unpackEntry(bytes, entry)
      if (!unpacked.ok) throw new Error(unpacked.error)
      return [entry.name, unpacked.value]
    }),
  )
}

const lastOf = async (kind: string) =>
  (await pool.query('select detail from audit_event where kind = $1 order by seq desc limit 1', [kind]))
    .rows[0].detail

const fingerprintIn = async () => (await findCampaign(world.system.db, campaignId))?.fingerprint ?? null

test('nothing is packed while the campaign collects, and nobody unknown', async () => {
  expect(await makePack(lan, campaignId)).toEqual({ ok: false, error: 'campaign-not-closed' })
  expect(await makePack(lan, 'x')).toEqual({ ok: false, error: 'campaign-unknown' })
  expect(await fingerprintIn()).toBe(null)
})

test('closing writes the fingerprint of its data down with the campaign and in the log', async () => {
  expect(await closeRound(world, campaignId)).toMatchObject({ ok: true })
  const fingerprint = await fingerprintIn()
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(await lastOf('campaign.closed')).toMatchObject({ collected: 33, fingerprint })
  await expect(
    pool.query(`update campaign set evidence_fingerprint = 'x' where id = $1`, [campaignId]),
  ).rejects.toThrow()
})

test('a pack agrees with itself in everything that can be checked without us', async () => {
  const { name, bytes } = await packed()
  expect(name).toBe('Gói bằng chứng - Xã Sơn Lộc.zip')
  const verified = verifyPack(bytes, verifyTools)
  expect(verified.findings).toEqual([])
  expect(verified.checked.map(part => part.code)).toEqual(
    expect.arrayContaining(['files', 'fingerprint', 'log', 'ballots', 'results', 'receipts', 'papers']),
  )
  expect(verified.manifest?.dataFingerprint).toBe(await fingerprintIn())
})

test('its hash and the fingerprint of its data stand in the log', async () => {
  const { bytes } = await packed()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await lastOf('pack.made')).toEqual({ sha256, fingerprint: await fingerprintIn() })
})

test('the same state on the same day is packed into the same bytes', async () => {
  const campaign = await findCampaign(world.system.db, campaignId)
  if (!campaign) throw new Error('no campaign')
  const [one, two] = [await packOf(lan, campaign), await packOf(lan, campaign)]
  if (!one.ok || !two.ok) throw new Error('no pack')
  expect(one.value.file.bytes.equals(two.value.file.bytes)).toBe(true)
})

test('its report is, byte for byte, the one that is downloaded under the same head of the log', async () => {
  const campaign = await findCampaign(world.system.db, campaignId)
  if (!campaign) throw new Error('no campaign')
  const pack = await packOf(lan, campaign)
  const report = await makePaper(lan, campaignId, 'report')
  if (!pack.ok || !report.ok) throw new Error('no pack')
  expect(filesIn(pack.value.file.bytes).get('papers/bao-cao.docx')?.equals(report.value.bytes)).toBe(true)
})

test('what belongs to others is in it only as digests: neither names nor codes nor other campaigns', async () => {
  const other = await draftCampaign(world, { name: 'Đợt bí mật' })
  const files = filesIn((await packed()).bytes)
  const texts = [...files]
    .filter(([path]) => !path.startsWith('papers/'))
    .map(([, bytes]) => bytes.toString('utf8'))
  const log = files.get(packPaths.log)?.toString('utf8') ?? ''
  expect(log).toContain('"kind":"campaign.closed"')
  expect(log).not.toMatch(/ballot\.received|slot\.outcome-noted/)
  expect(log).toMatch(/\{"seq":\d+,"digest":"[0-9a-f]{64}"\}/)
  const { rows } = await pool.query('select id from ballot')
  const secrets = ['Hộ 1', other, ...codesOf('Đồi Chè'), ...rows.map(row => row.id)]
  for (const secret of secrets) expect(texts.filter(text => text.includes(secret))).toEqual([])
})

test('a posted round packs its notice too; the first file of the zip tells how to check', async () => {
  const posted = await postCampaign(lan, campaignId, {
    ...{ startsOn: '2026-03-02' as Day, days: null, daysDocument: '', atCommune: true, byLoudspeaker: false },
    ...{ villageIds: [round.villageId('Đồi Chè')], contact: 'bà Lan, 0912 000 000' },
  })
  expect(posted).toMatchObject({ ok: true })
  const { bytes } = await packed()
  const [first] = filesIn(bytes)
  expect(first?.[0]).toBe(packPaths.readMe)
  expect(first?.[1].toString('utf8')).toContain(`Mã dữ liệu khi khóa: ${await fingerprintIn()}`)
  expect(first?.[1].toString('utf8')).toContain('papers/bien-ban-02.docx: biên bản kiểm phiếu Suối Mơ')
  for (const ending of ['docx', 'pdf'])
    expect(filesIn(bytes).has(`papers/thong-bao-niem-yet.${ending}`)).toBe(true)
  expect(verifyPack(bytes, verifyTools).findings).toEqual([])
})

test('whoever edits a ballot as owner of the database, and its tally with it, is found by the fingerprint', async () => {
  const { rows } = await pool.query('select id, village_id from ballot where answers[1] = 2 limit 1')
  const set = async (answer: number, satisfied: number) => {
    await pool.query('update ballot set answers[1] = $1 where id = $2', [answer, rows[0].id])
    for (const [option, by] of Object.entries({ satisfied, dissatisfied: -satisfied }))
      await pool.query(
        'update tally set ballots = ballots + $1 where content = 0 and option = $2 and village_id = $3',
        [by, option, rows[0].village_id],
      )
  }
  await set(1, 1)
  const verified = verifyPack((await packed()).bytes, verifyTools)
  expect(verified.findings.map(finding => finding.code)).toContain('fingerprint-of-log-differs')
  const readMe = filesIn((await packed()).bytes).get(packPaths.readMe)
  expect(readMe?.toString('utf8')).toMatch(/KHÔNG DÙNG LÀM BẰNG CHỨNG.*\n {2}Đồi Chè: data\/ballots\.csv/)
  await set(2, -1)
})

test('counts that were edited until they contradict each other make neither figures nor a pack, and say so', async () => {
  const add = (by: number) =>
    pool.query(
      `update tally set ballots = ballots + $1 where content = 0 and option = 'satisfied' and village_id = $2`,
      [by, round.villageId('Đồi Chè')],
    )
  await add(1)
  const contradict = { ok: false, error: 'counts-contradict' }
  expect(await makePack(lan, campaignId)).toEqual(contradict)
  expect(await findResults(lan, campaignId)).toEqual(contradict)
  expect(await findPublicResults(world.system, campaignId)).toEqual(contradict)
  expect(await makePaper(lan, campaignId, 'report')).toEqual(contradict)
  await add(-1)
  expect(await makePack(lan, campaignId)).toMatchObject({ ok: true })
})

test('reopened and closed again, the version before keeps its own fingerprint', async () => {
  const before = await fingerprintIn()
  world.time.now = new Date('2026-03-05T02:00:00Z')
  const reopened = await reopenCampaign(lan, campaignId, { reason: 'Sót hộ', endsOn: '2026-03-20' as Day })
  expect(reopened.ok).toBe(true)
  expect(await fingerprintIn()).toBe(null)
  expect(await makePack(lan, campaignId)).toEqual({ ok: false, error: 'campaign-not-closed' })
  await closeRound(world, campaignId)
  const after = await fingerprintIn()
  expect(after).not.toBe(before)
  const { bytes } = await packed()
  expect(JSON.parse(filesIn(bytes).get(packPaths.versions)?.toString('utf8') ?? '')).toMatchObject([
    { version: 1, fingerprint: before, reason: 'Sót hộ' },
  ])
  expect(verifyPack(bytes, verifyTools).findings).toEqual([])
})

test('a part of a joint campaign is packed without a report', async () => {
  const campaign = await findCampaign(world.system.db, campaignId)
  if (!campaign) throw new Error('no campaign')
  const pack = await packOf(lan, { ...campaign, jointId: campaignId })
  if (!pack.ok) throw new Error(pack.error)
  const files = filesIn(pack.value.file.bytes)
  expect(files.has('papers/bao-cao.docx')).toBe(false)
  expect(files.has('papers/bieu-tong-hop.xlsx')).toBe(true)
})

test('a campaign closed before there were fingerprints is packed all the same, and says so', async () => {
  await pool.query('update campaign set evidence_fingerprint = null where id = $1', [campaignId])
  const readMe = filesIn((await packed()).bytes)
    .get(packPaths.readMe)
    ?.toString('utf8')
  expect(readMe).toContain('đợt khóa trước khi có mã này')
})

test('the committee that is judged, a cadre of another commune and the administrator get no pack; an appraiser does', async () => {
  for (const person of [world.people.minh, world.people.binh, world.people.admin, world.people.tam, null])
    expect(await makePack(world.as(person), campaignId)).toEqual({ ok: false, error: 'forbidden' })
  expect(await makePack(world.as(world.people.hoa), campaignId)).toMatchObject({ ok: true })
})

const { settings } = world.database
const DATABASE_URL = `postgresql://${settings.user}:${encodeURIComponent(settings.password)}@${settings.host}:${settings.port}/${settings.database}`

test('rounds are found by words of their names without accents, or by id; drafts are not', async () => {
  for (const wanted of ['', 'son loc', 'lay y kien', campaignId])
    expect((await findPackable(world.system, wanted)).map(({ id }) => id)).toEqual([campaignId])
  for (const wanted of ['khong co', 'bi mat', campaignId.replace(/^./, 'f')])
    expect(await findPackable(world.system, wanted)).toEqual([])
})

test('the command packs the round whose name is told, as the system', { timeout: 90_000 }, async () => {
  const path = join(world.folder, 'pack.zip')
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/pack.ts', 'son loc', path], {
    env: { ...process.env, DATABASE_URL },
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  expect([code, err]).toEqual([0, ''])
  expect(verifyPack(readFileSync(path), verifyTools).findings).toEqual([])
  const { rows } = await pool.query(
    `select actor, detail from audit_event where kind = 'pack.made' order by seq desc limit 1`,
  )
  expect(rows[0].actor).toBe('system')
  expect(out).toContain(rows[0].detail.sha256)
})
