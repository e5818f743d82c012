import { createHash, randomBytes } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeZip } from '#app/documents/zip-write.server.ts'
import { suggestedList } from '#app/dossier/title-papers.ts'
import type { Context } from '#app/services/context.server.ts'
import {
  deleteFile,
  excusePaper,
  readDossierFile,
  replaceFile,
  sendFile,
} from '#app/services/dossier-files.server.ts'
import { editList, findListDesk, findLists } from '#app/services/dossier-lists.server.ts'
import { makeWholeSet } from '#app/services/dossier-set.server.ts'
import { submitDossier } from '#app/services/dossier-submitting.server.ts'
import {
  type DossierQuestion,
  findDossierDesk,
  findDossiers,
  openDossier,
  takeListOver,
} from '#app/services/dossiers.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people } = world
const [lan, minh, binh, tam] = [people.lan, people.minh, people.binh, people.tam].map(world.as) as [
  Context,
  Context,
  Context,
  Context,
]
const office = world.as({ ...people.hoa, role: 'coordination-office' })
const { campaignId } = await collectingCampaign(world, { 'Đồi Chè': 3 })
const title = 'commune-standard' as const
const form = { communeId: '99001', title, year: 2026 }

const sure = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T => {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const id = sure(await openDossier(binh, form))
const deskOf = async (context = lan) => sure(await findDossierDesk(context, id))
const paperId = async (key: string) => (await deskOf()).papers.find(paper => paper.key === key)?.id ?? ''
const at = async (key: string) => ({ dossierId: id, paperId: await paperId(key) })
const pdf = (text: string, name = 'Tờ trình.pdf') => ({
  name,
  bytes: new TextEncoder().encode(`%PDF-1.4 ${text}`),
})
const slice = { page: 1, size: 25 }
const everything = { search: '', state: null, title: null, year: null, slice }
const kinds = async () => {
  const { rows } = await world.database.pool.query(
    "select kind, detail from audit_event where kind like 'dossier.%' order by seq",
  )
  return rows as readonly { readonly kind: string; readonly detail: Record<string, unknown> }[]
}

describe('a dossier', () => {
  test('is opened once for a title and year, with the list of the day copied in', async () => {
    expect(await openDossier(lan, form)).toEqual({ ok: false, error: 'dossier-exists' })
    const { papers, state, dossier } = await deskOf()
    expect(papers.map(({ key }) => key)).toEqual(suggestedList(title).papers.map(({ key }) => key))
    expect([state, dossier.owed, dossier.papers, dossier.listVersion]).toEqual(['preparing', 9, 9, 0])
  })

  test('is refused to a cadre of another commune, to a collector and to whoever only reads', async () => {
    const place = await at('to-trinh')
    const deeds: readonly ((context: Context) => Promise<unknown>)[] = [
      context => openDossier(context, { ...form, year: 2027 }),
      context => takeListOver(context, id),
      context => sendFile(context, place, pdf('x')),
      context => replaceFile(context, { dossierId: id, fileId: id }, pdf('x')),
      context => deleteFile(context, { dossierId: id, fileId: id }, 'vì thế'),
      context => excusePaper(context, place, 'vì thế'),
      context => submitDossier(context, id, { on: '2026-03-01' as never, number: '' }),
    ]
    for (const deed of deeds)
      for (const context of [minh, tam, world.as(people.hoa)])
        expect(await deed(context)).toEqual({ ok: false, error: 'forbidden' })
    for (const context of [minh, tam])
      for (const read of [
        findDossierDesk(context, id),
        makeWholeSet(context, id),
        readDossierFile(context, { dossierId: id, fileId: id }),
      ])
        expect(await read).toEqual({ ok: false, error: 'forbidden' })
    for (const context of [minh, lan, binh, tam])
      for (const deed of [
        findLists(context),
        findListDesk(context, title),
        editList(context, { title, version: 0 }, { kind: 'remove', key: 'no-dong' }),
      ])
        expect(await deed).toEqual({ ok: false, error: 'forbidden' })
    expect((await findDossiers(minh, everything)).total).toBe(0)
    expect((await findDossiers(tam, everything)).total).toBe(0)
  })

  test('is found by commune, state, title and year in the areas of the person asking', async () => {
    const total = async (question: Partial<DossierQuestion>) =>
      (await findDossiers(world.as(people.hoa), { ...everything, ...question })).total
    expect(await total({})).toBe(1)
    expect([
      await total({ search: 'son loc' }),
      await total({ search: '99001' }),
      await total({ search: 'la' }),
    ]).toEqual([1, 1, 0])
    expect([
      await total({ state: 'preparing' }),
      await total({ state: 'complete' }),
      await total({ state: 'submitted' }),
    ]).toEqual([1, 0, 0])
    expect([
      await total({ title }),
      await total({ title: 'commune-model' }),
      await total({ year: 2025 }),
    ]).toEqual([1, 0, 0])
  })
})

describe('files of a paper', () => {
  test('come from whoever owes it; a replaced one stays, a deleted one leaves its hash and why', async () => {
    const place = await at('to-trinh')
    const first = sure(await sendFile(binh, place, pdf('một')))
    const second = sure(await replaceFile(lan, { dossierId: id, fileId: first }, pdf('hai')))
    expect((await deskOf()).papers[0]).toMatchObject({ state: 'replaced', files: 1, everFiles: 2 })
    expect(sure(await readDossierFile(binh, { dossierId: id, fileId: first })).bytes.toString()).toContain(
      'một',
    )
    expect(await replaceFile(lan, { dossierId: id, fileId: first }, pdf('ba'))).toEqual({
      ok: false,
      error: 'dossier-file-ended',
    })
    expect(await deleteFile(lan, { dossierId: id, fileId: second }, '')).toEqual({
      ok: false,
      error: 'dossier-reason-missing',
    })
    sure(await deleteFile(lan, { dossierId: id, fileId: second }, 'Nhầm tệp'))
    expect((await deskOf()).papers[0]).toMatchObject({
      state: 'missing',
      history: [{ state: 'replaced' }, { state: 'deleted', reason: 'Nhầm tệp' }],
    })
    expect(await readDossierFile(lan, { dossierId: id, fileId: second })).toEqual({
      ok: false,
      error: 'dossier-file-deleted',
    })
    const sha256 = createHash('sha256').update(pdf('hai').bytes).digest('hex')
    expect((await kinds()).slice(-3)).toMatchObject([
      { kind: 'dossier.file-added', detail: { file: 'Tờ trình.pdf' } },
      { kind: 'dossier.file-replaced', detail: { sha256, replaced: 'Tờ trình.pdf' } },
      { kind: 'dossier.file-deleted', detail: { sha256, reason: 'Nhầm tệp' } },
    ])
  })

  test('that another commune’s dossier holds are not found in this one', async () => {
    const other = sure(await openDossier(minh, { ...form, communeId: '99002' }))
    const [paper] = sure(await findDossierDesk(minh, other)).papers
    const file = sure(
      await sendFile(minh, { dossierId: other, paperId: paper?.id ?? '' }, pdf('của xã khác')),
    )
    expect(await sendFile(lan, { dossierId: id, paperId: paper?.id ?? '' }, pdf('x'))).toEqual({
      ok: false,
      error: 'dossier-paper-unknown',
    })
    expect(await readDossierFile(lan, { dossierId: id, fileId: file })).toEqual({
      ok: false,
      error: 'dossier-file-unknown',
    })
    expect(await readDossierFile(lan, { dossierId: other, fileId: file })).toEqual({
      ok: false,
      error: 'forbidden',
    })
  })

  test('are taken by what they are; a zip is only listed, whatever it would unpack to', async () => {
    const place = await at('bao-cao-ket-qua')
    const sent = async (name: string, bytes: Uint8Array) => {
      const result = await sendFile(lan, place, { name, bytes })
      return result.ok ? 'taken' : result.error
    }
    expect(await sent('a.pdf', new TextEncoder().encode('<script>'))).toBe('dossier-file-kind')
    expect(await sent('a.zip', writeZip([{ name: 'a', bytes: new Uint8Array(9) }]))).toBe('dossier-file-kind')
    expect(await sent('a.docx', new TextEncoder().encode('PK\u0003\u0004 hỏng'))).toBe('dossier-file-kind')
    expect(await sent('a.pdf', new Uint8Array(10 * 1024 * 1024 + 1))).toBe('dossier-file-large')
    const names = ['[Content_Types].xml', 'word/document.xml']
    // A picture that packs no smaller makes it longer than what is read at a time.
    const picture = { name: 'word/media/image1.png', bytes: randomBytes(2_500_000) }
    const bomb = writeZip([...names.map(name => ({ name, bytes: new Uint8Array(20_000_000) })), picture])
    // The sizes that it declares are far beyond what anybody could unpack: they are not even looked at.
    for (let at = bomb.indexOf('PK\u0001\u0002'); at >= 0; at = bomb.indexOf('PK\u0001\u0002', at + 1))
      bomb.writeUInt32LE(0xfffffff0, at + 24)
    expect(await sent('a.docx', bomb)).toBe('taken')
  })

  test('cannot be changed behind the product’s back', async () => {
    const run = (sql: string) => world.database.pool.query(sql)
    await expect(run("update dossier_file set sha256 = repeat('0', 64)")).rejects.toThrow()
    await expect(run('delete from dossier_file')).rejects.toThrow()
  })
})

describe('the list of the province', () => {
  test('changes by versions; an open dossier takes it over when asked, and loses no file', async () => {
    const paper = {
      name: 'Bản đồ hiện trạng',
      owner: 'agency' as const,
      agency: 'Sở Xây dựng',
      due: '02-01',
      source: '',
      status: 'unconfirmed' as const,
    }
    const edit = (version: number, change: Parameters<typeof editList>[2]) =>
      editList(office, { title, version }, change)
    expect(await edit(0, { kind: 'put', key: null, place: 1, paper })).toEqual({ ok: true, value: 1 })
    expect(await edit(0, { kind: 'remove', key: 'no-dong' })).toEqual({
      ok: false,
      error: 'dossier-list-outdated',
    })
    expect(await edit(1, { kind: 'remove', key: 'hai-long' })).toEqual({
      ok: false,
      error: 'dossier-report-needed',
    })
    expect(await edit(1, { kind: 'put', key: null, place: null, paper })).toEqual({
      ok: false,
      error: 'dossier-names-alike',
    })
    sure(await edit(1, { kind: 'remove', key: 'no-dong' }))
    sure(await edit(2, { kind: 'remove', key: 'to-trinh' }))
    expect((await deskOf()).papers).toHaveLength(9)
    sure(await takeListOver(lan, id))
    const { papers, dossier, listVersion } = await deskOf()
    expect([dossier.listVersion, listVersion, papers[0]?.name, papers[0]?.late]).toEqual([
      3,
      3,
      'Bản đồ hiện trạng',
      true,
    ])
    expect(papers.at(-1)?.key).toBe('to-trinh')
    expect(papers.some(({ key }) => key === 'no-dong')).toBe(false)
    expect(await takeListOver(lan, id)).toEqual({ ok: false, error: 'dossier-list-known' })
  })
})

describe('the report of the survey', () => {
  const report = async () => (await deskOf()).papers.find(({ kind }) => kind === 'satisfaction')

  test('comes by itself, is there once verified, and is redone when the round is', async () => {
    expect(await report()).toMatchObject({ state: 'missing' })
    sure(await closeRound(world, campaignId))
    expect(await report()).toMatchObject({ state: 'unverified' })
    const set = (columns: string) =>
      world.database.pool.query(`update campaign set ${columns} where id = $1`, [campaignId])
    await set("state = 'collecting', version = 2, closed_at = null, evidence_fingerprint = null")
    expect(await report()).toMatchObject({ state: 'redoing' })
    await set("state = 'verified', version = 1, closed_at = opened_at")
    expect(await report()).toMatchObject({ state: 'there' })
    expect(await sendFile(lan, await at('hai-long'), pdf('x'))).toEqual({
      ok: false,
      error: 'dossier-paper-not-yours',
    })
  })
})

describe('the whole set', () => {
  test('holds the standing files, the report and who owes what, in one zip', async () => {
    const { chunks, name } = sure(await makeWholeSet(binh, id))
    const parts: Uint8Array[] = []
    for (let step = await chunks.next(); !step.done; step = await chunks.next()) parts.push(step.value)
    const files = unzipSync(Buffer.concat(parts))
    const names = Object.keys(files)
    expect(name).toMatch(/^Hồ sơ - Xã Sơn Lộc - 2026 .*\.zip$/)
    expect(names).toHaveLength(3)
    expect(names[1]).toBe('02 a.docx')
    const kept = await world.database.pool.query(`select sha256 from dossier_file where name = 'a.docx'`)
    const sha256 = createHash('sha256').update(files['02 a.docx'] ?? '')
    expect(kept.rows).toEqual([{ sha256: sha256.digest('hex') }])
    expect(names[2]).toMatch(/^\d\d Báo cáo kết quả lấy ý kiến - Xã Sơn Lộc\.docx$/)
    const contents = new TextDecoder().decode(files['00 DANH-MUC.txt'])
    expect(contents).toContain(
      '01. Bản đồ hiện trạng\r\n    Chưa có. Người phải nộp: Sở Xây dựng, hạn 01/02/2026 (quá hạn)',
    )
    expect((await kinds()).at(-1)).toMatchObject({ kind: 'dossier.set-downloaded', detail: { files: 3 } })
  })
})

describe('submitting', () => {
  test('needs every paper, files the verified round, and holds the dossier for good', async () => {
    const submit = (on: string) => submitDossier(binh, id, { on: on as never, number: '12/TTr-UBND' })
    expect(await submit('2026-03-02')).toEqual({ ok: false, error: 'dossier-incomplete' })
    for (const { id: paper, kind, state } of (await deskOf()).papers)
      if (kind === 'upload' && state === 'missing')
        sure(await excusePaper(lan, { dossierId: id, paperId: paper }, 'Xã không có'))
    expect((await deskOf()).state).toBe('complete')
    expect(await submit('2026-03-03')).toEqual({ ok: false, error: 'dossier-day-ahead' })
    sure(await submit('2026-03-02'))
    const { state, dossier } = await deskOf()
    expect([state, dossier.round?.state, dossier.submittedNumber]).toEqual([
      'submitted',
      'filed',
      '12/TTr-UBND',
    ])
    expect(await sendFile(lan, await at('to-trinh'), pdf('x'))).toEqual({
      ok: false,
      error: 'dossier-submitted',
    })
    expect(await submit('2026-03-02')).toEqual({ ok: false, error: 'dossier-submitted' })
    const { rows } = await world.database.pool.query(
      "select detail from audit_event where kind = 'campaign.filed' and campaign_id = $1",
      [campaignId],
    )
    expect(rows).toEqual([{ detail: { version: 1, dossier: '99001 commune-standard 2026' } }])
    await expect(
      world.database.pool.query('update dossier set year = 2027 where submitted_on is not null'),
    ).rejects.toThrow()
  })
})

test('where no round can be held, the report is a file or is not asked for: the dossier can be submitted', async () => {
  const opened = async (of: 'village-model' | 'ward-civilised') => {
    const dossierId = sure(await openDossier(lan, { ...form, title: of }))
    return { dossierId, papers: sure(await findDossierDesk(lan, dossierId)).papers }
  }
  const [hamlet, ward] = [await opened('village-model'), await opened('ward-civilised')]
  expect(hamlet.papers.map(({ key }) => key)).not.toContain('hai-long')
  expect(ward.papers.find(({ key }) => key === 'hai-long-do-thi')).toMatchObject({
    ...{ kind: 'upload', owner: 'commune-cadre', mine: true },
  })
  for (const { dossierId, papers } of [hamlet, ward]) {
    for (const [i, paper] of papers.entries())
      sure(await sendFile(lan, { dossierId, paperId: paper.id }, pdf(`${i}`)))
    const submitted = await submitDossier(lan, dossierId, {
      on: sure(await findDossierDesk(lan, dossierId)).today,
      number: '',
    })
    expect(submitted).toEqual({ ok: true, value: null })
  }
})
