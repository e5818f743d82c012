import { describe, expect, test } from 'vitest'
import { sendOpenData } from '#app/http/open-data.server.ts'
import { loader as list } from '#app/routes/ket-qua._index.tsx'
import { loader as page } from '#app/routes/ket-qua.$id.tsx'
import { loader as villages } from '#app/routes/ket-qua.$id_.thon.tsx'
import { loader as sitemap } from '#app/routes/sitemap[.]xml.tsx'
import { answerByCode } from '#app/services/ballots.server.ts'
import { keepEarlierResults } from '#app/services/kept-results.server.ts'
import { findOpenTable, makeOpenData } from '#app/services/open-data.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { findPublicList, makePublicListFile } from '#app/services/public-list.server.ts'
import { findPublicResults } from '#app/services/results.server.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { system } = world
const { pool } = world.database
const ask = await asker(world)
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 24, 'Suối Mơ': 3 })
for (const code of codesOf('Đồi Chè')) await answerByCode(system, code, filledIn('satisfied'))
for (const code of codesOf('Suối Mơ'))
  await answerByCode(system, code, filledIn('satisfied', { 'answer.transport': 'dissatisfied' }))
await closeRound(world, campaignId)

const empty = await draftCampaign(world, { name: 'Đợt không ai trả lời' })
await openCampaign(world.as(world.people.lan), empty)
await closeRound(world, empty)

const params = { id: campaignId }
const everything = { search: '', title: null, year: null, verdict: null }
const first = { page: 1, size: 25 }

const tableOf = async () => {
  const found = await findOpenTable(system, campaignId)
  if (!found.ok) throw new Error(found.error)
  return found.value
}
const textOf = async (format: 'csv' | 'json', id = campaignId as string) => {
  const file = await makeOpenData(system, id, format)
  if (!file.ok) throw new Error(file.error)
  return file.value.bytes.toString('utf8')
}

describe('a village of three ballots', () => {
  test('is told together with another, and the rows add up to the total', async () => {
    const { rows } = await tableOf()
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['hidden', 'Đồi Chè'],
      ['hidden', 'Suối Mơ'],
      ['group', 'Đồi Chè, Suối Mơ'],
      ['total', 'Xã Sơn Lộc'],
    ])
    const transport = rows.map(row => row.answers?.find(({ content }) => content === 'transport') ?? null)
    expect(transport).toMatchObject([
      null,
      null,
      { satisfied: 24, dissatisfied: 3 },
      { satisfied: 24, base: 27 },
    ])
  })

  test('is not told by the page’s data either, which anybody may ask for', async () => {
    const { body } = await ask(page, `/ket-qua/${campaignId}`, { params })
    const { results } = body as { results: { units: { contents: { counts: object }[] }[] } }
    for (const unit of results.units)
      for (const { counts } of unit.contents)
        expect(counts).toEqual({ satisfied: 0, dissatisfied: 0, blank: 0 })
    expect(body).not.toHaveProperty('cells')
  })

  test('stands in the page of villages and in both files as in the one table', async () => {
    const { rows } = await tableOf()
    const { body } = await ask(villages, `/ket-qua/${campaignId}/thon?noi-dung=transport`, { params })
    expect(body).toMatchObject({ content: 'transport', rows, withheld: null })
    const file = JSON.parse(await textOf('json'))
    expect(file.rows.map(({ protected: hidden, ...row }: { protected: boolean }) => row)).toEqual(rows)
    expect(file.rows.map((row: { protected: boolean }) => row.protected)).toEqual([true, true, false, false])
    const [head = '', ...lines] = (await textOf('csv')).split('\r\n')
    const at = (name: string) => head.replace('\uFEFF', '').split(';').indexOf(name)
    const told = lines
      .filter(line => line.split(';')[at('noi_dung')] === 'transport')
      .map(line => line.split(';'))
    expect(told.map(cells => [cells[at('loai_dong')], cells[at('hai_long')], cells[at('bao_ve')]])).toEqual([
      ['trong_nhom', '', '1'],
      ['trong_nhom', '', '1'],
      ['nhom', '24', '0'],
      ['tong', '24', '0'],
    ])
  })
})

