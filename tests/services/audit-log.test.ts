import { describe, expect, test, vi } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import { exportAuditLog } from '#app/services/audit-export.server.ts'
import { type AuditQuestion, readAuditLog } from '#app/services/audit-log.server.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { createCampaign } from '#app/services/campaigns.server.ts'
import { change } from '#app/services/context.server.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people, time } = world
const { pool } = world.database
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 12 })
time.now = new Date('2026-03-03T17:30:00Z')
await answerByCode(world.system, codesOf('Đồi Chè')[0] ?? '', filledIn('satisfied'))
await vi.waitUntil(
  async () => (await pool.query(`select 1 from audit_event where kind = 'ballot.received'`)).rowCount,
)
const others = await createCampaign(world.as(people.minh), {
  name: 'Lấy ý kiến xã Bình Hòa',
  title: 'commune-standard',
  communeId: world.otherCommune,
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/commune-standard',
})
if (!others.ok) throw new Error(others.error)

/** An appraiser of Sơn Lộc alone. */
const near: Person = { ...people.hoa, areas: ['99/99001'] }

const everything: AuditQuestion = {
  campaignId: null,
  person: '',
  from: null,
  to: null,
  group: null,
  below: null,
  language: 'vi',
}

const read = async (person: Person | null, asked: Partial<AuditQuestion> = {}) => {
  const log = await readAuditLog(world.as(person), { ...everything, ...asked })
  if (!log.ok) throw new Error(log.error)
  return log.value
}

const sentences = async (person: Person, asked: Partial<AuditQuestion> = {}) =>
  (await read(person, asked)).lines.map(line => line.sentence)

describe('an appraiser reads', () => {
  test('who did what, newest first, with the campaign and the hash of the link', async () => {
    const { lines, head } = await read(people.hoa)
    expect(lines.map(line => line.seq)).toEqual(lines.map(line => line.seq).sort((a, b) => b - a))
    const opened = lines.find(line => line.sentence.startsWith('mở đợt'))
    expect(opened).toMatchObject({
      who: { kind: 'account', name: 'lan' },
      at: { instant: '2026-03-02T02:00:00.000Z' },
      campaign: { id: campaignId, name: 'Lấy ý kiến xã Sơn Lộc' },
      sentence: 'mở đợt: 1 thôn, 12 hộ',
    })
    expect(head).toEqual({ seq: lines[0]?.seq, hash: lines[0]?.hash })
  })

  test('of a ballot the day alone, in Vietnam, and that it was a household', async () => {
    const { lines } = await read(people.hoa, { group: 'collecting' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ who: { kind: 'resident' }, at: { day: '2026-03-04' } })
    expect(JSON.stringify(lines)).not.toMatch(/satisfied|hài lòng/i)
  })

  test('one campaign, one person, some days or one kind of deed', async () => {
    const own = await read(people.hoa, { campaignId })
    expect(own.campaign?.name).toBe('Lấy ý kiến xã Sơn Lộc')
    expect(own.lines.every(line => line.campaign?.id === campaignId)).toBe(true)
    expect(await sentences(people.hoa, { person: 'MÍNH' })).toEqual([expect.stringMatching(/^lập đợt/)])
    const first = { from: '2026-03-02' as Day, to: '2026-03-02' as Day }
    expect(await sentences(people.hoa, { ...first, group: 'collecting' })).toEqual([])
    expect(await sentences(people.hoa, { from: '2026-03-04' as Day, group: 'collecting' })).toHaveLength(1)
    expect(await sentences(people.hoa, { group: 'handing' })).toEqual(['in 12 mã cho Đồi Chè'])
  })

  test('page after page, no line twice and none left out', async () => {
    await change(world.as(people.lan), async ({ record }) => {
      for (let sessions = 1; sessions <= 120; sessions++)
        record({ kind: 'session.ended', username: 'lan', sessions })
      return { ok: true, value: null }
    })
    const seen: number[] = []
    let below: number | null = null
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(people.hoa, { group: 'account', below })
      seen.push(...page.lines.map(line => line.seq))
      below = page.below
    } while (below !== null)
    const { rows } = await pool.query(
      `select seq::int from audit_event where split_part(kind, '.', 1) in
        ('account', 'session', 'invitation', 'area', 'area-list') order by seq desc`,
    )
    expect(seen).toEqual(rows.map(row => row.seq))
  })
})

