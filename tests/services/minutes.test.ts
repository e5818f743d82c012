import { expect, test } from 'vitest'
import { type Day, dayOf } from '#app/basics/day.ts'
import { listZip } from '#app/documents/zip.server.ts'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { findEvaluation } from '#app/services/evaluation.server.ts'
import { findSigning, readScan, recordSigning } from '#app/services/minutes-signing.server.ts'
import { recordOutcomes } from '#app/services/outcomes.server.ts'
import { findMinutes, makeAllMinutes, makeMinutes } from '#app/services/papers-minutes.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { wordText } from '#tests/documents/paper-text.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 30, 'Suối Mơ': 8 })
const place = { campaignId, villageId: villageId('Đồi Chè') }
for (const [i, code] of codesOf('Đồi Chè').slice(0, 20).entries())
  await answerByCode(
    world.system,
    code,
    filledIn(
      'satisfied',
      i < 3 ? { 'answer.transport': 'dissatisfied', 'reason.transport': 'Đường lầy' } : {},
    ),
  )
const round = await findRound(lan, place)
const paperSlots = round.ok ? round.value.doors.filter(door => !door.channel).slice(0, 2) : []
for (const [i, { slotId }] of paperSlots.entries())
  await enterBallot(
    lan,
    { campaignId, slotId },
    filledIn('satisfied', { channel: 'paper', ...(i === 0 ? { invalid: 'yes' } : {}) }),
  )
await recordOutcomes(lan, { ...place, outcome: 'absent' })

const minutesOf = async (village: string): Promise<Buffer> => {
  const made = await makeMinutes(lan, { campaignId, villageId: villageId(village) })
  if (!made.ok) throw new Error(made.error)
  return made.value.bytes
}

test('no minutes are made while the campaign collects', async () => {
  expect(await makeMinutes(lan, place)).toEqual({ ok: false, error: 'campaign-not-closed' })
})

test('the minutes of a village hold its own counts, means, invalid ballots with why, reasons and silent slots', async () => {
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const bytes = await minutesOf('Đồi Chè')
  const text = wordText(bytes)
  expect(text).toContain('BAN CTMT THÔN ĐỒI CHÈ')
  expect(text).toMatch(/Số phiếu thu về \| 22 \|/)
  expect(text).toMatch(/Hộ tự trả lời qua mạng \| 20 \|/)
  expect(text).toMatch(/Phiếu giấy \| 2 \|/)
  expect(text).toMatch(/phiếu giấy không hợp lệ, nhập riêng từng phiếu \| 1 \|/)
  expect(text).toContain('Đường lầy (3\u00a0ý\u00a0kiến)')
  expect(text).toMatch(/Vắng nhà dài ngày \| 8 \|/)
  expect(text).toContain('HỘ DÂN CHỨNG KIẾN')
  const { rows } = await world.database.pool.query(
    'select receipts_root from campaign_village where village_id = $1',
    [place.villageId],
  )
  expect(text).toContain(rows[0].receipts_root)
  expect(text).not.toContain('Suối Mơ')
})

test('a village where nobody answered has minutes too, with the silent households and no made-up rate', async () => {
  const text = wordText(await minutesOf('Suối Mơ'))
  expect(text).toMatch(/Chưa gặp được \| 8 \|/)
  expect(text).not.toMatch(/\d %/)
})

test('all minutes come as one zip, in the order of the villages', async () => {
  const made = await makeAllMinutes(lan, campaignId)
  if (!made.ok) throw new Error(made.error)
  const listed = listZip(made.value.bytes)
  expect(listed.ok && listed.value.map(entry => entry.name)).toEqual([
    '01 Biên bản kiểm phiếu - Đồi Chè.docx',
    '02 Biên bản kiểm phiếu - Suối Mơ.docx',
  ])
})

test('minutes are for whoever may have the papers, of this commune alone', async () => {
  for (const person of [world.people.minh, world.people.tam, world.people.admin, null]) {
    const other = world.as(person)
    expect(await makeMinutes(other, place)).toEqual({ ok: false, error: 'forbidden' })
    expect(await makeAllMinutes(other, campaignId)).toEqual({ ok: false, error: 'forbidden' })
    expect(await findMinutes(other, campaignId)).toEqual({ ok: false, error: 'forbidden' })
  }
  expect(await makeMinutes(lan, { campaignId, villageId: 'khong-co' })).toEqual({
    ok: false,
    error: 'village-unknown',
  })
})

test('that minutes were signed is recorded by village; a correction holds and the record before it stays', async () => {
  const form = {
    ...{ signedOn: '2026-03-02' as Day, head: 'Lý Thị Mai', secretary: 'Vàng A Sìn' },
    ...{ witness: 'Giàng Thị Mỷ', others: '' },
  }
  const scan = { name: 'C:\\biên bản.PDF', bytes: Buffer.from('%PDF-1.7 signed') }
  const record = (changes: Partial<typeof form> = {}, sent: typeof scan | null = null) =>
    recordSigning(lan, place, { form: { ...form, ...changes }, scan: sent })
  const today = dayOf(world.time.now)
  expect(await record({ signedOn: '2026-02-01' as Day })).toMatchObject({
    error: 'minutes-day-before-closing',
  })
  expect(await record({ signedOn: '2027-01-01' as Day })).toMatchObject({ error: 'minutes-day-future' })
  const word = { name: 'a.docx', bytes: Buffer.from('PK\u0003\u0004') }
  expect(await record({ signedOn: today }, word)).toMatchObject({ error: 'minutes-scan-kind' })
  expect(await recordSigning(lan, { ...place, villageId: 'x' }, { form, scan: null })).toMatchObject({
    error: 'village-unknown',
  })
  expect(await record({ signedOn: today, head: 'Lý Mai' })).toMatchObject({ ok: true })
  const second = await record({ signedOn: today }, scan)
  if (!second.ok) throw new Error(second.error)
  const desk = await findSigning(lan, place)
  if (!desk.ok) throw new Error(desk.error)
  expect(desk.value.mayRecord).toBe(true)
  expect(desk.value.records.map(one => [one.number, one.head, one.scanName])).toEqual([
    [2, 'Lý Thị Mai', 'biên bản.pdf'],
    [1, 'Lý Mai', null],
  ])
  const read = await readScan(world.as(world.people.hoa), { ...place, signingId: second.value })
  expect(read.ok && read.value.bytes.toString()).toBe('%PDF-1.7 signed')
  const found = await findMinutes(lan, campaignId)
  expect(found.ok && found.value.villages.map(({ signedOn }) => signedOn)).toEqual([today, null])
  const evaluation = await findEvaluation(lan, campaignId)
  expect(evaluation.ok && evaluation.value.procedure.find(({ step }) => step === 'minutes')).toMatchObject({
    ...{ code: 'minutes-some', counts: { signed: 1, villages: 2 }, texts: { missing: 'Suối Mơ' } },
  })
  const { rows } = await world.database.pool.query(
    `select detail::text from audit_event where kind = 'minutes.signed'`,
  )
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/Mai|Sìn|Mỷ/)
  await expect(world.database.pool.query(`update minutes_signing set head = 'x'`)).rejects.toThrow()
})
