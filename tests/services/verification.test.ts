import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import { writeBase32 } from '#app/account/totp.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { sealSecret } from '#app/services/account-seal.server.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { makeWholeSet } from '#app/services/dossier-set.server.ts'
import { openDossier } from '#app/services/dossiers.server.ts'
import { hashPassword } from '#app/services/password.server.ts'
import { postCampaign, submitCampaign } from '#app/services/posting.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { findPublicStanding } from '#app/services/results-versions.server.ts'
import { resubmitDossier, returnDossier } from '#app/services/verification.server.ts'
import { answerComment, resolveComment, writeComment } from '#app/services/verification-comments.server.ts'
import {
  findVerification,
  findVerificationAnswers,
  makeVerificationNote,
} from '#app/services/verification-desk.server.ts'
import { findQueue } from '#app/services/verification-queue.server.ts'
import { acceptDossier, signNote } from '#app/services/verification-signing.server.ts'
import { insertAccount, insertAccountAreas, updatePassword } from '#db/queries/accounts.ts'
import { updateSecondStep } from '#db/queries/second-step.ts'
import { wordText } from '#tests/documents/paper-text.ts'
import { pdfText } from '#tests/documents/pdf-text.ts'
import { closeRound } from '#tests/support/closing.ts'
import { phoneCode } from '#tests/support/second-step.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people, system } = world
const lan = world.as(people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 12, 'Suối Mơ': 6 })
for (const code of codesOf('Đồi Chè')) await answerByCode(system, code, filledIn('satisfied'))
const { pool } = world.database

const password = 'mot cau ngan de nho'
const passwordHash = await hashPassword(password)
const secret = new Uint8Array(20).fill(7)

const withSecondStep = async (person: Person): Promise<Person> => {
  await updatePassword(system.db, person.id, passwordHash)
  const sealed = sealSecret(system, person.id, secret)
  await updateSecondStep(system.db, person.id, { secret: sealed, lastStep: 0 })
  return person
}

const another = async (username: string, role: Person['role'], path: string): Promise<Person> => {
  const id = randomUUID() as AccountId
  const area = path.split('/').at(-1) ?? ''
  const account = { id, username, name: username, passwordHash, role, areaIds: [area] }
  await insertAccount(system.db, { ...account, createdAt: system.clock() })
  await insertAccountAreas(system.db, { id, areaIds: [area] })
  return { id, username, name: username, role, areas: [path] }
}

const hoa = world.as(await withSecondStep(people.hoa))
const front = world.as(await withSecondStep(await another('dung', 'province-front', '99')))
const elsewhere = world.as(await another('thu', 'appraiser', '99/99002'))
const code = () => phoneCode(writeBase32(secret), world.time.now)
const on = (day: string) => {
  world.time.now = new Date(`${day}T03:00:00Z`)
}

const comment = { about: { kind: 'general' as const }, body: 'Thiếu chữ ký ở biên bản', blocking: true }
const sentBack = {
  summary: 'Biên bản thôn Suối Mơ thiếu chữ ký',
  deadline: '2026-04-20' as Day,
  reasons: [{ villageId: villageId('Suối Mơ'), content: 'overall', reason: 'Đếm lại phiếu' }],
}
const accepting = { number: '45', conclusion: 'Đủ điều kiện đưa vào hồ sơ' }
const question = { search: '', standing: null, communeId: null, overdue: false, slice: { page: 1, size: 20 } }
const no = (error: string) => ({ ok: false, error })
const desk = async () => {
  const found = await findVerification(hoa, campaignId)
  if (!found.ok) throw new Error(found.error)
  return found.value
}
const post = async (startsOn: string) => {
  const form = { startsOn: startsOn as Day, days: null, daysDocument: '', villageIds: [villageId('Đồi Chè')] }
  const posted = await postCampaign(lan, campaignId, {
    ...form,
    atCommune: true,
    byLoudspeaker: false,
    contact: 'MTTQ xã',
  })
  if (!posted.ok) throw new Error(posted.error)
}

test('before it came in nothing can be returned, accepted, commented or signed', async () => {
  on('2026-03-23')
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const early = no('campaign-step-not-now')
  expect(await returnDossier(hoa, campaignId, sentBack)).toEqual(early)
  expect(await acceptDossier(hoa, campaignId, accepting)).toEqual(early)
  expect(await writeComment(hoa, campaignId, comment)).toEqual(early)
  expect(await signNote(hoa, campaignId, { password, code: code() })).toEqual(early)
  expect((await findQueue(hoa, question)).dossiers.total).toBe(0)
})

