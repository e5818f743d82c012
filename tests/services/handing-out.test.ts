import { describe, expect, test } from 'vitest'
import type { SlotId } from '#app/basics/ids.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import { type CodePaper, makeCodePaper } from '#app/services/code-papers.server.ts'
import { findHandingOut, findVillageSlots } from '#app/services/handing-out.server.ts'
import { recordOutcome, recordOutcomes } from '#app/services/outcomes.server.ts'
import {
  findReissuing,
  findSlotPage,
  issueSlot,
  reissueCode,
  showHouseholdCode,
} from '#app/services/reissuing.server.ts'
import { findDoor, printCodes } from '#app/services/slots.server.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 60, 'Suối Mơ': 6 })
const lan = world.as(world.people.lan)
const village = { campaignId, villageId: villageId('Đồi Chè') }
const everybody = { ...village, filter: 'all', typed: '', page: 1 } as const

const first = await findVillageSlots(lan, everybody)
if (!first.ok) throw new Error(first.error)
const slotAt = (index: number): SlotId => first.value.slots.rows[index]?.slotId ?? ('' as SlotId)
const at = (index: number) => ({ campaignId, slotId: slotAt(index) })

const lastEvent = async () => {
  const { rows } = await world.database.pool.query(
    'select kind, detail from audit_event order by seq desc limit 1',
  )
  return rows[0]
}

const codeOf = async (index: number): Promise<string> => {
  const shown = await showHouseholdCode(lan, at(index))
  if (!shown.ok) throw new Error(shown.error)
  return shown.value.slip.code
}

describe('the list of a village', () => {
  test('comes fifty to a page, by number as a number', async () => {
    expect(first.value.slots).toMatchObject({ total: 60, page: 1, pages: 2 })
    const numbers = first.value.slots.rows.map(row => row.number)
    expect([numbers[0], numbers[8], numbers[9], numbers.length]).toEqual(['1', '9', '10', 50])
    const second = await findVillageSlots(lan, { ...everybody, page: 2 })
    expect(second.ok && second.value.slots.rows.map(row => row.number).at(-1)).toBe('60')
  })

  test('is searched by number and by name without accents', async () => {
    const found = async (typed: string) => {
      const list = await findVillageSlots(lan, { ...everybody, typed })
      return list.ok ? list.value.slots.rows.map(row => row.number) : []
    }
    expect(await found('017')).toEqual(['17'])
    expect(await found('ho 23')).toEqual(['23'])
    expect(await found('nobody of this name')).toEqual([])
  })

  test('is cut by state: handed out, waiting, answered, and each reason', async () => {
    await issueSlot(lan, at(0))
    await recordOutcome(lan, { ...at(1), outcome: 'absent' })
    await answerByCode(world.system, codesOf('Đồi Chè')[2] ?? '', filledIn('satisfied'))
    const count = async (filter: 'not-issued' | 'waiting' | 'answered' | 'absent' | 'moved') => {
      const list = await findVillageSlots(lan, { ...everybody, filter })
      return list.ok ? list.value.slots.total : -1
    }
    // Answering also counts as handed out.
    expect(await count('not-issued')).toBe(58)
    expect(await count('waiting')).toBe(59)
    expect(await count('answered')).toBe(1)
    expect(await count('absent')).toBe(1)
    expect(await count('moved')).toBe(0)
  })
})

describe('handing out to one household', () => {
  test('is counted once, and dated', async () => {
    const issuedOf = async () => {
      const found = await findHandingOut(lan, campaignId)
      return found.ok ? found.value.villages.find(one => one.name === 'Đồi Chè')?.issued : null
    }
    const before = await issuedOf()
    expect((await issueSlot(lan, at(4))).ok).toBe(true)
    expect((await issueSlot(lan, at(4))).ok).toBe(true)
    expect(await issuedOf()).toBe((before ?? 0) + 1)
    const page = await findSlotPage(lan, at(4))
    expect(page.ok && page.value.slot.issuedOn).toBe('2026-03-02')
  })
})

describe('a lost code', () => {
  test('dies in the moment another takes its place, and says so', async () => {
    const old = await codeOf(5)
    expect(await reissueCode(lan, at(5))).toEqual({ ok: true, value: null })
    const { kind, detail } = await lastEvent()
    expect({ kind, detail }).toEqual({
      kind: 'slot.code-replaced',
      detail: { slot: slotAt(5), village: 'Đồi Chè', version: 2 },
    })
    expect(await findDoor(world.system, old)).toEqual({ ok: false, error: 'code-replaced' })
    expect(await answerByCode(world.system, old, filledIn('satisfied'))).toEqual({
      kind: 'refused',
      error: 'code-replaced',
    })
    const renewed = await codeOf(5)
    expect(renewed).not.toBe(old)
    const door = await findDoor(world.system, renewed)
    expect(door.ok && door.value.state).toBe('open')
  })

  test('is replaced also after answering: the household may still answer again', async () => {
    expect((await reissueCode(lan, at(2))).ok).toBe(true)
    const door = await findDoor(world.system, await codeOf(2))
    expect(door.ok && door.value.state).toBe('answered')
    expect(
      (await answerByCode(world.system, await codeOf(2), filledIn('dissatisfied', { again: 'yes' }))).kind,
    ).toBe('recorded')
  })

  test('replaced twice at once gets two versions, and only the last code opens', async () => {
    const old = await codeOf(6)
    await Promise.all([reissueCode(lan, at(6)), reissueCode(lan, at(6))])
    const page = await findSlotPage(lan, at(6))
    expect(page.ok && page.value.slot.codeVersion).toBe(3)
    expect(await findDoor(world.system, old)).toEqual({ ok: false, error: 'code-replaced' })
    expect((await findDoor(world.system, await codeOf(6))).ok).toBe(true)
  })

  test('leaves no code in the log, old or new', async () => {
    const { rows } = await world.database.pool.query('select detail::text as text from audit_event')
    const log = rows.map(row => row.text).join('\n')
    const sheet = await printCodes(lan, village)
    const codes = sheet.ok ? sheet.value.cards.map(card => card.code) : []
    expect(codes).toHaveLength(60)
    expect([...codes, ...codesOf('Đồi Chè')].filter(code => log.includes(code))).toEqual([])
  })
})

