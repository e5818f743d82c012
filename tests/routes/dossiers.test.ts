import { expect, test } from 'vitest'
import { bodyLimit } from '#app/http/limits.server.ts'
import { loader as list } from '#app/routes/ho-so._index.tsx'
import { loader as page } from '#app/routes/ho-so.$id._index.tsx'
import { loader as paperPage, action as send } from '#app/routes/ho-so.$id.giay.$paper._index.tsx'
import { action as manage } from '#app/routes/ho-so.$id.giay.$paper.$file.tsx'
import { action as submit, loader as submitting } from '#app/routes/ho-so.$id.nop.tsx'
import { loader as download } from '#app/routes/ho-so.$id.tep.$file.tsx'
import { loader as wholeSet } from '#app/routes/ho-so.$id.tron-bo[.]zip.tsx'
import { action as edit, loader as editing } from '#app/routes/ho-so.danh-muc.$title.$key.tsx'
import { action as open } from '#app/routes/ho-so.moi.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const ask = await asker(world)
const title = 'commune-standard'

const upload = (name: string, content: string, deed = 'nop'): FormData => {
  const form = new FormData()
  form.set('lam', deed)
  form.set('file', new File([content], name))
  return form
}

const opened = await ask(open, '/ho-so/moi', { as: 'lan', form: { communeId: '99001', title, year: '2026' } })
const id = opened.headers.get('Location')?.split(/[/?]/)[2] ?? ''
const desk = await ask(page, `/ho-so/${id}`, { as: 'lan', params: { id } })
const { papers } = desk.body as { readonly papers: readonly { readonly id: string }[] }
const params = { id, paper: papers[0]?.id ?? '' }
const at = `/ho-so/${id}/giay/${params.paper}`

test('a dossier is opened once; what is left out or unknown is told at its box', async () => {
  expect([opened.status, desk.status]).toEqual([303, 200])
  const again = await ask(open, '/', { as: 'lan', form: { communeId: '99001', title, year: '2026' } })
  expect([again.status, again.body]).toMatchObject([409, { faults: { title: 'dossier-exists' } }])
  const empty = await ask(open, '/', { as: 'lan', form: { year: '26' } })
  expect([empty.status, empty.body]).toMatchObject([
    422,
    {
      faults: {
        communeId: 'dossier-commune-missing',
        title: 'dossier-title-unknown',
        year: 'dossier-year-unreadable',
      },
    },
  ])
})

test('a file is taken, downloaded as an attachment under a safe name, replaced and deleted', async () => {
  const sent = await ask(send, at, { as: 'lan', params, upload: upload('../Tờ "trình".pdf', '%PDF-1.7') })
  expect(sent.headers.get('Location')).toBe(`${at}?xong=tep`)
  const shown = await ask(paperPage, at, { as: 'lan', params })
  const file = (shown.body as { readonly paper: { readonly history: readonly { readonly id: string }[] } })
    .paper.history[0]?.id
  const fileParams = { ...params, file: file ?? '' }
  const got = await ask(download, '/', { as: 'lan', params: fileParams })
  expect(got.headers.get('Content-Disposition')).toMatch(/^attachment; filename="To _trinh_.pdf"/)
  const elsewhere = { as: 'minh', params: fileParams }
  expect((await ask(download, '/', elsewhere)).status).toBe(403)
  expect((await ask(wholeSet, '/', elsewhere)).status).toBe(403)
  const form = { lam: 'xoa', reason: ' ' }
  expect((await ask(manage, '/', { as: 'lan', params: fileParams, form })).status).toBe(422)
  const replaced = { as: 'lan', params: fileParams, upload: upload('b.pdf', '%PDF-2', 'thay') }
  expect((await ask(manage, '/', replaced)).headers.get('Location')).toBe(`${at}?xong=thay`)
})

test('a file of a wrong kind, of another kind than its name says, too large or none is told at its box', async () => {
  const fault = async (form: FormData) => {
    const { status, body } = await ask(send, at, { as: 'lan', params, upload: form })
    return [status, (body as { readonly faults?: { readonly file: string } }).faults?.file]
  }
  expect(await fault(upload('a.pdf', '<html>'))).toEqual([422, 'dossier-file-kind'])
  expect(await fault(upload('a.docx', '%PDF-1.7'))).toEqual([422, 'dossier-file-differs'])
  expect(await fault(upload('a.pdf', ''))).toEqual([422, 'file-missing'])
  expect(await fault(upload('a.pdf', `%PDF-${'x'.repeat(10 * 1024 * 1024)}`))).toEqual([
    413,
    'dossier-file-large',
  ])
})

test('only posts of files may be long', () => {
  expect([at, `${at}/x`].map(bodyLimit)).toEqual([12 * 1024 * 1024, 12 * 1024 * 1024])
  expect([`/ho-so/${id}`, `/ho-so/${id}/nop`, '/ho-so/moi'].map(bodyLimit)).toEqual([65536, 65536, 65536])
})

test('who may not is told so: a collector the list, another commune the pages, nobody an incomplete dossier', async () => {
  expect((await ask(list, '/ho-so', { as: 'tam' })).status).toBe(403)
  expect((await ask(page, '/', { as: 'minh', params })).status).toBe(403)
  expect((await ask(send, at, { as: 'minh', params, upload: upload('a.pdf', '%PDF-') })).status).toBe(403)
  expect((await ask(submitting, '/', { as: 'lan', params })).status).toBe(409)
  const form = { on: '2026-03-01', number: '' }
  expect((await ask(submit, '/', { as: 'lan', params, form })).status).toBe(409)
  expect((await ask(submit, '/', { as: 'lan', params, form: { on: 'x' } })).status).toBe(422)
  expect((await ask(page, '/', { as: 'lan', params: { id: 'khong-co' } })).status).toBe(404)
})

test('the province edits the list of a title; a cadre does not', async () => {
  const where = { title, key: 'moi' }
  const form = {
    version: '0',
    name: 'Bản đồ',
    owner: 'agency',
    agency: 'Sở Xây dựng',
    due: '31/10',
    lam: 'luu',
  }
  expect((await ask(editing, '/', { as: 'lan', params: where })).status).toBe(403)
  expect((await ask(edit, '/', { as: 'lan', params: where, form })).status).toBe(403)
  const wrong = await ask(edit, '/', { as: 'tinh', params: where, form: { ...form, name: '', due: '31/9' } })
  expect(wrong.body).toMatchObject({
    faults: { name: 'dossier-name-missing', due: 'dossier-due-unreadable' },
  })
  const nameless = await ask(edit, '/', { as: 'tinh', params: where, form: { ...form, agency: '' } })
  expect(nameless.body).toMatchObject({ faults: { agency: 'dossier-agency-missing' } })
  const saved = await ask(edit, '/', { as: 'tinh', params: where, form })
  expect(saved.headers.get('Location')).toBe(`/ho-so/danh-muc/${title}?xong=luu`)
})
