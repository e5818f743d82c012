import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import type { Result } from '#app/basics/result.ts'
import { createFirstAdministrator } from '#app/services/accounts.server.ts'
import { createCommune, createVillages } from '#app/services/areas.server.ts'
import { verifyAudit } from '#app/services/audit.server.ts'
import { createCampaign } from '#app/services/campaigns.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import type { Context, System } from '#app/services/context.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { openBallot } from '#app/services/seal.server.ts'
import { findDoor, printCodes } from '#app/services/slots.server.ts'
import { connect } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { insertHouseholds } from '#db/queries/households.ts'
import { explainSilence } from '#tests/support/closing.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'long-dan-durable-'))
chmodSync(dataDir, 0o711)
const keysFolder = join(dataDir, 'keys')
const children: ChildProcess[] = []

let runsAgain = () => {}
const embedded = await startEmbedded({
  dataDir,
  durable: true,
  log: line => void (line === 'postgres runs again' && runsAgain()),
})
const { db, pool, close } = connect(embedded.connection, { max: 5 })

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await close()
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const systemOf = (): System => ({
  db,
  keys: openKeys(keysFolder),
  clock: () => new Date(),
  random: bytes => randomBytes(bytes),
  publicUrl: 'http://localhost:3000',
  demonstration: false,
  setupToken: 'token',
  onTrouble: error => expect.unreachable(String(error)),
})

const got = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const as = (person: Omit<Person, 'username' | 'name'>): Context => ({
  ...systemOf(),
  person: { username: 'x', name: 'x', ...person },
})

/** One commune with one village of 300 households, its campaign open; the codes of the village. */
const openCampaignOf = async (households: number) => {
  const system = systemOf()
  const id = got(
    await createFirstAdministrator(
      { ...system, person: null },
      {
        username: 'quan-tri',
        name: 'Quản trị',
        password: 'một-mật-khẩu-dài',
        token: 'token',
        province: { code: '99', name: 'Tỉnh Minh Họa' },
      },
    ),
  )
  const admin = as({ id, role: 'administrator', areas: ['99'] })
  const cadre = as({ id, role: 'commune-cadre', areas: ['99/99001'] })
  const communeId = got(await createCommune(admin, { provinceId: '99', code: '99001', name: 'Xã Sơn Lộc' }))
  await createVillages(admin, { communeId, names: ['Đồi Chè'] })
  const { rows } = await pool.query(`select id from area where kind = 'village'`)
  const villageId: string = rows[0].id
  const listed = Array.from({ length: households }, (_, i) => ({
    id: randomUUID(),
    villageId,
    number: String(i + 1),
    name: `Hộ ${i + 1}`,
  }))
  await insertHouseholds(db, listed, new Date())
  const campaignId = got(
    await createCampaign(cadre, {
      name: 'Lấy ý kiến xã Sơn Lộc',
      title: 'commune-standard',
      communeId,
      startsOn: '2026-03-02' as Day,
      endsOn: '2026-03-20' as Day,
      questionnaireId: 'qd318',
      rulesId: 'hd90-2022/commune-standard',
    }),
  )
  got(await openCampaign(cadre, campaignId))
  const sheet = got(await printCodes(cadre, { campaignId, villageId }))
  return { cadre, campaignId, codes: sheet.cards.map(card => card.code) }
}

await migrate(db)
const { cadre, campaignId, codes } = await openCampaignOf(300)

type Receipts = ReadonlyMap<string, string>

/** Sends these codes' ballots from a process of its own, and kills it and postgres after so many receipts. */
const sendAndKill = async (mine: readonly string[], after: number): Promise<Receipts> => {
  const codesFile = join(dataDir, 'codes.json')
  writeFileSync(codesFile, JSON.stringify(mine))
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/submitter.ts', embedded.url, keysFolder, codesFile],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  children.push(child)
  const receipts = new Map<string, string>()
  const again = new Promise<void>(resolve => {
    runsAgain = resolve
  })
  const closed = once(child, 'close')
  createInterface(child.stdout).on('line', line => {
    const [code = '', receipt = ''] = line.split(' ')
    receipts.set(code, receipt)
    if (receipts.size !== after) return
    process.kill(embedded.pid() ?? 0, 'SIGKILL')
    child.kill('SIGKILL')
  })
  await closed
  await again
  return receipts
}

/** The codes whose ballots lie in the inbox or whose words lie beside the box: each ballot carries its code. */
const ballotsKept = async (): Promise<readonly string[]> => {
  const key = systemOf().keys.find(campaignId)
  if (!key) throw new Error('the key is gone')
  const { rows: waiting } = await pool.query('select sealed from inbox')
  const { rows: boxed } = await pool.query('select body from opinion')
  const sealed = waiting.map(row => openBallot(key, row.sealed).ballot.otherOpinion)
  return [...sealed, ...boxed.map(row => row.body)]
}

const countOf = async (table: string): Promise<number> =>
  (await pool.query(`select count(*)::int as n from ${table}`)).rows[0].n

describe.sequential('when PostgreSQL and the process that sends are killed in the middle', () => {
  const promised = new Map<string, string>()

  test.each([
    [45, codes.slice(0, 150)],
    [70, codes.slice(150)],
  ])('every receipt shown before (%i and more) still stands, with its ballot', async (after, mine) => {
    const receipts = await sendAndKill(mine, after)
    expect(receipts.size).toBeGreaterThanOrEqual(after)
    expect(receipts.size).toBeLessThan(mine.length)
    for (const [code, receipt] of receipts) promised.set(code, receipt)
    const kept = new Set(await ballotsKept())
    const system = systemOf()
    for (const [code, receipt] of promised) {
      expect(kept.has(code), `the ballot of ${code}`).toBe(true)
      expect(await findDoor(system, code)).toMatchObject({ value: { state: 'answered', receipt } })
    }
  })

  test('no slot is consumed without its ballot, and no ballot lies there without its slot', async () => {
    const kept = await ballotsKept()
    expect(new Set(kept).size).toBe(kept.length)
    expect(await countOf('participation')).toBe(kept.length)
    expect((await countOf('inbox')) + (await countOf('ballot'))).toBe(kept.length)
    const { rows } = await pool.query('select collected, issued from campaign_village')
    expect(rows).toEqual([{ collected: kept.length, issued: kept.length }])
  })

  test('the log is whole', async () => {
    expect(await verifyAudit({ db })).toMatchObject({ ok: true })
  })

  test('the campaign closes with every ballot that was acknowledged', async () => {
    const consumed = await countOf('participation')
    expect(consumed).toBeGreaterThanOrEqual(promised.size)
    await explainSilence(cadre, campaignId)
    expect(await closeCampaign({ ...cadre, keys: openKeys(keysFolder) }, campaignId)).toMatchObject({
      ok: true,
    })
    expect(await countOf('ballot')).toBe(consumed)
  })
})

describe.sequential('audit:verify on a data folder', () => {
  const verify = async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/audit-verify.ts'], {
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
    return { out, code }
  }

  test('looks beside a running product, and starts the database where none runs', async () => {
    const beside = await verify()
    expect(beside).toMatchObject({
      code: 0,
      out: expect.stringMatching(/intact: \d+ links, head [0-9a-f]{64}\n$/),
    })
    expect((await pool.query('select 1')).rowCount).toBe(1)
    await close()
    await embedded.stop()
    expect(await verify()).toEqual(beside)
  })
})
