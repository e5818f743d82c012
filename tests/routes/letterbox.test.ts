import { expect, test } from 'vitest'
import { loader as list } from '#app/routes/dot.$id.gop-y._index.tsx'
import { action as answer, loader as open } from '#app/routes/dot.$id.gop-y.$letter.tsx'
import { loader as box, action as send } from '#app/routes/gop-y.$campaign.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId } = await collectingCampaign(world, { 'Đồi Chè': 5 })
const ask = await asker(world)
const params = { campaign: campaignId }
const path = `/gop-y/${campaignId}`
const form = { villageId: 'khong', content: 'khac', body: 'Thiếu nước sạch.' }
const desk = { as: 'lan', params: { id: campaignId } }
const letters = async () => {
  const { body } = await ask(list, `/dot/${campaignId}/gop-y`, desk)
  return (body as { letters: { rows: readonly { id: string; body: string }[] } }).letters.rows
}

test('anybody leaves a letter, and the cadre reads and answers it', async () => {
  expect((await ask(box, path, { params })).status).toBe(200)
  const sent = await ask(send, path, { params, form })
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${path}?xong=gui`])
  const [letter] = await letters()
  expect(letter?.body).toBe('Thiếu nước sạch.')
  const at = { as: 'lan', params: { id: campaignId, letter: letter?.id ?? '' } }
  const here = `/dot/${campaignId}/gop-y/${letter?.id}`
  expect((await ask(open, here, at)).status).toBe(200)
  expect((await ask(answer, here, { ...at, form: { answer: '' } })).status).toBe(422)
  expect((await ask(answer, here, { ...at, form: { answer: 'Đã chuyển.' } })).status).toBe(303)
  expect((await ask(answer, here, { ...at, as: 'minh', form: { answer: 'x' } })).status).toBe(403)
})

test('an empty letter comes back with its fault; what was chosen is kept', async () => {
  const faulty = await ask(send, path, { params, form: { ...form, content: 'transport', body: ' ' } })
  expect(faulty.status).toBe(422)
  expect(faulty.body).toMatchObject({
    typed: { content: 'transport' },
    faults: { body: 'letter-body-missing' },
  })
})

test('a program that fills in the field nobody sees leaves nothing', async () => {
  const before = (await letters()).length
  const trapped = await ask(send, path, { params, form: { ...form, 'trang-web': 'http://spam.example' } })
  expect(trapped.status).toBe(303)
  expect(await letters()).toHaveLength(before)
})