describe('the files of a round', () => {
  test('name source, rules, version and fingerprint, and are the same bytes each time', async () => {
    const { rows } = await pool.query('select evidence_fingerprint as mark from campaign where id = $1', [
      campaignId,
    ])
    const csv = await textOf('csv')
    expect(csv).toContain(`# nguồn: http://localhost:3000/ket-qua/${campaignId}`)
    expect(csv).toContain(`# mã dữ liệu khi khóa: ${rows[0].mark}`)
    expect(csv).toBe(await textOf('csv'))
    expect(JSON.parse(await textOf('json'))).toMatchObject({
      round: { version: 1, fingerprint: rows[0].mark },
      rules: { id: 'hd90-2022/commune-standard' },
      results: { coverage: { part: 27, whole: 27 }, overall: { part: 27, whole: 27 } },
    })
  })

  test('are kept by their tag and sent again only when they changed', async () => {
    const file = await makeOpenData(system, campaignId, 'csv')
    if (!file.ok) throw new Error(file.error)
    const sent = sendOpenData(new Request('http://localhost/'), file.value)
    const tag = sent.headers.get('ETag') ?? ''
    expect(sent.headers.get('Cache-Control')).toMatch(/^public/)
    const again = new Request('http://localhost/', { headers: { 'If-None-Match': tag } })
    expect(sendOpenData(again, file.value).status).toBe(304)
  })

  test('of a round with fewer than five ballots tell only how many there are', async () => {
    const found = await findPublicResults(system, empty)
    expect(found.ok && found.value.cells).toEqual({ kind: 'withheld', reason: 'too-few-ballots' })
    const file = JSON.parse(await textOf('json', empty))
    expect(file.results).toMatchObject({ verdict: null, overall: null, coverage: { part: 0, whole: 27 } })
    expect(file.rows.every((row: { answers: unknown }) => row.answers === null)).toBe(true)
  })

  test('exist of counted rounds alone', async () => {
    expect(await makeOpenData(system, await draftCampaign(world), 'csv')).toEqual({
      ok: false,
      error: 'campaign-unknown',
    })
  })
})

describe('the list of all rounds', () => {
  const idsOf = async (question: Partial<typeof everything> & object) =>
    (await findPublicList(system, { ...everything, ...question }, first)).campaigns.rows.map(({ id }) => id)

  test('tells rates and verdict of what was counted, kept when it was', async () => {
    const { campaigns, groups, years } = await findPublicList(system, everything, first)
    expect(campaigns.total).toBe(2)
    expect(campaigns.rows.find(({ id }) => id === campaignId)).toMatchObject({
      coverage: { part: 27, whole: 27 },
      overall: { part: 27, whole: 27 },
      verdict: 'no-basis',
    })
    expect(campaigns.rows.find(({ id }) => id === empty)).toMatchObject({ verdict: null, overall: null })
    expect(groups).toMatchObject([
      {
        year: 2026,
        campaigns: 2,
        noBasis: 1,
        coverage: { part: 27, whole: 54 },
        overall: { part: 27, whole: 27 },
      },
    ])
    expect(years).toEqual([2026])
  })

  test('is searched and filtered in the database', async () => {
    expect(await idsOf({ search: 'khong ai' })).toEqual([empty])
    expect(await idsOf({ search: 'sơn lộc' })).toHaveLength(2)
    expect(await idsOf({ verdict: 'no-basis' as never })).toEqual([campaignId])
    expect(await idsOf({ verdict: 'met' as never })).toEqual([])
    expect(await idsOf({ year: 2025 as never })).toEqual([])
    const { body } = await ask(list, '/ket-qua?tim=khong+ai&nam=2026&ket-luan=sai')
    expect(body).toMatchObject({
      typed: { search: 'khong ai', year: '2026', verdict: 'tat-ca' },
      campaigns: { total: 1 },
    })
  })

  test('is one file, a round a line', async () => {
    const lines = (await makePublicListFile(system)).bytes.toString('utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines.find(line => line.startsWith(campaignId))).toContain(';no-basis;')
  })

  test('is told to search engines with every round, and no page of a household', async () => {
    const answer = (await sitemap({
      request: new Request('http://x/'),
      params: {},
      context: { system },
    })) as Response
    const text = await answer.text()
    expect(text).toContain(
      `<loc>http://localhost:3000/ket-qua/${campaignId}</loc><lastmod>2026-03-02</lastmod>`,
    )
    expect(text).not.toMatch(/\/p[/<]|\/dot/)
  })
})

test('what an earlier release counted is kept at the next start, once', async () => {
  await pool.query('alter table campaign_result disable trigger all; delete from campaign_result')
  await pool.query('alter table campaign_result enable trigger all')
  await keepEarlierResults(system)
  await keepEarlierResults(system)
  expect((await findPublicList(system, everything, first)).campaigns.total).toBe(2)
  const { rows } = await pool.query(`select detail from audit_event where kind = 'results.kept'`)
  expect(rows).toEqual([{ detail: { campaigns: 2 } }])
})
