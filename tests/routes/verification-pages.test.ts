import { expect, test } from 'vitest'
import { writeBase32 } from '#app/account/totp.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { action as answer, loader as commune } from '#app/routes/dot.$id.tham-tra.tsx'
import { loader as queue } from '#app/routes/tham-tra._index.tsx'
import { action as comment, loader as dossier } from '#app/routes/tham-tra.$id._index.tsx'
import { action as accept, loader as accepting } from '#app/routes/tham-tra.$id.chap-nhan.tsx'
import { action as sign, loader as signing } from '#app/routes/tham-tra.$id.ky.tsx'
import { action as sendBack } from '#app/routes/tham-tra.$id.tra-lai.tsx'
import { loader as note } from '#app/routes/tham-tra.$id.van-ban[.]docx.tsx'
import { loader as notePdf } from '#app/routes/tham-tra.$id.van-ban[.]pdf.tsx'
import { sealSecret } from '#app/services/account-seal.server.ts'
import { createAccount } from '#app/services/accounts.server.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { postCampaign, submitCampaign } from '#app/services/posting.server.ts'
import { updateSecondStep } from '#db/queries/second-step.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { phoneCode } from '#tests/support/second-step.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId: id, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 6, 'Suối Mơ': 6 })
const password = 'mot cau ngan de nho'
const secret = new Uint8Array(20).fill(7)

const handIn = async () => {
  for (const code of codesOf('Đồi Chè')) await answerByCode(world.system, code, filledIn('satisfied'))
  const lan = world.as(world.people.lan)
  world.time.now = new Date('2026-03-23T03:00:00Z')
  await closeRound(world, id)
  const where = { villageIds: [villageId('Đồi Chè')], atCommune: true, byLoudspeaker: false }
  const form = { startsOn: '2026-03-23' as Day, days: null, daysDocument: '', contact: 'MTTQ xã', ...where }
  await postCampaign(lan, id, form)
  world.time.now = new Date('2026-04-03T18:30:00Z')
  const submitted = await submitCampaign(lan, id)
  if (!submitted.ok) throw new Error(submitted.error)
}
await handIn()

const ask = await asker(world)
const appraiser = { username: 'tham.cb', password, name: 'tham', role: 'appraiser', areaIds: ['99'] } as const
await createAccount(world.as(world.people.admin), appraiser)

const params = { id }
const at = `/tham-tra/${id}`
const as = (name: string, form?: Readonly<Record<string, string>>) => ({
  as: name,
  params,
  ...(form && { form }),
})
const faults = (body: unknown) => (body as { readonly faults?: unknown } | null)?.faults
const going = { about: 'general', villageId: '', content: '', body: 'Thiếu biên bản', blocking: 'yes' }

/** Gives a signed-in person a phone whose secret we know. */
const withPhone = async (name: string) => {
  await ask(queue, '/tham-tra', as(name))
  const { rows } = await world.database.pool.query('select id from account where username = $1', [
    `${name}.cb`,
  ])
  const owner: AccountId = rows[0].id
  const sealed = sealSecret(world.system, owner, secret)
  await updateSecondStep(world.system.db, owner, { secret: sealed, lastStep: 0 })
}
const code = () => phoneCode(writeBase32(secret), world.time.now)

test('what was handed in stands in the queue; a cadre has no queue, and no dossier, even of the own commune', async () => {
  const { body } = await ask(queue, '/tham-tra?tim=son', as('tham'))
  expect(body).toMatchObject({ typed: { tim: 'son' }, dossiers: { total: 1, rows: [{ id }] } })
  expect((await ask(queue, '/tham-tra?trang-thai=signed', as('tham'))).body).toMatchObject({
    dossiers: { total: 0 },
  })
  for (const [commune, total] of [
    ['99001', 1],
    ['99002', 0],
    ['tat-ca', 1],
  ] as const)
    expect((await ask(queue, `/tham-tra?xa=${commune}`, as('tham'))).body).toMatchObject({
      dossiers: { total },
    })
  const opened = await ask(dossier, at, as('tham'))
  expect(opened.body).toMatchObject({
    campaign: { id },
    evaluation: {},
    verification: { state: 'examining' },
  })
  for (const name of ['lan', 'minh', 'tam']) {
    expect((await ask(queue, '/tham-tra', as(name))).status).toBe(403)
    expect((await ask(dossier, at, as(name))).status).toBe(403)
    expect((await ask(comment, at, as(name, going))).status).toBe(403)
    expect((await ask(sign, at, as(name, { password, code: '' }))).status).toBe(403)
  }
})