describe('nobody reads beyond their areas', () => {
  test('a campaign of another commune is in no list of whoever does not hold it', async () => {
    expect(
      (await read(people.hoa, { group: 'campaign' })).lines.some(line => line.campaign?.id === others.value),
    ).toBe(true)
    const all = await read(near, { group: 'campaign' })
    expect(all.lines.length).toBeGreaterThan(0)
    expect(all.lines.filter(line => line.campaign?.id !== campaignId)).toEqual([])
    expect(await readAuditLog(world.as(near), { ...everything, campaignId: others.value })).toEqual({
      ok: false,
      error: 'forbidden',
    })
  })

  test('deeds without a campaign are told by who did them, or where', async () => {
    const refused = await readAuditLog(world.as(people.minh), everything)
    expect(refused).toEqual({ ok: false, error: 'forbidden' })
    const ofMinh = { group: 'refusal', person: 'minh' } as const
    expect(await sentences(people.hoa, ofMinh)).toEqual([expect.stringContaining('đọc nhật ký')])
    expect(await sentences(near, ofMinh)).toEqual([])
  })

  test('who has no such right is refused, and so is nobody', async () => {
    for (const person of [people.lan, people.tam, people.binh, null])
      expect(await readAuditLog(world.as(person), everything)).toEqual({ ok: false, error: 'forbidden' })
    expect(await exportAuditLog(world.as(people.lan), everything)).toEqual({ ok: false, error: 'forbidden' })
  })

  test('an administrator reads of accounts and the system, and of no campaign or ballot', async () => {
    const { lines, groups } = await read(people.admin)
    expect(groups).toEqual(['account', 'refusal', 'system'])
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(line => line.campaign !== null)).toEqual([])
    expect(await sentences(people.admin, { group: 'collecting' })).toEqual([])
    const asked = { ...everything, campaignId }
    expect(await readAuditLog(world.as(people.admin), asked)).toEqual({ ok: false, error: 'forbidden' })
  })

  test('a campaign that is none is unknown', async () => {
    for (const id of ['x', '0b5d8a6e-1111-4222-8333-444455556666'])
      expect(await readAuditLog(world.as(people.hoa), { ...everything, campaignId: id })).toEqual({
        ok: false,
        error: 'campaign-unknown',
      })
  })
})

test('the file holds the lines of the filter, and taking it along is a link of its own', async () => {
  const file = await exportAuditLog(world.as(people.hoa), { ...everything, campaignId })
  if (!file.ok) throw new Error(file.error)
  const text = file.value.bytes.toString('utf8')
  const rows = text.trimEnd().split('\r\n')
  const { rows: stored } = await pool.query(
    'select kind, detail, hash from audit_event where campaign_id = $1 order by seq desc',
    [campaignId],
  )
  expect(rows).toHaveLength(stored.length)
  expect(rows[0]).toMatch(/Mắt xích;Thời gian;Người làm;Đợt;Việc;Mã băm/)
  expect(rows[1]).toContain(stored[1]?.hash)
  expect(text).toContain('04/03/2026;Một hộ;')
  expect(stored[0]).toMatchObject({ kind: 'audit.exported', detail: { lines: rows.length - 1 } })
})

test('a deed whose link cannot be written is not done, whoever does it', async () => {
  await pool.query(`create function refuse_link() returns trigger language plpgsql as
    $$ begin raise exception 'no more links'; end $$`)
  await pool.query(
    'create trigger refuse_link before insert on audit_event for each row execute function refuse_link()',
  )
  const counts = async () => (await pool.query('select count(*)::int as n from campaign')).rows[0]
  const [before, participations] = [
    await counts(),
    (await pool.query('select 1 from participation')).rowCount,
  ]
  await expect(draftCampaign(world)).rejects.toThrow(/no more links/)
  await expect(exportAuditLog(world.as(people.hoa), everything)).rejects.toThrow(/no more links/)
  await expect(
    answerByCode(world.system, codesOf('Đồi Chè')[1] ?? '', filledIn('satisfied')),
  ).rejects.toThrow(/no more links/)
  expect(await counts()).toEqual(before)
  expect((await pool.query('select 1 from participation')).rowCount).toBe(participations)
  await pool.query('drop trigger refuse_link on audit_event')
})

test('the owner of the log has no right to change it, besides the triggers', async () => {
  const client = await pool.connect()
  try {
    const refused = async (text: string) => {
      await client.query('begin')
      await client.query('create role keeper_of_the_log')
      await client.query('grant usage on schema public to keeper_of_the_log')
      await client.query('alter table audit_event disable trigger user')
      await client.query('alter table audit_event owner to keeper_of_the_log')
      await client.query('set role keeper_of_the_log')
      const error: unknown = await client.query(text).catch((caught: unknown) => caught)
      await client.query('rollback')
      return String(error)
    }
    for (const text of [
      'update audit_event set actor = actor',
      'delete from audit_event',
      'truncate audit_event',
    ])
      expect(await refused(text)).toMatch(/permission denied for table audit_event/)
  } finally {
    client.release()
  }
})
