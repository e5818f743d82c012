import { describe, expect, it } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import * as door from '#app/routes/p.$code._index.tsx'
import * as receipt from '#app/routes/p.$code.bien-nhan.tsx'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 6 })
const [first = '', second = '', third = ''] = codesOf('Đồi Chè')
const questionnaire = findQuestionnaire('qd318')
const keys = questionnaire ? contentKeys(questionnaire) : []

const argumentsOf = (code: string, fields?: Readonly<Record<string, string>>, query = '') => {
  const url = `http://localhost:3000/p/${encodeURIComponent(code)}${query}`
  const body = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
  return { params: { code }, context: { system: world.system }, request: new Request(url, body) }
}

/** What a route answered: where it sends the reader, or status and data of the page. */
const said = (answer: unknown) => {
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('Location'), data: null }
  const wrapped = answer as { data?: Record<string, unknown>; init?: { status?: number } | null }
  return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data ?? null }
}

const open = async (code: string) => said(await door.loader(argumentsOf(code)))
const send = async (code: string, fields: Readonly<Record<string, string>>) =>
  said(await door.action(argumentsOf(code, fields)))
const askReceipt = async (code: string) => {
  const answer: unknown = await receipt.loader(argumentsOf(code)).catch((thrown: unknown) => thrown)
  return answer
}

const filled = (lines: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const form = filledIn('satisfied', lines)
  const names = [...keys.map(key => `answer.${key}`), ...Object.keys(lines)]
  return Object.fromEntries(names.map(name => [name, form.get(name) ?? '']))
}

describe('a household at its address', () => {
  it('finds its ballot, and nothing in it that is only this household’s', async () => {
    const mine = await open(first)
    expect(mine).toMatchObject({ status: 200, data: { state: 'open' } })
    expect((await open(second)).data).toEqual(mine.data)
    expect(JSON.stringify(mine.data)).not.toContain(first)
  })

  it('has no receipt before it has answered', async () => {
    const answer = said(await askReceipt(first))
    expect(answer).toMatchObject({ status: 303, location: `/p/${first}` })
  })

  it('gets the form back with every missing line and all it typed', async () => {
    const { 'answer.schools': _, ...fields } = filled({ otherOpinion: 'Mong có đèn đường' })
    const answer = await send(first, fields)
    expect(answer.status).toBe(422)
    expect(answer.data).toEqual({
      lost: false,
      faults: [{ field: 'answer.schools', code: 'answer-missing' }],
      fields,
    })
    expect((await open(first)).data).toMatchObject({ state: 'open' })
  })

  it('is led to its receipt once recorded, and to “answered” when it sends again: one receipt', async () => {
    expect(await send(first, filled())).toMatchObject({ status: 303, location: `/p/${first}/bien-nhan` })
    const got = (await askReceipt(first)) as { readonly receipt: string }
    expect(got.receipt).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
    expect(await send(first, filled({ 'answer.schools': 'dissatisfied' }))).toMatchObject({
      status: 303,
      location: `/p/${first}`,
    })
    expect((await open(first)).data).toMatchObject({ state: 'answered', receipt: got.receipt })
  })

  it('answers again when it says so: the ballot opens anew, and the receipt stays', async () => {
    const again = said(await door.loader(argumentsOf(first, undefined, '?lai=1')))
    expect(again).toMatchObject({ status: 200, data: { state: 'again' } })
    expect(JSON.stringify(again.data)).not.toContain(first)
    const before = await askReceipt(first)
    const fields = filled({ 'answer.schools': 'dissatisfied', again: 'yes' })
    const sent = said(await door.action(argumentsOf(first, fields, '?lai=1')))
    expect(sent).toMatchObject({ status: 303, location: `/p/${first}/bien-nhan` })
    expect(await askReceipt(first)).toEqual(before)
  })

  it('that has not answered finds its first ballot, whatever the address asks', async () => {
    expect(said(await door.loader(argumentsOf(second, undefined, '?lai=1')))).toMatchObject({
      data: { state: 'open' },
    })
  })

  it('is told from a slip of the finger and from a code that nobody was given', async () => {
    const slip = first.slice(0, -1) + (first.endsWith('2') ? '3' : '2')
    expect(await open(slip)).toMatchObject({
      status: 404,
      data: { state: 'wrong', fault: 'mistyped', typed: slip },
    })
    expect(await open('2222222222')).toMatchObject({
      status: 404,
      data: { state: 'wrong', fault: 'unknown' },
    })
    expect((await open('A'.repeat(5000))).data?.typed).toHaveLength(40)
    expect(await send(slip, filled())).toMatchObject({ status: 404 })
  })

  it('finds the code however it is written', async () => {
    const written = `${second.slice(0, 5)} - ${second.slice(5)}`.toLowerCase()
    expect((await open(written)).data).toMatchObject({ state: 'open' })
  })

  it('is told when the round is closed, and that a ballot sent after is not counted', async () => {
    expect((await closeRound(world, campaignId)).ok).toBe(true)
    expect(await open(third)).toMatchObject({ status: 410, data: { state: 'closed' } })
    expect(await send(third, filled())).toMatchObject({ status: 410, data: { lost: true } })
    expect(said(await askReceipt(first))).toMatchObject({ status: 303, location: `/p/${first}` })
  })

  it('leaves nothing in the browser’s store', () => {
    const none = new Headers()
    const asked = { loaderHeaders: none, parentHeaders: none, actionHeaders: none, errorHeaders: undefined }
    expect(door.headers(asked)).toEqual({ 'Cache-Control': 'no-store' })
    expect(receipt.headers()).toEqual({ 'Cache-Control': 'no-store' })
  })
})
