import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { storeAnswer } from '#app/ballot/ballot.ts'
import { verifyAudit } from '#app/services/audit.server.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { type ExportFile, exportBallots, findExportDesk } from '#app/services/exports.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people } = world
const { pool } = world.database
const lan = world.as(people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 12, 'Suối Mơ': 6 })
for (const code of codesOf('Đồi Chè'))
  await answerByCode(world.system, code, filledIn('satisfied', { 'answer.transport': 'dissatisfied' }))
await closeRound(world, campaignId)

const all = { title: null, year: null, campaignId: null }
const first = { page: 1, size: 10 }

const begun = async (format: 'csv' | 'xlsx', question = all, context = lan): Promise<ExportFile> => {
  world.time.now = new Date(world.time.now.getTime() + 1000)
  const file = await exportBallots(context, question, format)
  if (!file.ok) throw new Error(file.error)
  return file.value
}
const readAll = async ({ chunks }: ExportFile): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for (let step = await chunks.next(); !step.done; step = await chunks.next()) parts.push(step.value)
  return Buffer.concat(parts)
}
const listed = async () => {
  const desk = await findExportDesk(lan, all, first)
  if (!desk.ok) throw new Error(desk.error)
  return desk.value.exports.rows
}
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What Excel reads: rows of cells, numbers as numbers. */
const sheetRows = (xml: string) =>
  [...xml.matchAll(/<row>(.*?)<\/row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<c\/>|<c><v>(\d+)<\/v><\/c>|<c t="inlineStr"><is><t[^>]*>(.*?)<\/t><\/is><\/c>/g)].map(
      ([, number, text]) => (number === undefined ? (text ?? null) : Number(number)),
    ),
  )

test('a file of text has every ballot with its answers by content key, no id, and ends with their number', async () => {
  const bytes = await readAll(await begun('csv'))
  const lines = bytes.toString('utf8').split('\r\n')
  const [head = '', one = ''] = lines
  expect(head.startsWith('\uFEFFdot_lay_y_kien;danh_hieu;ma_xa;xa;thon;')).toBe(true)
  expect(lines.slice(-2)).toEqual(['# 12 rows', ''])
  const cells = new Map(head.split(';').map((name, at) => [name, one.split(';')[at]]))
  expect(cells.get('thon')).toBe('Đồi Chè')
  expect(cells.get('hinh_thuc')).toBe('Hộ tự trả lời bằng mã')
  expect([cells.get('transport'), cells.get('overall'), cells.get('hop_le')]).toEqual(['2', '1', '1'])
  expect(bytes.toString('utf8')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
})

test('the list says who took what, how many rows, and the hash of the very file', async () => {
  const bytes = await readAll(await begun('csv'))
  expect((await listed())[0]).toMatchObject({
    who: 'lan',
    state: 'finished',
    rows: 12,
    sha256: hashOf(bytes),
    about: 'Lấy ý kiến xã Sơn Lộc · Xã Sơn Lộc',
  })
  const { rows } = await pool.query(
    `select detail from audit_event where kind = 'export.finished' order by seq desc limit 1`,
  )
  expect(rows[0].detail).toMatchObject({ rows: 12, sha256: hashOf(bytes) })
})

test('a workbook holds the same rows', async () => {
  const bytes = await readAll(await begun('xlsx'))
  const parts = unzipSync(bytes)
  const rows = sheetRows(Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8'))
  expect(rows).toHaveLength(13)
  const [head = [], one = []] = rows
  expect(one[head.indexOf('transport')]).toBe(2)
  expect(one[head.indexOf('xa')]).toBe('Xã Sơn Lộc')
  expect((await listed())[0]).toMatchObject({ format: 'xlsx', rows: 12, sha256: hashOf(bytes) })
})

test('a file whose reader goes away is listed as not whole, and so is one that breaks off', async () => {
  const { chunks } = await begun('csv')
  await chunks.next()
  await chunks.return?.()
  expect((await listed())[0]).toMatchObject({ state: 'failed', rows: 0, sha256: null })
  const broken = await begun('csv')
  await broken.chunks.next()
  await pool.query(`update campaign set version = version + 1 where id = $1`, [campaignId])
  await expect(broken.chunks.next()).rejects.toThrow(/reopened/)
  await pool.query(`update campaign set version = version - 1 where id = $1`, [campaignId])
  expect((await listed())[0]).toMatchObject({ state: 'failed', sha256: null })
  expect((await verifyAudit(world.system)).ok).toBe(true)
})

test('an end stands for good', async () => {
  await expect(pool.query(`update ballot_export set rows = 1 where state = 'finished'`)).rejects.toThrow(
    /append/,
  )
})

test('two files at a time, no more; an end makes room', async () => {
  const [one, two] = [await begun('csv'), await begun('csv')]
  expect(await exportBallots(lan, all, 'csv')).toEqual({ ok: false, error: 'export-busy' })
  await one.chunks.return?.()
  await readAll(await begun('csv'))
  await two.chunks.return?.()
})

test('conditions that no counted round meets give no file', async () => {
  expect(await exportBallots(lan, { ...all, year: 1999 }, 'csv')).toEqual({
    ok: false,
    error: 'export-empty',
  })
  const draft = await draftCampaign(world)
  expect(await exportBallots(lan, { ...all, campaignId: draft }, 'csv')).toEqual({
    ok: false,
    error: 'export-empty',
  })
})

test('a cadre of another commune gets neither the round nor the list; the people’s committee nothing at all', async () => {
  const minh = world.as(people.minh)
  const own = { ...all, campaignId }
  expect(await exportBallots(minh, own, 'csv')).toEqual({ ok: false, error: 'forbidden' })
  expect(await exportBallots(minh, all, 'csv')).toEqual({ ok: false, error: 'export-empty' })
  const desk = await findExportDesk(minh, all, first)
  expect(desk.ok && [desk.value.ballots, desk.value.exports.total]).toEqual([0, 0])
  for (const person of [people.binh, people.tam, people.admin, null])
    for (const question of [all, own])
      expect(await exportBallots(world.as(person), question, 'csv')).toEqual({
        ok: false,
        error: 'forbidden',
      })
  const hoa = await findExportDesk(world.as(people.hoa), all, first)
  expect(hoa.ok && hoa.value.ballots).toBe(12)
})

test('twenty thousand ballots come out whole, in bunches', async () => {
  const answers = Array.from({ length: 20 }, () => storeAnswer('satisfied'))
  await pool.query(
    `insert into ballot (id, campaign_id, village_id, channel, answers)
     select gen_random_uuid(), $1, $2, 'visit', $3::smallint[] from generate_series(1, 19988)`,
    [campaignId, villageId('Suối Mơ'), answers],
  )
  const text = (await readAll(await begun('csv'))).toString('utf8')
  expect(text.endsWith('# 20000 rows\r\n')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(20_003)
  const bytes = await readAll(await begun('xlsx'))
  expect((await listed())[0]).toMatchObject({ rows: 20_000, sha256: hashOf(bytes) })
}, 30_000)