describe("a household's code on screen", () => {
  test('comes with a message for it alone, and is traced as a printing', async () => {
    const shown = await showHouseholdCode(lan, at(7))
    expect(shown.ok && shown.value.message).toContain(shown.ok ? shown.value.slip.link : '-')
    expect(await lastEvent()).toEqual({
      kind: 'slot.codes-printed',
      detail: { village: 'Đồi Chè', slots: 1 },
    })
  })
})

describe('papers for handing out', () => {
  const small = { campaignId, villageId: villageId('Suối Mơ') }
  const papers: readonly (readonly [CodePaper, string, string])[] = [
    [{ kind: 'slips', perPage: 12 }, 'slot.codes-printed', 'Phiếu mã - Thôn Suối Mơ - Xã Sơn Lộc.pdf'],
    [{ kind: 'letters', size: 'A5' }, 'slot.letters-printed', 'Thư ngỏ - Thôn Suối Mơ - Xã Sơn Lộc.pdf'],
    [
      { kind: 'list', format: 'pdf' },
      'slot.list-printed',
      'Danh sách phát phiếu - Thôn Suối Mơ - Xã Sơn Lộc.pdf',
    ],
    [
      { kind: 'list', format: 'xlsx' },
      'slot.list-printed',
      'Danh sách phát phiếu - Thôn Suối Mơ - Xã Sơn Lộc.xlsx',
    ],
  ]

  test.each(papers)(
    '%j is made for the whole village, the same bytes twice, and traced',
    async (paper, kind, name) => {
      const made = await makeCodePaper(lan, small, paper)
      if (!made.ok) throw new Error(made.error)
      expect(made.value.name).toBe(name)
      expect(made.value.bytes.length).toBeGreaterThan(2000)
      expect(await lastEvent()).toEqual({ kind, detail: { village: 'Suối Mơ', slots: 6 } })
      expect(await makeCodePaper(lan, small, paper)).toEqual(made)
    },
  )
})

const deeds: { readonly [name: string]: (context: typeof lan) => Promise<unknown> } = {
  findHandingOut: context => findHandingOut(context, campaignId),
  findVillageSlots: context => findVillageSlots(context, everybody),
  findSlotPage: context => findSlotPage(context, at(0)),
  findReissuing: context => findReissuing(context, at(0)),
  reissueCode: context => reissueCode(context, at(0)),
  issueSlot: context => issueSlot(context, at(9)),
  showHouseholdCode: context => showHouseholdCode(context, at(0)),
  makeCodePaper: context => makeCodePaper(context, village, { kind: 'slips', perPage: 8 }),
}

test.each(Object.keys(deeds))(
  '%s: a cadre of another commune, a collector, the committee and a stranger are refused',
  async name => {
    for (const person of [world.people.minh, world.people.tam, world.people.binh, null])
      expect(await deeds[name]?.(world.as(person)), person?.username).toEqual({
        ok: false,
        error: 'forbidden',
      })
  },
)

test('a slot nobody has is unknown, and an id that is none is no error', async () => {
  for (const slotId of ['00000000-0000-4000-8000-000000000000', "'; drop table slot; --"])
    expect(await reissueCode(lan, { campaignId, slotId })).toEqual({ ok: false, error: 'slot-unknown' })
})

test('after closing no code is replaced, shown or printed, and an old one says that the round is closed', async () => {
  const old = await codeOf(8)
  await reissueCode(lan, at(8))
  for (const name of ['Đồi Chè', 'Suối Mơ'])
    await recordOutcomes(lan, { campaignId, villageId: villageId(name), outcome: 'not-reached' })
  expect((await closeCampaign(lan, campaignId)).ok).toBe(true)
  const refused = { ok: false, error: 'campaign-not-collecting' }
  expect(await reissueCode(lan, at(8))).toEqual(refused)
  expect(await showHouseholdCode(lan, at(8))).toEqual(refused)
  expect(await issueSlot(lan, at(9))).toEqual(refused)
  expect(await makeCodePaper(lan, village, { kind: 'slips', perPage: 8 })).toEqual(refused)
  expect(await findHandingOut(lan, campaignId)).toEqual(refused)
  const door = await findDoor(world.system, old)
  expect(door.ok && door.value.state).toBe('closed')
})