test('handed in, it stands in the queue of its area and of no other', async () => {
  await post('2026-03-23')
  on('2026-04-03')
  expect((await submitCampaign(lan, campaignId)).ok).toBe(true)
  const queue = await findQueue(hoa, { ...question, search: 'son loc' })
  expect(queue.dossiers.rows).toMatchObject([{ id: campaignId, standing: 'examining', deadline: null }])
  expect((await findQueue(elsewhere, question)).dossiers.total).toBe(0)
  expect((await findQueue(lan, question)).dossiers.total).toBe(0)
})

test('its own commune, another one, an appraiser of elsewhere and the committee verify nothing', async () => {
  const forbidden = no('forbidden')
  const place = { campaignId, commentId: campaignId }
  for (const person of [
    lan,
    elsewhere,
    ...[people.minh, people.binh, people.admin, people.tam].map(world.as),
  ]) {
    expect(await findVerification(person, campaignId)).toEqual(forbidden)
    expect(await writeComment(person, campaignId, comment)).toEqual(forbidden)
    expect(await resolveComment(person, place)).toEqual(forbidden)
    expect(await returnDossier(person, campaignId, sentBack)).toEqual(forbidden)
    expect(await acceptDossier(person, campaignId, accepting)).toEqual(forbidden)
    expect(await signNote(person, campaignId, { password, code: code() })).toEqual(forbidden)
  }
  for (const person of [hoa, front, elsewhere, ...[people.minh, people.binh, people.tam].map(world.as)]) {
    expect(await findVerificationAnswers(person, campaignId)).toEqual(forbidden)
    expect(await answerComment(person, place, 'Đã xem')).toEqual(forbidden)
    expect(await resubmitDossier(person, campaignId, 'Đã sửa')).toEqual(forbidden)
  }
})

test('who ran a round does not verify it, whatever they are now', async () => {
  const promoted = world.as({ ...people.lan, role: 'appraiser', areas: ['99'] })
  expect(await findVerification(promoted, campaignId)).toEqual(no('verification-own'))
  expect(await acceptDossier(promoted, campaignId, accepting)).toEqual(no('verification-own'))
})

test('a comment that blocks is answered once and resolved before anything is accepted', async () => {
  expect((await writeComment(hoa, campaignId, comment)).ok).toBe(true)
  const figure = { kind: 'figure' as const, measure: 'coverage' as const, content: null }
  const unknown = { ...comment, about: { ...figure, villageId: 'khong-co' } }
  expect(await writeComment(hoa, campaignId, unknown)).toEqual(no('village-unknown'))
  expect(await acceptDossier(hoa, campaignId, accepting)).toEqual(no('comments-blocking'))
  const place = { campaignId, commentId: (await desk()).comments[0]?.id ?? '' }
  expect((await answerComment(lan, place, 'Đã bổ sung')).ok).toBe(true)
  expect(await answerComment(lan, place, 'Lại nữa')).toEqual(no('comment-unknown'))
  expect((await resolveComment(hoa, place)).ok).toBe(true)
  await expect(pool.query(`update verification_comment set body = 'khác'`)).rejects.toThrow(/append-only/)
})

test('sent back with a deadline, it comes in again with what was corrected', async () => {
  expect(await returnDossier(hoa, campaignId, { ...sentBack, deadline: '2026-04-02' as Day })).toEqual(
    no('return-deadline-past'),
  )
  expect((await returnDossier(hoa, campaignId, sentBack)).ok).toBe(true)
  expect((await desk()).campaign.state).toBe('returned')
  expect(await acceptDossier(hoa, campaignId, accepting)).toEqual(no('campaign-step-not-now'))
  expect((await findQueue(hoa, { ...question, overdue: true })).dossiers.total).toBe(0)
  expect((await resubmitDossier(lan, campaignId, 'Đã ký đủ')).ok).toBe(true)
  const { campaign, returns } = await desk()
  expect(campaign.state).toBe('awaiting-verification')
  expect(returns).toMatchObject([{ answer: 'Đã ký đủ', reasons: [{ reason: 'Đếm lại phiếu' }] }])
  await expect(pool.query(`update verification_return set answer = 'khác'`)).rejects.toThrow(/append-only/)
})

test('a wrong password or code counts towards the lock, and one person is not two', async () => {
  expect((await acceptDossier(hoa, campaignId, accepting)).ok).toBe(true)
  expect(await signNote(hoa, campaignId, { password: 'sai mat khau', code: code() })).toEqual(
    no('password-wrong'),
  )
  expect(await signNote(hoa, campaignId, { password, code: '000000' })).toEqual(no('second-step-wrong'))
  const failed = 'select failed_sign_ins as n from account where id = $1'
  expect((await pool.query(failed, [people.hoa.id])).rows[0].n).toBe(2)
  expect((await signNote(hoa, campaignId, { password, code: code() })).ok).toBe(true)
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  expect(await signNote(hoa, campaignId, { password, code: code() })).toEqual(no('signed-by-you'))
  expect((await desk()).campaign.state).toBe('awaiting-verification')
})

