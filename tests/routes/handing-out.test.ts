import { describe, expect, test } from 'vitest'
import { action as actOnSlot, loader as slotPage } from '#app/routes/dot.$id.ho.$slot._index.tsx'
import { action as replaceCode } from '#app/routes/dot.$id.ho.$slot.cap-lai.tsx'
import { loader as codePage } from '#app/routes/dot.$id.ho.$slot.ma.tsx'
import { loader as overview } from '#app/routes/dot.$id.phat-phieu._index.tsx'
import { action as issue, loader as villagePage } from '#app/routes/dot.$id.phat-phieu.$village._index.tsx'
import { loader as issueListXlsx } from '#app/routes/dot.$id.phat-phieu.$village.danh-sach[.]xlsx.tsx'
import { loader as slipsPdf } from '#app/routes/dot.$id.phat-phieu.$village.phieu-ma[.]pdf.tsx'
import { loader as doorPage } from '#app/routes/p.$code._index.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 5 })
const ask = await asker(world)
const village = villageId('Đồi Chè')
const params = { id: campaignId, village }
const address = `/dot/${campaignId}/phat-phieu/${village}`

type Listed = {
  readonly slots: { readonly rows: readonly { readonly slotId: string; readonly number: string }[] }
}
const list = (await ask(villagePage, address, { as: 'lan', params })).body as Listed
const slotId = list.slots.rows[0]?.slotId ?? ''
const slotParams = { id: campaignId, slot: slotId }
const slotAddress = `/dot/${campaignId}/ho/${slotId}`

describe('handing out', () => {
  test('is seen by the commune’s cadre, and by nobody from elsewhere', async () => {
    const path = `/dot/${campaignId}/phat-phieu`
    expect((await ask(overview, path, { as: 'lan', params })).status).toBe(200)
    for (const as of ['minh', 'tam', 'tinh'])
      expect((await ask(overview, path, { as, params })).status, as).toBe(403)
    expect((await ask(overview, path, { params })).status).toBe(302)
  })

  test('takes odd filters and pages as what they are not: all households, the first page', async () => {
    const odd = await ask(villagePage, `${address}?tinh-trang=x&trang=-3`, { as: 'lan', params })
    expect((odd.body as Listed).slots.rows).toHaveLength(5)
    const beyond = await ask(villagePage, `${address}?trang=99`, { as: 'lan', params })
    expect((beyond.body as Listed).slots.rows).toHaveLength(0)
  })

  test('of a village is noted once the box is ticked', async () => {
    const bare = await ask(issue, address, { as: 'lan', params, form: {} })
    expect(bare).toMatchObject({ status: 422, body: { faults: { confirm: 'confirm-missing' } } })
    const noted = await ask(issue, address, { as: 'lan', params, form: { confirm: 'yes' } })
    expect(noted.status).toBe(303)
    expect(noted.headers.get('Location')).toBe(
      `/dot/${campaignId}/phat-phieu/${encodeURIComponent(village)}?phat=5`,
    )
  })
})

describe('papers', () => {
  test('are downloads that no cache keeps', async () => {
    const path = `${address}/phieu-ma.pdf?moi-trang=4`
    const { status, headers } = await ask(slipsPdf, path, { as: 'lan', params })
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('application/pdf')
    expect(headers.get('Content-Disposition')).toContain('Phieu ma - Thon Doi Che - Xa Son Loc.pdf')
    expect(headers.get('Cache-Control')).toContain('no-store')
    expect((await ask(issueListXlsx, `${address}/danh-sach.xlsx`, { as: 'lan', params })).status).toBe(200)
  })

  test('of another commune are refused with a page', async () => {
    const { status, headers } = await ask(slipsPdf, `${address}/phieu-ma.pdf`, { as: 'minh', params })
    expect([status, headers.get('Content-Type')]).toEqual([403, 'text/html; charset=utf-8'])
  })
})

describe('one household', () => {
  test('has its reason noted and taken back', async () => {
    const asked = { as: 'lan', params: slotParams }
    const outcome = async () => {
      const { body } = await ask(slotPage, slotAddress, asked)
      return (body as { readonly slot: { readonly outcome: string | null } }).slot.outcome
    }
    const form = { viec: 'ly-do', 'ly-do': 'absent' }
    expect((await ask(actOnSlot, slotAddress, { ...asked, form })).status).toBe(303)
    expect(await outcome()).toBe('absent')
    await ask(actOnSlot, slotAddress, { ...asked, form: { ...form, 'ly-do': 'none' } })
    expect(await outcome()).toBeNull()
  })

  test('gets another code, and the old one says so with 410', async () => {
    const asked = { as: 'lan', params: slotParams }
    const replaced = await ask(replaceCode, `${slotAddress}/cap-lai`, { ...asked, form: {} })
    expect(replaced.headers.get('Location')).toBe(`${slotAddress}?xong=cap-lai`)
    const old = codesOf('Đồi Chè')[0] ?? ''
    const door = await ask(doorPage, `/p/${old}`, { params: { code: old } })
    expect(door).toMatchObject({ status: 410, body: { state: 'wrong', fault: 'replaced' } })
    const { body } = await ask(codePage, `${slotAddress}/ma`, asked)
    const code = (body as { readonly sheet: { readonly cards: readonly { readonly code: string }[] } }).sheet
      .cards[0]?.code
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    const plain = (code ?? '').replace('-', '')
    expect(await ask(doorPage, `/p/${plain}`, { params: { code: plain } })).toMatchObject({
      body: { state: 'open' },
    })
  })

  test('is closed to a cadre of another commune', async () => {
    for (const handler of [slotPage, codePage])
      expect((await ask(handler, slotAddress, { as: 'minh', params: slotParams })).status).toBe(403)
    expect((await ask(replaceCode, slotAddress, { as: 'minh', params: slotParams, form: {} })).status).toBe(
      403,
    )
  })
})
