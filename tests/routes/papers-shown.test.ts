import { beforeAll, describe, expect, test } from 'vitest'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Paper, Workbook } from '#app/dossier/paper.ts'
import { loader as reportPdf } from '#app/routes/dot.$id.bao-cao[.]pdf.tsx'
import { loader as minutesPage } from '#app/routes/dot.$id.bien-ban.$village._index.tsx'
import { loader as minutesPdf } from '#app/routes/dot.$id.bien-ban.$village[.]pdf.tsx'
import { loader as tallyPdf } from '#app/routes/dot.$id.bieu-tong-hop[.]pdf.tsx'
import { loader as papers } from '#app/routes/dot.$id.giay-to._index.tsx'
import { loader as shown } from '#app/routes/dot.$id.giay-to.$paper.tsx'
import { loader as pack } from '#app/routes/dot.$id.ho-so-so-lieu[.]zip.tsx'
import { loader as planPdf } from '#app/routes/dot.$id.ke-hoach[.]pdf.tsx'
import { loader as results } from '#app/routes/dot.$id.ket-qua.tsx'
import { loader as noticePdf } from '#app/routes/dot.$id.niem-yet.thong-bao[.]pdf.tsx'
import { loader as wordingList } from '#app/routes/giay-to._index.tsx'
import { loader as wordingDesk, action as wordingEdit } from '#app/routes/giay-to.$paper.tsx'
import { loader as publicResults } from '#app/routes/ket-qua.$id.tsx'
import { editWording, findWordings } from '#app/services/wordings.server.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, newWorld, type World } from '#tests/support/world.ts'

let world: World
let ask: Awaited<ReturnType<typeof asker>>
let id: CampaignId
let village: string

beforeAll(async () => {
  world = await newWorld()
  ask = await asker(world)
  const round = await collectingCampaign(world, { 'Đồi Chè': 6 })
  id = round.campaignId
  village = round.villageId('Đồi Chè')
})

type Loader = Parameters<typeof ask>[0]

const get = (loader: Loader, as: string, params: Record<string, string> = {}) =>
  ask(loader, `/dot/${id}`, { as, params: { id, ...params } })

const list = async () => (await get(papers, 'lan')).body as { papers: { paper: string; waitsFor: string }[] }

describe('the papers of a round', () => {
  test('while collecting there is the plan, and what the others wait for is said', async () => {
    const waits = (await list()).papers.map(({ paper, waitsFor }) => [paper, waitsFor])
    expect(waits).toEqual([
      ['plan', null],
      ['minutes', 'closing'],
      ['tally', 'closing'],
      ['posting-notice', 'closing'],
      ['report', 'closing'],
    ])
    expect((await get(shown, 'lan', { paper: 'ke-hoach' })).status).toBe(200)
    expect((await get(shown, 'lan', { paper: 'bao-cao' })).status).toBe(409)
    expect((await get(planPdf, 'lan')).headers.get('Content-Type')).toBe('application/pdf')
  })

  test('once closed each is shown as a page and comes as PDF, which the log holds by its hash', async () => {
    await closeRound(world, id)
    const report = (await get(shown, 'lan', { paper: 'bao-cao' })).body as { paper: Paper }
    const tally = (await get(shown, 'lan', { paper: 'bieu-tong-hop' })).body as { workbook: Workbook }
    const minutes = (await get(minutesPage, 'lan', { village })).body as { paper: Paper }
    expect([report.paper.title, minutes.paper.title]).toEqual(['BÁO CÁO', 'BIÊN BẢN'])
    expect(tally.workbook.sheets[0]?.name).toBe('Tổng hợp')
    for (const loader of [reportPdf, tallyPdf, minutesPdf]) {
      const file = await get(loader, 'lan', { village })
      expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w ()-]+\.pdf"/)
    }
    const { rows } = await world.database.pool.query(
      `select detail->>'paper' as paper from audit_event where kind = 'paper.downloaded' order by seq desc limit 3`,
    )
    expect(rows.map(row => row.paper)).toEqual(['minutes', 'tally', 'report'])
  })

  test('the notice waits for posting; what is no paper of ours is not there', async () => {
    expect((await list()).papers[3]).toEqual({ paper: 'posting-notice', waitsFor: 'posting' })
    for (const loader of [shown, noticePdf])
      expect((await get(loader, 'lan', { paper: 'thong-bao' })).status).toBeGreaterThanOrEqual(404)
    expect((await get(shown, 'lan', { paper: 'bien-ban' })).status).toBe(404)
    expect((await get(minutesPage, 'lan', { village: 'x' })).status).toBe(404)
  })

  test('another commune sees none of them', async () => {
    for (const loader of [papers, shown, minutesPage, reportPdf, tallyPdf, planPdf, minutesPdf, noticePdf])
      expect((await get(loader, 'minh', { paper: 'bao-cao', village })).status).toBe(403)
  })
})

