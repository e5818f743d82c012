import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '#app/account/person.ts'
import { followChain } from '#app/audit/chain.ts'
import type { Day } from '#app/basics/day.ts'
import { genesis } from '#app/basics/log-chain.ts'
import { findCampaigns } from '#app/services/campaigns.server.ts'
import { type Context, type System, sha256 } from '#app/services/context.server.ts'
import { planBallots, planVisits } from '#app/services/demonstration/answers.server.ts'
import { chanceOf } from '#app/services/demonstration/chance.server.ts'
import { type Demonstration, loadDemonstration } from '#app/services/demonstration/load.server.ts'
import { surveys } from '#app/services/demonstration/surveys.server.ts'
import { findDossiers } from '#app/services/dossiers.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { findPublicCampaigns, findPublicResults } from '#app/services/results.server.ts'
import { findPerson } from '#app/services/sessions.server.ts'
import { signIn } from '#app/services/sign-in.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { listAuditLinks } from '#db/queries/audit.ts'
import { testDatabase } from '#tests/support/database.ts'
import { newWorld } from '#tests/support/world.ts'

const { db, pool } = await testDatabase({ max: 20 })
const dataDir = mkdtempSync(join(tmpdir(), 'long-dan-demonstration-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const options = { folder: join(dataDir, 'demo'), log: () => undefined }

const system: System = {
  db,
  keys: openKeys(join(dataDir, 'keys')),
  clock: () => new Date(),
  random: bytes => randomBytes(bytes),
  publicUrl: 'http://localhost:3000',
  demonstration: true,
  setupToken: null,
  onTrouble: error => {
    throw error
  },
}

const read = (file: string): readonly (readonly string[])[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => line.split(','))

const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('nothing there')
  return value
}

let loaded: Demonstration

beforeAll(async () => {
  let draws = 1800
  const dying = () => {
    draws -= 1
    if (draws < 0) throw new Error('killed')
    return true
  }
  const random = (bytes: number) => (dying() ? randomBytes(bytes) : randomBytes(0))
  // The first start is killed while the first campaign opens: everything below rests on the start after it.
  await expect(loadDemonstration({ ...system, random }, options)).rejects.toThrow('killed')
  expect((await pool.query('select 1 from campaign')).rows).toHaveLength(1)
  loaded = must(await loadDemonstration(system, options))
}, 120_000)

/** The closed campaign with these words in its name, as everybody sees it. */
const closed = async (words: string) => {
  const campaign = (await findPublicCampaigns(system)).find(({ name }) => name.includes(words))
  const found = await findPublicResults(system, must(campaign).id)
  if (!found.ok) throw new Error(found.error)
  return found.value.results
}

test('a start killed while it loaded leaves nothing behind: no second province, no key without a campaign', async () => {
  const { rows } = await pool.query(`select name from area where kind = 'province'`)
  expect(rows).toEqual([{ name: 'Tỉnh Minh Họa' }])
  const collecting = await pool.query(`select id from campaign where state = 'collecting'`)
  expect(system.keys.list()).toEqual(collecting.rows.map(row => row.id))
})

test('there is a campaign in every state, and the one collecting stands at about 60 %', async () => {
  const { rows } = await pool.query(`
    select state, count(*)::int as campaigns, sum(collected)::int as collected, sum(households)::int as households
    from campaign left join (
      select campaign_id, sum(collected) as collected, sum(households) as households
      from campaign_village group by campaign_id
    ) as counted on campaign_id = campaign.id group by state order by state`)
  expect(rows.map(({ state, campaigns }) => [state, campaigns])).toEqual([
    ['awaiting-verification', 1],
    ['closed', 2],
    ['collecting', 1],
    ['draft', 1],
    ['verified', 1],
  ])
  const collecting = must(rows.find(({ state }) => state === 'collecting'))
  const share = collecting.collected / collecting.households
  expect(share).toBeGreaterThan(0.58)
  expect(share).toBeLessThan(0.63)
})

test('Bến Trăng 2022 met its rule and would have met it whatever the silent households say', async () => {
  const { verdict, decision } = await closed('Bến Trăng đạt chuẩn nông thôn mới năm 2022')
  expect(verdict).toBe('met')
  expect(decision.worstCase).toBe('met')
})

test('Suối Ngân 2022 fails on its environment alone, behind an overall rate of 93 %', async () => {
  const { verdict, reasons, area } = await closed('Suối Ngân đạt chuẩn nông thôn mới năm 2022')
  expect(verdict).toBe('not-met')
  expect(reasons).toHaveLength(1)
  expect(reasons[0]).toMatchObject({ code: 'content-below-threshold', content: 'environment' })
  const { part, whole } = area.overall.satisfied
  expect(Math.round((100 * part) / whole)).toBe(93)
})

test('Đồng Gấm 2022 is met by the rule, and too close to say for all its households', async () => {
  const { verdict, decision } = await closed('Đồng Gấm đạt chuẩn nông thôn mới năm 2022')
  expect(verdict).toBe('met')
  expect(decision).toEqual({ exact: 'undecided', worstCase: 'undecided', stratified: 'undecided' })
})

test('Đồng Gấm 2025 has good figures and no confirmed basis for a verdict', async () => {
  const { verdict, provisional } = await closed('Đồng Gấm đạt chuẩn nông thôn mới nâng cao năm 2025')
  expect([verdict, provisional]).toEqual(['no-basis', 'met'])
})

test('one round is verified and signed by two, whose second step is off again; one waits with remarks', async () => {
  const { rows: signed } = await pool.query(`
    select s.role, c.name from verification_signature s join verification v on v.note_id = s.note_id
    join campaign c on c.id = v.campaign_id where v.state = 'signed' order by s.position`)
  expect(signed.map(({ role }) => role)).toEqual(['appraiser', 'province-front'])
  expect(signed[0].name).toContain('Bến Trăng')
  expect((await pool.query('select 1 from account where second_step_secret is not null')).rows).toEqual([])
  const { rows: remarks } = await pool.query(`
    select blocking from verification_comment m join campaign c on c.id = m.campaign_id
    where c.state = 'awaiting-verification' order by blocking`)
  expect(remarks).toEqual([{ blocking: false }, { blocking: true }])
  const { rows: minutes } = await pool.query(
    'select campaign_id, count(*)::int as n from minutes_signing group by campaign_id order by n',
  )
  expect(minutes.map(({ n }) => n)).toEqual([4, 8])
})

test('the verified round stands in a dossier, with some papers sent and others owed', async () => {
  const front = must(loaded.accounts.find(one => one.user === 'mttq-tinh'))
  const session = await signIn(
    { ...system, person: null },
    { username: front.user, password: front.password },
  )
  if (!session.ok) throw new Error(session.error)
  const context: Context = { ...system, person: await findPerson(system, session.value.token) }
  const question = { search: '', state: null, title: null, year: null, slice: { page: 1, size: 10 } }
  expect((await findDossiers(context, question)).rows).toMatchObject([
    { communeName: 'Xã Bến Trăng', papers: 9, owed: 5, round: { state: 'verified' } },
  ])
})

test('the lists name an account of every role, and codes that open an unanswered ballot', async () => {
  expect(read(loaded.accountsFile)[0]).toEqual(['user', 'password', 'role'])
  expect(new Set(loaded.accounts.map(({ role }) => role))).toEqual(new Set(roles))
  const [heading, ...codes] = read(loaded.codesFile)
  expect(heading).toEqual(['code', 'village', 'link'])
  expect(codes.length).toBeGreaterThan(300)
  for (const [code = '', , link] of codes) {
    const door = await findDoor(system, code)
    expect(door.ok && door.value.state).toBe('open')
    expect(link).toBe(`http://localhost:3000/p/${code}`)
  }
})

test('the lists hold passwords and codes, so nobody but their owner reads them', () => {
  for (const file of [loaded.accountsFile, loaded.codesFile]) expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a cadre signs in with the listed password and finds the campaigns of that commune alone', async () => {
  const { user, password } = must(loaded.accounts.find(one => one.user === 'mttq-bentrang'))
  const session = await signIn({ ...system, person: null }, { username: user, password })
  if (!session.ok) throw new Error(session.error)
  const context: Context = { ...system, person: await findPerson(system, session.value.token) }
  const names = (
    await findCampaigns(context, { search: '', state: null, slice: { page: 1, size: 100 } })
  ).rows.map(({ communeName }) => communeName)
  expect(names).toEqual(['Xã Bến Trăng', 'Xã Bến Trăng'])
})

test('the log is one chain that never goes back in time and ends today at the latest', async () => {
  const links = await listAuditLinks(db, { after: 0, limit: 5000 })
  expect(followChain({ seq: 0, hash: genesis }, links, sha256).ok).toBe(true)
  const instants = links.map(({ at }) => at)
  expect(instants).toEqual([...instants].sort())
  expect(must(instants.at(-1)) <= new Date().toISOString()).toBe(true)
  expect(links.filter(({ kind }) => kind === 'deed.refused')).toEqual([])
})

test('a later start changes nothing but the links, which follow the address', async () => {
  const count = async () => (await pool.query('select count(*)::int as n from audit_event')).rows[0].n
  const before = await count()
  const again = must(await loadDemonstration({ ...system, publicUrl: 'https://longdan.example' }, options))
  expect(again).toEqual(loaded)
  expect(await count()).toBe(before)
  const [, first] = read(loaded.codesFile)
  expect(first?.[2]).toBe(`https://longdan.example/p/${first?.[0]}`)
})

test('a database in which somebody works already is left alone', async () => {
  const world = await newWorld()
  expect(await loadDemonstration(world.system, options)).toBeNull()
  expect((await world.database.pool.query('select 1 from campaign')).rows).toEqual([])
})

test('households answer the same each time the story is told', () => {
  const [survey] = surveys('2026-11-24' as Day)
  const collecting = must(survey?.collecting)
  const tell = () => {
    const chance = chanceOf('the same story')
    const visits = planVisits([{ name: 'Đồi Mơ', households: 50 }], collecting, chance)
    const contents = ['transport', 'overall']
    return planBallots(visits, contents, { temper: collecting.temper, chance }).map(ballot => [
      ballot.household,
      ballot.channel,
      ballot.day,
      ...contents.map(content => ballot.fields.get(`answer.${content}`)),
    ])
  }
  expect(tell()).toHaveLength(44)
  expect(tell()).toEqual(tell())
})
