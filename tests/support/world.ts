import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Person, Role } from '#app/account/person.ts'
import type { Answer } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId, AreaId, CampaignId } from '#app/basics/ids.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { createCampaign } from '#app/services/campaigns.server.ts'
import type { Context, System } from '#app/services/context.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { printCodes } from '#app/services/slots.server.ts'
import { insertAccount, insertAccountAreas } from '#db/queries/accounts.ts'
import { insertArea } from '#db/queries/areas.ts'
import { insertHouseholds } from '#db/queries/households.ts'
import { testDatabase } from './database.ts'

/** A province with two communes: Lan keeps Sơn Lộc, Minh the other one. Time stands still until a test moves it. */
export const newWorld = async () => {
  const database = await testDatabase({ max: 20 })
  const folder = mkdtempSync(join(tmpdir(), 'long-dan-keys-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const time = { now: new Date('2026-03-02T02:00:00Z') }
  const troubles: unknown[] = []
  const system: System = {
    db: database.db,
    keys: openKeys(folder),
    clock: () => time.now,
    random: bytes => randomBytes(bytes),
    publicUrl: 'http://localhost:3000',
    demonstration: false,
    setupToken: 'a-token-of-the-console',
    onTrouble: error => troubles.push(error),
  }
  const places = await makePlaces(system)
  const as = (person: Person | null): Context => ({ ...system, person })
  return { database, system, time, folder, troubles, as, ...places, people: await makePeople(system) }
}

export type World = Awaited<ReturnType<typeof newWorld>>

const villageId = (commune: string, name: string): string => `${commune}-${name}`

const makePlaces = async ({ db }: System) => {
  const area = (
    id: string,
    kind: 'province' | 'commune' | 'village',
    parentId: string | null,
    path: string,
    name: string,
    position = 0,
  ) => insertArea(db, { id, kind, parentId, name, path, position })
  await area('99', 'province', null, '99', 'Tỉnh Minh Họa')
  for (const [code, name] of [
    ['99001', 'Xã Sơn Lộc'],
    ['99002', 'Xã Bình Hòa'],
  ] as const) {
    await area(code, 'commune', '99', `99/${code}`, name)
    for (const [position, village] of ['Đồi Chè', 'Suối Mơ'].entries()) {
      const id = villageId(code, village)
      await area(id, 'village', code, `99/${code}/${id}`, village, position)
    }
  }
  return { commune: '99001' as AreaId, otherCommune: '99002' as AreaId }
}

const makePeople = async (system: System) => {
  const person = async (username: string, role: Role, area: string, path: string): Promise<Person> => {
    const id = randomUUID() as AccountId
    const account = { id, username, name: username, passwordHash: 'scrypt$1$$', role, areaIds: [area] }
    await insertAccount(system.db, { ...account, createdAt: system.clock() })
    await insertAccountAreas(system.db, { id, areaIds: [area] })
    return { id, username, name: username, role, areas: [path] }
  }
  const village = villageId('99001', 'Đồi Chè')
  return {
    lan: await person('lan', 'commune-cadre', '99001', '99/99001'),
    minh: await person('minh', 'commune-cadre', '99002', '99/99002'),
    tam: await person('tam', 'collector', village, `99/99001/${village}`),
    hoa: await person('hoa', 'appraiser', '99', '99'),
    binh: await person('binh', 'peoples-committee', '99001', '99/99001'),
    admin: await person('quan-tri', 'administrator', '99', '99'),
  }
}

/** Puts made-up households into the villages of Sơn Lộc: so many each. */
export const addHouseholds = async (
  world: World,
  counts: { readonly [village: string]: number },
): Promise<void> => {
  for (const [village, count] of Object.entries(counts)) {
    const households = Array.from({ length: count }, (_, index) => ({
      id: randomUUID(),
      villageId: villageId('99001', village),
      number: String(index + 1),
      name: `Hộ ${index + 1}`,
    }))
    await insertHouseholds(world.system.db, households, world.system.clock())
  }
}

const form = {
  name: 'Lấy ý kiến xã Sơn Lộc',
  title: 'commune-standard' as const,
  communeId: '99001',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/commune-standard',
}

/** Lan's campaign in draft. */
export const draftCampaign = async (
  world: World,
  changes: Partial<typeof form> = {},
): Promise<CampaignId> => {
  const made = await createCampaign(world.as(world.people.lan), { ...form, ...changes })
  if (!made.ok) throw new Error(made.error)
  return made.value
}

/** Lan's campaign, open, with the codes of its households by village. */
export const collectingCampaign = async (
  world: World,
  counts: { readonly [village: string]: number },
  changes: Partial<typeof form> = {},
) => {
  await addHouseholds(world, counts)
  const campaignId = await draftCampaign(world, changes)
  const opened = await openCampaign(world.as(world.people.lan), campaignId)
  if (!opened.ok) throw new Error(opened.error)
  const codes: Record<string, readonly string[]> = {}
  for (const village of Object.keys(counts)) {
    const sheet = await printCodes(world.as(world.people.lan), {
      campaignId,
      villageId: villageId('99001', village),
    })
    if (!sheet.ok) throw new Error(sheet.error)
    codes[village] = sheet.value.cards.map(card => card.code)
  }
  return {
    campaignId,
    codes,
    codesOf: (village: string) => codes[village] ?? [],
    villageId: (village: string) => villageId('99001', village),
  }
}

/** A filled-in ballot as a form posts it: the same answer everywhere, but for the lines named. */
export const filledIn = (answer: Answer, lines: { readonly [field: string]: string } = {}) => {
  const questionnaire = findQuestionnaire('qd318')
  if (!questionnaire) throw new Error('no questionnaire')
  const values = new Map(contentKeys(questionnaire).map(key => [`answer.${key}`, answer as string]))
  for (const [field, value] of Object.entries(lines)) values.set(field, value)
  return { get: (name: string) => values.get(name) ?? null }
}