test('the second signature locks the version', async () => {
  await updateSecondStep(system.db, front.person?.id as AccountId, null)
  expect(await signNote(front, campaignId, { password, code: code() })).toEqual(no('second-step-missing'))
  if (front.person) await withSecondStep(front.person)
  expect((await writeComment(hoa, campaignId, comment)).ok).toBe(true)
  expect(await signNote(front, campaignId, { password, code: code() })).toEqual(no('comments-blocking'))
  const late = (await desk()).comments.find(one => one.resolvedAt === null)
  expect((await resolveComment(hoa, { campaignId, commentId: late?.id ?? '' })).ok).toBe(true)
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  expect((await signNote(front, campaignId, { password, code: code() })).ok).toBe(true)
  const { campaign, notes } = await desk()
  expect(campaign.state).toBe('verified')
  expect(notes).toMatchObject([
    { version: 1, supersededBy: null, signatures: [{ name: 'hoa' }, { name: 'dung' }] },
  ])
  const standing = await findPublicStanding(world.system, campaignId)
  expect(standing).toMatchObject({ ok: true, value: { verifiedOn: '2026-04-03' } })
  const locked = no('campaign-step-not-now')
  expect(await writeComment(hoa, campaignId, comment)).toEqual(locked)
  expect(await returnDossier(hoa, campaignId, sentBack)).toEqual(locked)
  await expect(post('2026-04-03')).rejects.toThrow('campaign-step-not-now')
  await expect(pool.query(`update verification_note set paper = '{}'`)).rejects.toThrow(/append-only/)
  await expect(pool.query('delete from verification_signature')).rejects.toThrow(/append-only/)
})

test('the note carries its figures, its conclusion and both signers', async () => {
  const file = await makeVerificationNote(lan, { campaignId, version: null })
  if (!file.ok) throw new Error(file.error)
  const text = wordText(file.value.bytes)
  for (const words of ['THẨM TRA', 'Đủ điều kiện đưa vào hồ sơ', '66,67', 'Đã ký đủ', 'hoa', 'dung'])
    expect(text).toContain(words)
  const pdf = await makeVerificationNote(hoa, { campaignId, version: null }, 'pdf')
  if (!pdf.ok) throw new Error(pdf.error)
  const said = pdfText(pdf.value.bytes)
  for (const words of ['Đủ điều kiện đưa vào hồ sơ', '66,67', 'dung'])
    expect(said).toContain(words.replace(/ /g, ''))
  const other = world.as(people.minh)
  expect(await makeVerificationNote(other, { campaignId, version: null })).toEqual(no('forbidden'))
})

test('of a verified round the signed note stands beside the report in the dossier of the title', async () => {
  const opened = await openDossier(lan, { communeId: '99001', title: 'commune-standard', year: 2026 })
  if (!opened.ok) throw new Error(opened.error)
  const set = await makeWholeSet(lan, opened.value)
  if (!set.ok) throw new Error(set.error)
  const parts: Uint8Array[] = []
  const { chunks } = set.value
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) parts.push(next.value)
  const files = unzipSync(Buffer.concat(parts))
  const names = Object.keys(files).filter(name => !name.startsWith('00'))
  expect(names).toMatchObject([
    expect.stringMatching(/^\d\d\.1 Báo cáo/),
    expect.stringMatching(/^\d\d\.2 Văn bản thẩm tra bản 1.*\.pdf$/),
  ])
  expect(pdfText(files[names[1] ?? ''] ?? new Uint8Array())).toContain('dung')
  expect(new TextDecoder().decode(files['00 DANH-MUC.txt'])).toContain(`- ${names[1]}`)
})

test('reopened, the note stays and says what took its place; what changed is told count by count', async () => {
  const form = { reason: 'Suối Mơ bổ sung', endsOn: '2026-05-20' as Day }
  expect((await reopenCampaign(lan, campaignId, form)).ok).toBe(true)
  expect((await desk()).notes).toMatchObject([{ version: 1, supersededBy: 2 }])
  const standing = await findPublicStanding(world.system, campaignId)
  expect(standing).toMatchObject({
    value: { verifiedOn: null, earlier: [{ version: 1, verifiedOn: '2026-04-03' }] },
  })
  expect((await findQueue(hoa, question)).dossiers.rows).toMatchObject([{ standing: 'redoing' }])
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  await post('2026-04-03')
  on('2026-04-20')
  expect((await submitCampaign(lan, campaignId)).ok).toBe(true)
  const { recount, verification } = await desk()
  expect(verification).toMatchObject({ version: 2, state: 'examining' })
  expect(recount).toMatchObject({ from: 1, to: 2, reason: 'Suối Mơ bổ sung', changes: [] })
  const file = await makeVerificationNote(hoa, { campaignId, version: 1 })
  if (!file.ok) throw new Error(file.error)
  expect(file.value.name).toContain('bản 1')
})
