import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { answerByCode } from '#app/services/ballots.server.ts'
import { closeCampaign, destroySpentKeys } from '#app/services/closing.server.ts'
import type { System } from '#app/services/context.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { explainSilence } from '#tests/support/closing.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const first = '11111111-1111-4111-8111-111111111111'
const second = '22222222-2222-4222-8222-222222222222'

const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'long-dan-keys-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'keys')
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('the folder of keys', () => {
  test('and every file in it can be read by their owner alone', () => {
    const folder = emptyFolder()
    openKeys(folder).make(first)
    expect(modeOf(folder)).toBe('700')
    const files = readdirSync(folder)
    expect(files.sort()).toEqual([`${first}.key`, 'server.key'])
    for (const file of files) expect(modeOf(join(folder, file)), file).toBe('600')
  })

  test('gives the same keys after every start, and other keys to every campaign', () => {
    const folder = emptyFolder()
    const before = openKeys(folder)
    const made = Buffer.from(before.make(first))
    const after = openKeys(folder)
    expect(after.server.equals(before.server)).toBe(true)
    expect(after.find(first)?.equals(made)).toBe(true)
    expect(after.make(first).equals(made)).toBe(true)
    expect(after.make(second).equals(made)).toBe(false)
    expect(made).toHaveLength(32)
  })

  test('has no key for a campaign that never got one', () => {
    const keys = openKeys(emptyFolder())
    expect(keys.find(first)).toBeNull()
    expect(keys.list()).toEqual([])
  })

  test('takes ids for names, so that no name leads out of it', () => {
    const keys = openKeys(emptyFolder())
    for (const name of ['../server', 'server', '', `${first}/`, 'ABCDEF00-1111-4111-8111-111111111111']) {
      expect(() => keys.find(name)).toThrow(/named by the id/)
      expect(() => keys.make(name)).toThrow(/named by the id/)
      expect(() => keys.destroy(name)).toThrow(/named by the id/)
    }
  })

  test('names a damaged key instead of making another', () => {
    const folder = emptyFolder()
    openKeys(folder).make(first)
    writeFileSync(join(folder, `${first}.key`), 'half')
    expect(() => openKeys(folder).find(first)).toThrow(`${first}.key is damaged`)
    expect(() => openKeys(folder).make(first)).toThrow(`${first}.key is damaged`)
    writeFileSync(join(folder, 'server.key'), '')
    expect(() => openKeys(folder)).toThrow('server.key is damaged')
  })

  test('lists campaigns, not what a stop left half written or somebody put there', () => {
    const folder = emptyFolder()
    const keys = openKeys(folder)
    keys.make(first)
    for (const name of [`${second}.key.0123456789abcdef.partial`, 'note.key', 'README'])
      writeFileSync(join(folder, name), '')
    expect(keys.list()).toEqual([first])
    expect(keys.find(second)).toBeNull()
  })

  test('forgets a destroyed key on disk and in memory; who is using it at this moment may finish', () => {
    const folder = emptyFolder()
    const keys = openKeys(folder)
    const held = keys.make(first)
    const found = keys.find(first)
    keys.destroy(first)
    expect(existsSync(join(folder, `${first}.key`))).toBe(false)
    expect(keys.find(first)).toBeNull()
    expect(found?.equals(held)).toBe(true)
    expect(keys.make(first).equals(held)).toBe(false)
  })

  test('a key can be destroyed twice, and when it is damaged', () => {
    const folder = emptyFolder()
    const keys = openKeys(folder)
    writeFileSync(join(folder, `${first}.key`), 'half')
    keys.destroy(first)
    keys.destroy(first)
    expect(keys.list()).toEqual([])
  })
})

describe('a stop in the middle', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 12 })
  const codes = codesOf('Đồi Chè')
  const file = join(world.folder, `${campaignId}.key`)
  const aside = join(world.folder, 'aside')
  const restarted = (): System => ({ ...world.system, keys: openKeys(world.folder) })
  const lanAt = (system: System) => ({ ...system, person: world.people.lan })
  const countOf = async (table: string): Promise<number> =>
    (await world.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n

  test('the key of a campaign in draft survives the closing of another: it may be opening at this moment', async () => {
    const draft = await draftCampaign(world)
    const made = Buffer.from(world.system.keys.make(draft))
    await destroySpentKeys(world.system)
    expect(openKeys(world.folder).find(draft)?.equals(made)).toBe(true)
  })

  test('a collecting campaign whose key is missing takes no ballot, closes not, and loses nothing', async () => {
    for (const code of codes.slice(0, 3)) await answerByCode(world.system, code, filledIn('satisfied'))
    renameSync(file, aside)
    const system = restarted()
    const missing = 'campaign-key-missing'
    expect(await findDoor(system, codes[0] ?? '')).toEqual({ ok: false, error: missing })
    expect(await answerByCode(system, codes[3] ?? '', filledIn('satisfied'))).toEqual({
      kind: 'refused',
      error: missing,
    })
    expect(await closeCampaign(lanAt(system), campaignId)).toEqual({ ok: false, error: missing })
    expect(await countOf('participation')).toBe(3)
    expect(await countOf('inbox')).toBe(3)
    renameSync(aside, file)
    const posted = await answerByCode(restarted(), codes[3] ?? '', filledIn('dissatisfied'))
    expect(posted.kind).toBe('recorded')
  })

  test('between the commit of closing and the end of the key: the next start destroys it and says so', async () => {
    copyFileSync(file, aside)
    chmodSync(aside, 0o600)
    await explainSilence(lanAt(restarted()), campaignId)
    expect((await closeCampaign(lanAt(restarted()), campaignId)).ok).toBe(true)
    renameSync(aside, file)
    const system = restarted()
    expect(system.keys.list()).toContain(campaignId)
    await destroySpentKeys(system)
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(world.folder).some(name => name.includes(campaignId))).toBe(false)
    const { rows } = await world.database.pool.query(
      `select campaign_id from audit_event where kind = 'campaign.key-destroyed'`,
    )
    expect(rows).toEqual([{ campaign_id: campaignId }, { campaign_id: campaignId }])
    expect(await countOf('ballot')).toBe(4)
  })

  test('a second look finds nothing left to destroy', async () => {
    const before = await countOf('audit_event')
    await destroySpentKeys(restarted())
    expect(await countOf('audit_event')).toBe(before)
  })

  test('the key file leaves no bytes of the key behind under another name', () => {
    const names = readdirSync(world.folder)
    expect(names.filter(name => name.includes('partial'))).toEqual([])
    for (const name of names) expect(readFileSync(join(world.folder, name))).toHaveLength(32)
  })
})
