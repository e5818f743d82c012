import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { makePaper } from '#app/services/papers.server.ts'
import { makeMinutes } from '#app/services/papers-minutes.server.ts'
import { makePlanPaper } from '#app/services/plan-paper.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { findPublicVersion } from '#app/services/results-versions.server.ts'
import { drawCampaignSample, fixSampleList } from '#app/services/sample.server.ts'
import { findSampleView } from '#app/services/sample-view.server.ts'
import { printCodes } from '#app/services/slots.server.ts'
import { wordText } from '#tests/documents/paper-text.ts'
import { closeRound } from '#tests/support/closing.ts'
import { addHouseholds, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
await addHouseholds(world, { 'Đồi Chè': 30, 'Suối Mơ': 12 })
const suoiMo = '99001-Suối Mơ'
const told = { source: 'public', seed: 'XSMB 02/3/2026 48213', told: 'Giải đặc biệt xổ số miền Bắc' } as const

/** Fixes a list of 14 households and draws them; the list's hash. */
const sampled = async (id: string) => {
  expect((await fixSampleList(lan, id, { way: 'total', amount: 14, least: 2 })).ok).toBe(true)
  expect((await drawCampaignSample(lan, id, told)).ok).toBe(true)
  const view = await findSampleView(lan, id)
  return view.ok ? view.value.sample?.hash : undefined
}

const textOf = (file: Awaited<ReturnType<typeof makePlanPaper | typeof makePaper | typeof makeMinutes>>) => {
  if (!file.ok) throw new Error(file.error)
  return wordText(file.value.bytes)
}
const lineOf = (hash: string | undefined, numbers: string) =>
  `Lấy ý kiến theo mẫu rút ngẫu nhiên: ${numbers}; số gốc ${told.seed}, mã băm danh sách ${hash}.`

test('plan, report and minutes say the draw; minutes tell who was not drawn from who stayed silent, a past version keeps it', async () => {
  const id = await draftCampaign(world)
  const hash = await sampled(id)
  const place = { campaignId: id, villageId: suoiMo }
  const numbers = '14 hộ trong 42 hộ'
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  expect(plain(textOf(await makePlanPaper(lan, id)))).toContain(lineOf(hash, numbers))
  expect((await openCampaign(lan, id)).ok).toBe(true)
  const codes = await printCodes(lan, place)
  if (!codes.ok) throw new Error(codes.error)
  for (const { code } of codes.value.cards.slice(0, 4))
    await answerByCode(world.system, code, filledIn('satisfied'))
  expect((await closeRound(world, id)).ok).toBe(true)
  expect(plain(textOf(await makePaper(lan, id, 'report')))).toContain(lineOf(hash, numbers))
  const minutes = plain(textOf(await makeMinutes(lan, place)))
  expect(minutes).toContain(lineOf(hash, '5 hộ trong 12 hộ'))
  expect(minutes).toMatch(/Chưa gặp được \| 1 \|/)
  expect(minutes).toMatch(/Không thuộc mẫu được rút \| 7 \|/)
  expect(minutes).not.toContain('Không ghi lý do từng hộ')
  const reopening = { reason: 'Thôn Suối Mơ còn một hộ', endsOn: '2026-03-20' as Day }
  expect((await reopenCampaign(lan, id, reopening)).ok).toBe(true)
  expect(await findPublicVersion(world.system, { campaignId: id, version: 1 })).toMatchObject({
    ok: true,
    value: { drawn: 14 },
  })
})
