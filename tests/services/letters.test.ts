import { describe, expect, test } from 'vitest'
import { letterSchema } from '#app/feedback/letter.ts'
import { findLetterbox, sendLetter } from '#app/services/letters.server.ts'
import {
  answerLetter,
  findLetterDesk,
  findLetterToAnswer,
  makeLetterboxNotice,
  markLetterRead,
} from '#app/services/letters-desk.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, draftCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people, system } = world
const draftId = await draftCampaign(world)
const { campaignId, villageId } = await collectingCampaign(world, { 'Đồi Chè': 5 })
const lan = world.as(people.lan)
const letter = { villageId: null, content: null, body: 'Đường xóm trong còn lầy.' }
const all = { campaignId, state: null }
const slice = { page: 1, size: 20 }

const desk = async () => {
  const found = await findLetterDesk(lan, all, slice)
  if (!found.ok) throw new Error(found.error)
  return found.value
}
const nextMinute = () => {
  world.time.now = new Date(world.time.now.getTime() + 60_001)
}

describe('a letter of somebody without a code', () => {
  test('is kept with its day and nothing of its writer, and reaches the commune’s Front', async () => {
    expect((await sendLetter(system, campaignId, letter)).ok).toBe(true)
    const about = { ...letter, villageId: villageId('Đồi Chè'), content: 'transport' }
    expect((await sendLetter(system, campaignId, about)).ok).toBe(true)
    const { rows } = await world.database.pool.query('select * from letter limit 1')
    expect(Object.keys(rows[0]).sort()).toEqual(
      [
        'answer',
        'answered_on',
        'body',
        'campaign_id',
        'content',
        'id',
        'received_on',
        'state',
        'village_id',
      ].sort(),
    )
    const { letters, counts } = await desk()
    expect(counts).toEqual({ new: 2, read: 0, answered: 0 })
    expect(letters.rows.map(row => [row.villageName, row.content]).sort()).toEqual(
      [
        [null, null],
        ['Đồi Chè', 'transport'],
      ].sort(),
    )
  })

  test('about a village or a content the campaign does not have is refused', async () => {
    expect(await sendLetter(system, campaignId, { ...letter, villageId: '99002-Đồi Chè' })).toMatchObject({
      error: 'village-unknown',
    })
    expect(await sendLetter(system, campaignId, { ...letter, content: 'x' })).toMatchObject({
      error: 'content-unknown',
    })
  })

  test('has words, not too many, and none that cannot be read', () => {
    const faultOf = (body: string) =>
      letterSchema.safeParse({ villageId: '', content: '', body }).error?.issues[0]?.message
    expect(faultOf(' \n ')).toBe('letter-body-missing')
    expect(faultOf('x'.repeat(1001))).toBe('text-too-long')
    expect(faultOf('a\u0000b')).toBe('text-unreadable')
    expect(faultOf('Được.\r\nCảm ơn.')).toBeUndefined()
  })

  test('is one of at most twenty a minute for its campaign, whoever sends them', async () => {
    nextMinute()
    const answers = []
    for (let i = 0; i < 22; i++) answers.push(await sendLetter(system, campaignId, letter))
    expect(answers.filter(answer => answer.ok)).toHaveLength(20)
    expect(answers.at(-1)).toEqual({ ok: false, error: 'letterbox-busy' })
    nextMinute()
    expect((await sendLetter(system, campaignId, letter)).ok).toBe(true)
  })

  test('finds no box before opening', async () => {
    for (const id of [draftId, 'x'])
      expect(await findLetterbox(system, id)).toMatchObject({ error: 'letterbox-unknown' })
  })
})

describe('the list of letters', () => {
  const someLetter = async () => (await desk()).letters.rows[0]?.id ?? ''

  test('Minh of another commune, collectors, the people’s committee and strangers are refused', async () => {
    const place = { campaignId, letterId: await someLetter() }
    for (const person of [people.minh, people.tam, people.binh, people.admin, null]) {
      const as = world.as(person)
      const answers = [
        await findLetterDesk(as, all, slice),
        await findLetterToAnswer(as, place),
        await markLetterRead(as, place),
        await answerLetter(as, place, 'x'),
        await makeLetterboxNotice(as, campaignId),
      ]
      expect(answers.map(answer => !answer.ok && answer.error)).toEqual(answers.map(() => 'forbidden'))
    }
  })

  test('a letter is read, then answered; reading again changes nothing', async () => {
    const place = { campaignId, letterId: await someLetter() }
    const stateNow = async () => {
      const found = await findLetterToAnswer(lan, place)
      return found.ok && found.value.letter.state
    }
    await markLetterRead(lan, place)
    expect(await stateNow()).toBe('read')
    await answerLetter(lan, place, 'Đã chuyển UBND xã.')
    await markLetterRead(lan, place)
    expect(await stateNow()).toBe('answered')
    expect((await desk()).counts).toMatchObject({ read: 0, answered: 1 })
  })

  test('the notice for the wall is a PDF file', async () => {
    const made = await makeLetterboxNotice(lan, campaignId)
    expect(made.ok && made.value.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('letters enter no count and no opinion of the results; the box stays open after closing', async () => {
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const results = await findResults(lan, campaignId)
  expect(results.ok && [results.value.results.area.collected, results.value.opinions]).toEqual([0, []])
  nextMinute()
  expect((await sendLetter(system, campaignId, letter)).ok).toBe(true)
  await world.database.pool.query(`update campaign set state = 'verified' where id = $1`, [campaignId])
  expect(await sendLetter(system, campaignId, letter)).toMatchObject({ error: 'letterbox-closed' })
})