test('an empty comment keeps what was chosen; a written one is answered by its commune alone', async () => {
  const empty = await ask(comment, at, as('tham', { ...going, body: ' ' }))
  expect([empty.status, faults(empty.body)]).toEqual([422, { body: 'comment-missing' }])
  expect(empty.body).toMatchObject({ typed: { blocking: 'yes' } })
  const written = await ask(comment, at, as('tham', going))
  expect([written.status, written.headers.get('Location')]).toEqual([303, `${at}?xong=y-kien`])
  const page = (await ask(commune, '/', as('lan'))).body
  const [one] = (page as { readonly comments: readonly { readonly id: string }[] }).comments
  const box = `answer.${one?.id}`
  const reply = (text: string) => ({ comment: one?.id ?? '', [box]: text })
  expect((await ask(commune, '/', as('minh'))).status).toBe(403)
  expect((await ask(answer, '/', as('minh', reply('Đã rõ')))).status).toBe(403)
  const blank = await ask(answer, '/', as('lan', reply('')))
  expect([blank.status, faults(blank.body)]).toEqual([422, { [box]: 'verification-answer-missing' }])
  const answered = await ask(answer, '/', as('lan', reply('Đã gửi kèm')))
  expect(answered.headers.get('Location')).toBe(`/dot/${id}/tham-tra?xong=tra-loi`)
  expect((await ask(accepting, at, as('tham'))).body).toMatchObject({ blocking: 1 })
  expect((await ask(accept, at, as('tham', { conclusion: 'Đạt', confirm: 'yes' }))).status).toBe(422)
  const resolved = await ask(comment, at, as('tham', { viec: 'xong', comment: one?.id ?? '' }))
  expect(resolved.headers.get('Location')).toBe(`${at}?xong=giai-quyet`)
})

test('sent back with a reason and a day that is still to come, it comes in again from the commune', async () => {
  const nothing = await ask(sendBack, at, as('tham', {}))
  expect([nothing.status, faults(nothing.body)]).toEqual([
    422,
    { summary: 'return-summary-missing', deadline: 'return-deadline-unreadable' },
  ])
  const form = { summary: 'Thiếu chữ ký', deadline: '2026-04-20', 'reason.1': 'Ký lại' }
  const late = await ask(sendBack, at, as('tham', { ...form, deadline: '2026-04-01' }))
  expect([late.status, faults(late.body)]).toEqual([422, { deadline: 'return-deadline-past' }])
  expect((await ask(sendBack, at, as('minh', form))).status).toBe(403)
  const sent = await ask(sendBack, at, as('tham', form))
  expect(sent.headers.get('Location')).toBe(`${at}?xong=tra-lai`)
  expect((await ask(sendBack, at, as('tham', form))).status).toBe(409)
  const blank = await ask(answer, '/', as('lan', { answer: '' }))
  expect(faults(blank.body)).toEqual({ answer: 'verification-answer-missing' })
  expect((await ask(answer, '/', as('minh', { answer: 'Đã ký' }))).status).toBe(403)
  const again = await ask(answer, '/', as('lan', { answer: 'Đã ký' }))
  expect(again.headers.get('Location')).toBe(`/dot/${id}/tham-tra?xong=gui-lai`)
})

test('accepting asks for a conclusion and a tick, and is done once', async () => {
  expect((await ask(signing, at, as('tham'))).status).toBe(409)
  const empty = await ask(accept, at, as('tham', { number: '45', conclusion: '' }))
  expect([empty.status, faults(empty.body)]).toEqual([
    422,
    { conclusion: 'accept-conclusion-missing', confirm: 'confirm-missing' },
  ])
  const form = { number: '', conclusion: 'Đủ điều kiện', confirm: 'yes' }
  expect((await ask(accept, at, as('minh', form))).status).toBe(403)
  const accepted = await ask(accept, at, as('tham', form))
  expect(accepted.headers.get('Location')).toBe(`${at}?xong=chap-nhan`)
  expect((await ask(accepting, at, as('tham'))).status).toBe(409)
})

test('a wrong password or code is told at its box; whoever signed is told so; a second person ends it', async () => {
  await withPhone('tham')
  const fault = async (form: Readonly<Record<string, string>>) =>
    faults((await ask(sign, at, as('tham', form))).body)
  expect(await fault({ password: 'sai', code: code() })).toEqual({ password: 'password-wrong' })
  expect(await fault({ password, code: '000000' })).toEqual({ code: 'second-step-wrong' })
  expect((await ask(signing, at, as('tham'))).body).toMatchObject({ setUp: true, signed: false })
  const first = await ask(sign, at, as('tham', { password, code: code() }))
  expect([first.status, first.headers.get('Location')]).toEqual([303, `${at}?xong=ky`])
  expect((await ask(signing, at, as('tham'))).body).toMatchObject({ signed: true })
  await withPhone('tinh')
  expect((await ask(sign, at, as('tinh', { password, code: code() }))).status).toBe(303)
  expect((await ask(dossier, at, as('tinh'))).body).toMatchObject({ campaign: { state: 'verified' } })
})

test('the note is for its commune and the province; a version that has none is no file', async () => {
  const path = `${at}/van-ban.docx`
  const file = await ask(note, `${path}?ban=1`, as('lan'))
  expect([file.status, file.headers.get('Content-Disposition')]).toMatchObject([
    200,
    expect.stringMatching(/^attachment; filename="Van ban tham tra ban 1/),
  ])
  const pdf = await ask(notePdf, `${at}/van-ban.pdf?ban=1`, as('lan'))
  expect([pdf.status, pdf.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  for (const loader of [note, notePdf]) expect((await ask(loader, path, as('minh'))).status).toBe(403)
  expect((await ask(note, `${path}?ban=x`, as('lan'))).status).toBe(404)
})
