import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId, CampaignId, SlotId } from '#app/basics/ids.ts'
import { createCampaign } from '#app/services/campaigns.server.ts'
import type { System } from '#app/services/context.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { slotCode } from '#app/services/seal.server.ts'
import { type Connection, connect } from '#db/connection.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { insertAccount, insertAccountAreas } from '#db/queries/accounts.ts'
import { insertArea } from '#db/queries/areas.ts'
import { insertHouseholds } from '#db/queries/households.ts'

/** A throw-away installation with open campaigns, on a PostgreSQL that keeps what it acknowledges. */
export interface Place {
  readonly database: Embedded
  readonly connection: Connection
  readonly dataDir: string
  readonly campaigns: readonly CampaignId[]
  /** One code a household, of all campaigns in turn. */
  readonly codes: readonly string[]
  /** Address of a copy of the database as it was before anybody answered. */
  readonly copyUrl: string
  remove(): Promise<void>
}

/** The average commune (domain §8): 24 villages, 274 households a village. */
const villages = 24
const householdsOfVillage = 274

const today = (): Day => new Date().toISOString().slice(0, 10) as Day

/** Builds a province of average communes with one open campaign each, through the product's own services. */
export async function makePlace(communes: number): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'long-dan-bench-'))
  // PostgreSQL runs as another user where we are root.
  await chmod(dataDir, 0o711)
  const database = await startEmbedded({ dataDir, log: line => console.error(line) })
  const filling = connect(database.connection, { max: 5 })
  await migrate(filling.db)
  const system = systemOn(filling, dataDir)
  await insertArea(system.db, {
    id: '99',
    kind: 'province',
    parentId: null,
    name: 'Tỉnh',
    path: '99',
    position: 0,
  })
  const campaigns: CampaignId[] = []
  for (let index = 1; index <= communes; index++) campaigns.push(await openCommune(system, index))
  const lists = await Promise.all(campaigns.map(id => codesOf(system, id)))
  // A database is copied while nobody is in it.
  await filling.close()
  const copyUrl = await copyDatabase(database)
  const connection = connect(database.connection, { max: 5 })
  const remove = async () => {
    await connection.close()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { database, connection, dataDir, campaigns, codes: inTurn(lists), copyUrl, remove }
}

async function copyDatabase({ connection: settings, url }: Embedded): Promise<string> {
  const outside = connect({ ...settings, database: 'postgres' }, { max: 1 })
  await outside.pool.query(`create database copied template ${settings.database}`)
  await outside.close()
  const copy = new URL(url)
  copy.pathname = '/copied'
  return copy.href
}

const systemOn = ({ db }: Connection, dataDir: string): System => ({
  db,
  keys: openKeys(join(dataDir, 'keys')),
  clock: () => new Date(),
  random: bytes => randomBytes(bytes),
  publicUrl: 'http://localhost',
  demonstration: false,
  setupToken: null,
  onTrouble: error => console.error(error),
})

async function openCommune(system: System, index: number): Promise<CampaignId> {
  const id = String(99_000 + index)
  const path = `99/${id}`
  await insertArea(system.db, {
    id,
    kind: 'commune',
    parentId: '99',
    name: `Xã ${index}`,
    path,
    position: index,
  })
  for (let village = 0; village < villages; village++) await addVillage(system, { communeId: id, village })
  const person = await addCadre(system, id)
  const made = await createCampaign(
    { ...system, person },
    {
      name: `Lấy ý kiến xã ${index}`,
      title: 'commune-standard',
      communeId: id,
      startsOn: today(),
      endsOn: today(),
      questionnaireId: 'qd318',
      rulesId: 'hd90-2022/commune-standard',
    },
  )
  if (!made.ok) throw new Error(made.error)
  const opened = await openCampaign({ ...system, person }, made.value)
  if (!opened.ok) throw new Error(opened.error)
  return made.value
}

async function addVillage(system: System, place: { readonly communeId: string; readonly village: number }) {
  const { communeId, village } = place
  const id = `${communeId}-${village}`
  const path = `99/${communeId}/${id}`
  const name = `Thôn ${village + 1}`
  await insertArea(system.db, { id, kind: 'village', parentId: communeId, name, path, position: village })
  const households = Array.from({ length: householdsOfVillage }, (_, index) => ({
    id: randomUUID(),
    villageId: id,
    number: String(index + 1),
    name: `Hộ ${index + 1}`,
  }))
  await insertHouseholds(system.db, households, system.clock())
}

async function addCadre(system: System, communeId: string): Promise<Person> {
  const id = randomUUID() as AccountId
  const username = `can-bo-${communeId}`
  const person = { id, username, name: username, role: 'commune-cadre' as const }
  await insertAccount(system.db, {
    ...person,
    passwordHash: 'none',
    areaIds: [communeId],
    createdAt: system.clock(),
  })
  await insertAccountAreas(system.db, { id, areaIds: [communeId] })
  return { ...person, areas: [`99/${communeId}`] }
}

async function codesOf({ db, keys }: System, campaignId: CampaignId): Promise<readonly string[]> {
  const key = keys.find(campaignId)
  if (!key) throw new Error('no key')
  const rows = await db.selectFrom('slot').select('id').where('campaign_id', '=', campaignId).execute()
  return rows.map(row => slotCode(key, row.id as SlotId, 1))
}

/** The first of each list, then the second of each: callers of all campaigns mix as they would in a real hour. */
function inTurn(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(...lists.map(list => list.length))
  return Array.from({ length: longest }, (_, index) => lists.flatMap(list => list[index] ?? [])).flat()
}
