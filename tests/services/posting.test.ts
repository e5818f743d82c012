import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { findPostingDesk, postCampaign, submitCampaign } from '#app/services/posting.server.ts'
import type { OpinionForm, PostingForm } from '#app/services/posting-form.server.ts'
import { answerOpinion, findOpinion, recordOpinion } from '#app/services/posting-opinions.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 6, 'Suối Mơ': 6 })
for (const code of codesOf('Đồi Chè')) await answerByCode(world.system, code, filledIn('satisfied'))

const slice = { page: 1, size: 25 }
const form: PostingForm = {
  startsOn: '2026-03-23' as Day,
  days: null,
  daysDocument: '',
  villageIds: [villageId('Đồi Chè'), villageId('Suối Mơ'), 'khong-co'],
  atCommune: true,
  byLoudspeaker: true,
  contact: 'Ủy ban MTTQ xã Sơn Lộc',
}
const opinion: OpinionForm = {
  sender: 'một hộ thôn Suối Mơ',
  channel: 'phone',
  receivedOn: '2026-03-24' as Day,
  content: 'Thôn Suối Mơ có 6 hộ, sao không có phiếu nào?',
}
const on = (day: string) => {
  world.time.now = new Date(`${day}T03:00:00Z`)
}
const desk = async () => {
  const found = await findPostingDesk(lan, campaignId, slice)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

test('a round that still collects is not posted', async () => {
  expect(await postCampaign(lan, campaignId, form)).toEqual({ ok: false, error: 'campaign-step-not-now' })
  expect(await findPostingDesk(lan, campaignId, slice)).toEqual({ ok: false, error: 'campaign-not-closed' })
})

test('posting starts no earlier than the day of closing, and hangs somewhere', async () => {
  on('2026-03-23')
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  expect(await postCampaign(lan, campaignId, { ...form, startsOn: '2026-03-22' as Day })).toEqual({
    ok: false,
    error: 'posting-start-early',
  })
  const nowhere = { ...form, villageIds: ['khong-co'], atCommune: false, byLoudspeaker: false }
  expect(await postCampaign(lan, campaignId, nowhere)).toEqual({ ok: false, error: 'posting-place-missing' })
})

test('the days come from the frozen rules, and villages of elsewhere are left out', async () => {
  expect((await postCampaign(lan, campaignId, { ...form, days: 3 })).ok).toBe(true)
  const { posting, standing, campaign, rule } = await desk()
  expect(campaign.state).toBe('posted')
  expect(rule).toMatchObject({ value: 10, status: 'unconfirmed' })
  expect(posting).toMatchObject({ days: 10, daysDocument: null })
  expect(posting?.villageIds).toEqual([villageId('Đồi Chè'), villageId('Suối Mơ')])
  expect(standing).toEqual({ kind: 'running', lastDay: '2026-04-02', daysLeft: 10 })
})

test('while posted it can be corrected, which the log tells from the start', async () => {
  expect((await postCampaign(lan, campaignId, { ...form, byLoudspeaker: false })).ok).toBe(true)
  const { rows } = await world.database.pool.query(
    `select kind from audit_event where kind in ('campaign.posted', 'posting.corrected') order by seq`,
  )
  expect(rows.map(row => row.kind)).toEqual(['campaign.posted', 'posting.corrected'])
})

test('an opinion lies between the start and today, and waits for its answer', async () => {
  on('2026-03-25')
  const outside = { ok: false, error: 'opinion-day-outside' }
  expect(await recordOpinion(lan, campaignId, { ...opinion, receivedOn: '2026-03-26' as Day })).toEqual(
    outside,
  )
  expect(await recordOpinion(lan, campaignId, { ...opinion, receivedOn: '2026-03-22' as Day })).toEqual(
    outside,
  )
  expect((await recordOpinion(lan, campaignId, opinion)).ok).toBe(true)
  const { opinions, unanswered } = await desk()
  expect(opinions).toMatchObject({ total: 1, rows: [{ ...opinion, answer: null }] })
  expect(unanswered).toBe(1)
})

test('the round moves on neither before the last day has passed nor with an opinion unanswered', async () => {
  on('2026-04-02')
  expect(await submitCampaign(lan, campaignId)).toEqual({ ok: false, error: 'posting-running' })
  on('2026-04-03')
  expect(await submitCampaign(lan, campaignId)).toEqual({ ok: false, error: 'opinions-unanswered' })
})

test('nobody of another commune, no village and no higher Front posts, answers or moves it on', async () => {
  const [waiting] = (await desk()).opinions.rows
  const place = { campaignId, opinionId: waiting?.id ?? '' }
  const forbidden = { ok: false, error: 'forbidden' }
  const others: readonly Person[] = [
    world.people.minh,
    world.people.tam,
    world.people.hoa,
    world.people.admin,
  ]
  for (const person of others) {
    const other = world.as(person)
    expect(await postCampaign(other, campaignId, form)).toEqual(forbidden)
    expect(await recordOpinion(other, campaignId, opinion)).toEqual(forbidden)
    expect(await answerOpinion(other, place, 'Đã xem')).toEqual(forbidden)
    expect(await findOpinion(other, place)).toEqual(forbidden)
    expect(await submitCampaign(other, campaignId)).toEqual(forbidden)
  }
  for (const person of [world.people.minh, world.people.tam, world.people.admin])
    expect(await findPostingDesk(world.as(person), campaignId, slice)).toEqual(forbidden)
  expect((await findPostingDesk(world.as(world.people.hoa), campaignId, slice)).ok).toBe(true)
})

test('answered and over, it goes to verification and takes no more opinions', async () => {
  const [waiting] = (await desk()).opinions.rows
  const unknown = { campaignId, opinionId: '6f2c3c3e-0000-4000-8000-000000000000' }
  expect(await answerOpinion(lan, unknown, 'Đã xem')).toEqual({ ok: false, error: 'opinion-unknown' })
  const place = { campaignId, opinionId: waiting?.id ?? '' }
  expect((await answerOpinion(lan, place, 'Sáu hộ đều đi làm xa, thôn đã ghi lý do.')).ok).toBe(true)
  expect((await submitCampaign(lan, campaignId)).ok).toBe(true)
  const { campaign, opinions } = await desk()
  expect(campaign.state).toBe('awaiting-verification')
  expect(opinions.rows[0]).toMatchObject({ answeredOn: '2026-04-03' })
  expect(await recordOpinion(lan, campaignId, opinion)).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('a version that was reopened is posted anew: what was said of the one before stays with it', async () => {
  const reopening = { reason: 'Bổ sung hộ', endsOn: '2026-04-10' as Day }
  expect((await reopenCampaign(lan, campaignId, reopening)).ok).toBe(true)
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  expect(await desk()).toMatchObject({ posting: null, opinions: { total: 0 } })
  const { rows } = await world.database.pool.query('select version from posting_opinion')
  expect(rows).toEqual([{ version: 1 }])
})

test('what no log entry may hold: the words of an opinion', async () => {
  const { rows } = await world.database.pool.query(`select detail from audit_event`)
  expect(JSON.stringify(rows)).not.toContain('Suối Mơ có 6 hộ')
})
