import { expect, test } from 'vitest'
import { writeTranslationFile } from '#app/documents/translation-file.server.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { translationSheet } from '#app/questionnaire/translation-sheet.ts'
import { loader as hear } from '#app/routes/am.$hash.tsx'
import { action as add, loader as list } from '#app/routes/ngon-ngu._index.tsx'
import { action as change, loader as read } from '#app/routes/ngon-ngu.$language._index.tsx'
import { loader as download } from '#app/routes/ngon-ngu.$language.ban-dich[.]xlsx.tsx'
import { action as remove } from '#app/routes/ngon-ngu.$language.xoa.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const ask = await asker(world)
const questionnaire = findQuestionnaire('qd318')
if (!questionnaire) throw new Error('no questionnaire')

/** A private-use tag: no language that anybody speaks. */
const form = { questionnaireId: 'qd318', tag: 'qaa', name: 'Thử' }
const added = await ask(add, '/ngon-ngu', { as: 'lan', form })
const path = (added.headers.get('Location') ?? '').split('?')[0] ?? ''
const params = { language: path.split('/').at(-1) ?? '' }

const upload = (fields: Readonly<Record<string, string | Blob>>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return body
}
const sheetOf = async (statement: string, more: readonly (readonly string[])[] = []) => {
  const lines = { overall: { statement, meaning: '' } }
  const bytes = await writeTranslationFile([...translationSheet(questionnaire, { lines }), ...more])
  return new File([new Uint8Array(bytes)], 'ban-dich.xlsx')
}

test('a cadre adds a language and finds it in the list; one of another commune does not', async () => {
  expect(added.status).toBe(303)
  expect((await ask(list, '/ngon-ngu', { as: 'lan' })).body).toMatchObject({
    languages: [{ tag: 'qaa', editable: true }],
  })
  expect((await ask(list, '/ngon-ngu', { as: 'minh' })).body).toMatchObject({ languages: [] })
  expect((await ask(list, '/ngon-ngu', { as: 'tam' })).status).toBe(403)
  expect((await ask(read, path, { as: 'minh', params })).status).toBe(403)
})

test('a form with a fault comes back with what was typed', async () => {
  const again = await ask(add, '/ngon-ngu', { as: 'lan', form })
  expect(again.status).toBe(422)
  expect(again.body).toMatchObject({ typed: form, faults: { tag: 'language-taken' } })
})

test('the sheet that is downloaded is the one that is taken; its faulty lines are listed', async () => {
  const sheet = await ask(download, `${path}/ban-dich.xlsx`, { as: 'lan', params })
  expect(sheet.headers.get('Content-Type')).toContain('spreadsheet')
  const send = (file: File) =>
    ask(change, path, { as: 'lan', params, upload: upload({ viec: 'bang-dich', file }) })
  const faulty = await send(await sheetOf('x', [['nowhere', '', '', 'y', '']]))
  expect(faulty.status).toBe(422)
  expect(faulty.body).toMatchObject({ problems: [{ problem: 'key-unknown' }] })
  expect((await send(await sheetOf('Lorem ipsum'))).headers.get('Location')).toBe(`${path}?xong=bang-dich`)
})

test('a recording is sent, heard by everybody, and removed', async () => {
  const send = (clip: Blob) =>
    ask(change, path, {
      as: 'lan',
      params,
      upload: upload({ viec: 'ban-thu', content: 'overall', clip: new File([clip], 'a.mp3') }),
    })
  expect((await send(new Blob(['<html>']))).body).toMatchObject({ faults: { clip: 'clip-unreadable' } })
  expect((await send(new Blob(['ID3\u0004\u0000']))).status).toBe(303)
  const { body } = await ask(read, path, { as: 'lan', params })
  const { language } = body as { language: { clips: { overall: string } } }
  const hash = language.clips.overall
  expect((await ask(hear, `/am/${hash}`, { params: { hash } })).status).toBe(200)
  const form = { viec: 'xoa-ban-thu', content: 'overall' }
  expect((await ask(change, path, { as: 'lan', params, form })).status).toBe(303)
  expect((await ask(hear, `/am/${hash}`, { params: { hash } })).status).toBe(404)
})

test('a language is deleted on a page of its own', async () => {
  expect((await ask(remove, `${path}/xoa`, { as: 'minh', params, form: {} })).status).toBe(403)
  expect((await ask(remove, `${path}/xoa`, { as: 'lan', params, form: {} })).status).toBe(303)
  expect((await ask(read, path, { as: 'lan', params })).status).toBe(404)
})