describe('the province’s own words', () => {
  const words = { version: '0', symbol: 'BC-MTTQ', letterhead: 'MẶT TRẬN {TỈNH}\r\n\r\nỦY BAN MTTQ {XÃ}' }
  const edit = (as: string, form: Record<string, string>) =>
    ask(wordingEdit, '/giay-to/bao-cao', {
      as,
      params: { paper: 'bao-cao' },
      form: { intent: 'save', ...form },
    })
  const reportLines = async () =>
    ((await get(shown, 'lan', { paper: 'bao-cao' })).body as { paper: Paper }).paper.letterhead.lines

  test('are the provincial Front’s alone', async () => {
    const at = { params: { paper: 'bao-cao' } }
    for (const as of ['lan', 'minh', 'tam']) {
      expect((await ask(wordingList, '/giay-to', { as })).status).toBe(403)
      expect((await ask(wordingDesk, '/giay-to/bao-cao', { as, ...at })).status).toBe(403)
      expect((await edit(as, words)).status).toBe(403)
    }
    expect(await findWordings(world.as(world.people.minh))).toEqual({ ok: false, error: 'forbidden' })
    expect((await ask(wordingDesk, '/giay-to/bao-cao', { as: 'tinh', ...at })).status).toBe(200)
    expect((await ask(wordingDesk, '/giay-to/x', { as: 'tinh', params: { paper: 'x' } })).status).toBe(404)
  })

  test('with unknown placeholders are refused by their names, and nothing typed is lost', async () => {
    const typed = { ...words, opening: 'Tại {huyện}, có {tỷ lệ}:', place: '{xã' }
    const refused = await edit('tinh', typed)
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      faults: { opening: 'wording-placeholder-unknown', place: 'wording-placeholder-unknown' },
      unknown: ['{', '{huyện}', '{tỷ lệ}'],
      typed,
    })
    expect((await edit('tinh', { ...words, symbol: 'BC MTTQ' })).body).toMatchObject({
      faults: { symbol: 'wording-symbol-unreadable' },
    })
  })

  test('are shown on a made-up paper before they are saved', async () => {
    const looked = await edit('tinh', { ...words, intent: 'preview' })
    const { sample } = looked.body as { sample: Paper }
    expect(sample.letterhead.lines).toEqual(['MẶT TRẬN TỈNH MINH HỌA', 'ỦY BAN MTTQ XÃ SƠN LỘC'])
    expect(sample.notice).toContain('MINH HỌA')
    expect(await reportLines()).toEqual(['ỦY BAN MTTQ VIỆT NAM', 'XÃ SƠN LỘC', 'BAN THƯỜNG TRỰC'])
  })

  test('are what papers are made with from then on; each version stays, and empty words are the usual ones', async () => {
    expect((await edit('tinh', words)).headers.get('Location')).toBe('/giay-to/bao-cao?xong=luu')
    expect(await reportLines()).toEqual(['MẶT TRẬN TỈNH MINH HỌA', 'ỦY BAN MTTQ XÃ SƠN LỘC'])
    expect((await edit('tinh', words)).status).toBe(409)
    expect((await edit('tinh', { ...words, version: '1' })).body).toMatchObject({
      faults: { letterhead: 'nothing-changed' },
    })
    expect((await edit('tinh', { version: '1' })).status).toBe(303)
    expect(await reportLines()).toEqual(['ỦY BAN MTTQ VIỆT NAM', 'XÃ SƠN LỘC', 'BAN THƯỜNG TRỰC'])
    const desk = await ask(wordingDesk, '/giay-to/bao-cao', { as: 'tinh', params: { paper: 'bao-cao' } })
    expect(desk.body).toMatchObject({ versions: [{ version: 2 }, { version: 1 }], version: 2 })
    await expect(world.database.pool.query(`update paper_wording set words = '{}'`)).rejects.toThrow()
  })

  test('are there for the verification note, which the province itself issues', async () => {
    const at = { as: 'tinh', params: { paper: 'tham-tra' } }
    const desk = await ask(wordingDesk, '/giay-to/tham-tra', at)
    expect(desk.body).toMatchObject({ usual: { signer: 'TM. BAN THƯỜNG TRỰC', place: 'Minh Họa' } })
    const form = { intent: 'save', version: '0', opening: '{cơ quan} báo cáo:' }
    expect((await ask(wordingEdit, '/giay-to/tham-tra', { ...at, form })).status).toBe(303)
    const { sample } = (await ask(wordingDesk, '/giay-to/tham-tra', at)).body as { sample: Paper }
    expect(sample.opening).toEqual([['Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Minh Họa báo cáo:']])
  })

  test('that another way than the form brings are checked as well', async () => {
    const none = { symbol: null, place: null, signer: null, signedBy: null, recipients: null, closing: null }
    const front = await world.database.pool.query(`select id from account where username = 'tinh.cb'`)
    const person = {
      ...world.people.admin,
      id: front.rows[0].id,
      role: 'province-front' as const,
      areas: ['99'],
    }
    const text = { ...none, letterhead: ['{THÔN}'], opening: null }
    expect(await editWording(world.as(person), { paper: 'report', version: 2, text })).toEqual({
      ok: false,
      error: 'wording-placeholder-unknown',
    })
  })
})

test('a round whose counts contradict each other answers with that, and never with figures', async () => {
  await world.database.pool.query(
    `insert into tally (campaign_id, village_id, content, option, ballots) values ($1, $2, 0, 'satisfied', 1)
     on conflict (campaign_id, village_id, content, option) do update set ballots = 1`,
    [id, village],
  )
  for (const loader of [results, pack, reportPdf]) expect((await get(loader, 'lan')).status).toBe(409)
  expect(await get(publicResults, 'lan')).toMatchObject({
    ...{ status: 409, body: { problem: 'counts-contradict' } },
  })
})
