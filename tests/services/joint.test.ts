import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId, CampaignId } from '#app/basics/ids.ts'
import { conclusionSection } from '#app/dossier/conclusion.ts'
import type { StagedDraw } from '#app/household/sample-stages.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { createJoint } from '#app/services/joint.server.ts'
import { startJoint } from '#app/services/joint-starting.server.ts'
import {
  findJointHref,
  findJointListFile,
  findJointResults,
  findJoints,
  findJointView,
  makeJointCounts,
} from '#app/services/joint-view.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { makePaper } from '#app/services/papers.server.ts'
import { surveyOf } from '#app/services/papers-survey.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { dropSample, fixSampleList } from '#app/services/sample.server.ts'
import { findSampleView } from '#app/services/sample-view.server.ts'
import { printCodes } from '#app/services/slots.server.ts'
import { insertHouseholds } from '#db/queries/households.ts'
import { listDrawn } from '#db/queries/sample-households.ts'
import { explainSilence } from '#tests/support/closing.ts'
import { filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { pool } = world.database
const folder = mkdtempSync(join(tmpdir(), 'joint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const addTo = (villageId: string, count: number) =>
  insertHouseholds(
    world.system.db,
    Array.from({ length: count }, (_, at) => ({
      ...{ id: randomUUID(), villageId, number: String(at + 1), name: `Hộ ${at + 1}` },
    })),
    world.system.clock(),
  )
for (const commune of ['99001', '99002'])
  for (const [village, count] of [
    ['Đồi Chè', 20],
    ['Suối Mơ', 12],
  ] as const)
    await addTo(`${commune}-${village}`, count)

const tinhId = randomUUID()
await pool.query(
  `insert into account (id, username, name, password_hash, role, created_at, search_key)
   values ($1, 'tinh', 'tinh', 'x', 'province-front', now(), 'tinh')`,
  [tinhId],
)
const front: Person = {
  ...{ id: tinhId as AccountId, username: 'tinh', name: 'tinh' },
  role: 'province-front',
  areas: ['99'],
}
const tinh = world.as(front)
const facts = {
  name: 'Lấy ý kiến huyện Minh Họa',
  title: 'district-standard' as const,
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/district-standard',
  communeIds: ['99001', '99002'],
}
const staged = { ...facts, way: 'stages' as const, communes: 2, villages: 1, households: 5 }
const seed = { source: 'public', seed: 'XSMB 01/3/2026 11223', told: 'Giải đặc biệt' } as const

const started = async (form: Parameters<typeof createJoint>[1]) => {
  const made = await createJoint(tinh, form)
  if (!made.ok) throw new Error(made.error)
  const begun = await startJoint(tinh, made.value, form.way === 'stages' ? seed : null)
  if (!begun.ok) throw new Error(begun.error)
  return made.value
}
const viewOf = async (id: string) => {
  const view = await findJointView(tinh, id)
  if (!view.ok) throw new Error(view.error)
  return view.value
}
const cadreOf = (communeId: string): Context =>
  world.as(communeId === '99001' ? world.people.lan : world.people.minh)

/** Every household with a code answers; the first few of each village say no to one content. */
const runPart = async (part: { readonly id: CampaignId; readonly communeId: string }, unhappy: number) => {
  const cadre = cadreOf(part.communeId)
  expect(await openCampaign(cadre, part.id)).toMatchObject({ ok: true })
  const { rows } = await pool.query('select village_id from campaign_village where campaign_id = $1', [
    part.id,
  ])
  for (const { village_id: villageId } of rows) {
    const sheet = await printCodes(cadre, { campaignId: part.id, villageId })
    if (!sheet.ok) throw new Error(sheet.error)
    for (const [at, { code }] of sheet.value.cards.entries())
      await answerByCode(
        world.system,
        code,
        filledIn('satisfied', at < unhappy ? { 'answer.electricity': 'dissatisfied' } : {}),
      )
  }
  await explainSilence(cadre, part.id)
  expect(await closeCampaign(cadre, part.id)).toMatchObject({ ok: true })
}

test('the list of all communes has its hash before there is a seed, and is drawn from once', async () => {
  const made = await createJoint(tinh, staged)
  if (!made.ok) throw new Error(made.error)
  const before = await viewOf(made.value)
  expect(before.draw).toMatchObject({ households: 64, seed: null, command: null })
  expect(before.parts).toEqual([])
  expect(await startJoint(tinh, made.value, null)).toEqual({ ok: false, error: 'joint-seed-missing' })
  expect((await startJoint(tinh, made.value, seed)).ok).toBe(true)
  expect(await startJoint(tinh, made.value, seed)).toEqual({ ok: false, error: 'joint-started' })
})

test('the command shown draws the same villages and households again from the published list', async () => {
  const id = await started(staged)
  const { draw, parts } = await viewOf(id)
  const list = await findJointListFile(tinh, id)
  if (!list.ok || !draw.command) throw new Error('nothing to draw again')
  writeFileSync(join(folder, list.value.name), list.value.bytes)
  const command = draw.command.replace(' danh-sach-rut.csv', ` '${join(folder, list.value.name)}' --json`)
  const again = JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' })) as StagedDraw
  expect(again.hash).toBe(draw.hash)
  const drawn = await Promise.all(parts.map(part => listDrawn(world.system.db, part.id)))
  const names = (all: readonly { readonly listedAs: string }[]) => all.map(({ listedAs }) => listedAs).sort()
  expect(names(drawn.flat())).toEqual(again.villages.flatMap(village => village.drawn).sort())
  expect(drawn.map(members => members.length)).toEqual([5, 5])
  // What was drawn is told before any commune opens.
  expect(parts.map(part => part.drawn)).toEqual([5, 5])
  expect(parts.every(part => part.villages > 0 && part.households > part.drawn)).toBe(true)
}, 60_000)

test('a commune runs its part as any other, and cannot change what all have alike', async () => {
  const id = await started(staged)
  const [part] = (await viewOf(id)).parts
  if (!part) throw new Error('no part')
  const cadre = cadreOf(part.communeId)
  const view = await findSampleView(cadre, part.id)
  expect(view.ok && [view.value.sample, view.value.joint?.seed?.seed, view.value.villages.length]).toEqual([
    null,
    seed.seed,
    1,
  ])
  const size = { way: 'total', amount: 5, least: 1 } as const
  expect(await fixSampleList(cadre, part.id, size)).toEqual({ ok: false, error: 'sample-of-joint' })
  expect(await dropSample(cadre, part.id, 'x')).toEqual({ ok: false, error: 'sample-of-joint' })
  expect((await openCampaign(cadre, part.id)).ok).toBe(true)
  const { rows } = await pool.query('select drawn, households from campaign_village where campaign_id = $1', [
    part.id,
  ])
  expect(rows[0].drawn).toBe(5)
  expect([12, 20]).toContain(rows[0].households)
})

test('the rules are frozen by the first commune that opens, for all', async () => {
  const id = await started({ ...facts, way: 'everyone' })
  const [first, second] = (await viewOf(id)).parts
  if (!first || !second) throw new Error('two parts')
  expect((await openCampaign(cadreOf(first.communeId), first.id)).ok).toBe(true)
  await pool.query(
    `insert into rules_version (rules_id, version, rules, created_by, created_at)
     select frozen -> 'rules' ->> 'id', 2, jsonb_set(frozen -> 'rules', '{version}', '2'), $2, now()
     from joint_campaign where id = $1`,
    [id, tinhId],
  )
  expect((await openCampaign(cadreOf(second.communeId), second.id)).ok).toBe(true)
  const { rows } = await pool.query(
    `select frozen -> 'rules' ->> 'version' as version from campaign where joint_id = $1`,
    [id],
  )
  expect(rows).toEqual([{ version: '1' }, { version: '1' }])
  await expect(pool.query(`update joint_campaign set frozen = '{}' where id = $1`, [id])).rejects.toThrow(
    /froze/,
  )
})

test('joint results stand when every commune is counted, and equal the calculator on the same counts', async () => {
  const id = await started({ ...facts, way: 'everyone' })
  const [first, second] = (await viewOf(id)).parts
  if (!first || !second) throw new Error('two parts')
  await runPart(first, 0)
  expect(await findJointResults(tinh, id)).toEqual({ ok: false, error: 'joint-not-counted' })
  await runPart(second, 5)
  const found = await findJointResults(tinh, id)
  const file = await makeJointCounts(tinh, id)
  if (!found.ok || !file.ok) throw new Error('no results')
  const path = join(folder, file.value.name)
  writeFileSync(path, file.value.bytes)
  const computed = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'compute', '--', path], { encoding: 'utf8' }),
  )
  const { results, ofList, unasked } = found.value
  expect(results.area.coverage).toEqual({ part: 64, whole: 64 })
  expect(computed.coverage).toMatchObject(results.area.coverage)
  expect(computed.verdict).toBe(results.verdict)
  expect(computed.contents.map((content: { part: number }) => content.part)).toEqual(
    results.area.contents.map(({ satisfied }) => satisfied.part),
  )
  const failing = results.reasons.filter(({ code }) => code === 'content-below-threshold-in-commune')
  expect(failing).toHaveLength(1)
  expect(failing).toMatchObject([
    { commune: 'Xã Sơn Lộc', content: 'electricity', rate: { part: 22, whole: 32 } },
  ])
  expect(results.verdict).toBe('not-met')
  expect([ofList, unasked]).toEqual([{ part: 64, whole: 64 }, []])
}, 60_000)

test('a draw counts the villages it left out in the coverage, and names the communes nobody was asked in', async () => {
  const id = await started({ ...staged, communes: 1 })
  const [part, other] = (await viewOf(id)).parts
  if (!part) throw new Error('no part')
  expect(other).toBeUndefined()
  await runPart(part, 1)
  const found = await findJointResults(tinh, id)
  if (!found.ok) throw new Error(found.error)
  const { results, ofList, unasked } = found.value
  expect(results.area.coverage).toEqual({ part: 5, whole: 32 })
  expect(results.communes).toHaveLength(1)
  expect(results.bounds.overall.stratified.estimate).toBeNull()
  expect(ofList).toEqual({ part: 5, whole: 64 })
  expect(unasked).toEqual([part.communeId === '99001' ? 'Xã Bình Hòa' : 'Xã Sơn Lộc'])
})

test('more communes than were chosen, an unknown commune and rules of another title are refused', async () => {
  const refused = async (form: Parameters<typeof createJoint>[1]) => {
    const made = await createJoint(tinh, form)
    return made.ok ? null : made.error
  }
  expect(await refused({ ...staged, communes: 3 })).toBe('sample-larger-than-list')
  expect(await refused({ ...staged, communeIds: ['99001', '12345'] })).toBe('area-unknown')
  expect(await refused({ ...staged, title: 'commune-standard' })).toBe('rules-of-another-title')
})

test('nobody but the provincial Front manages a joint campaign; a cadre of a commune in it is refused as well', async () => {
  const id = await started(staged)
  const { people } = world
  for (const person of [people.lan, people.minh, people.tam, people.binh, people.admin]) {
    const who = world.as(person)
    const answers = await Promise.all([
      createJoint(who, staged),
      startJoint(who, id, seed),
      findJoints(who, { page: 1, size: 10 }),
      findJointView(who, id),
      findJointListFile(who, id),
      findJointResults(who, id),
      makeJointCounts(who, id),
    ])
    for (const answer of answers) expect(answer).toEqual({ ok: false, error: 'forbidden' })
  }
  expect(await findJointView(tinh, 'x')).toEqual({ ok: false, error: 'joint-unknown' })
})

test('the way to a joint campaign is offered to those whom its page lets in, without a refusal being traced', async () => {
  const id = await started(staged)
  const hrefFor = (more: Partial<Person>) => findJointHref(world.as({ ...front, ...more }), id)
  const traces = async () => (await pool.query(`select count(*) from audit_event`)).rows[0]
  const before = await traces()
  expect(await hrefFor({})).toBe(`/dot-nhieu-xa/${id}`)
  expect(await hrefFor({ role: 'appraiser' })).toBe(`/dot-nhieu-xa/${id}/ket-qua`)
  expect(await hrefFor({ role: 'commune-cadre', areas: ['99/99001'] })).toBeNull()
  expect(await hrefFor({ areas: ['98'] })).toBeNull()
  expect(await traces()).toEqual(before)
})

test('a part of a joint campaign has no report of its own, which would be a verdict; its tally sheet stands', async () => {
  const id = await started({ ...facts, way: 'everyone', communeIds: ['99001'] })
  const [part] = (await viewOf(id)).parts
  if (!part) throw new Error('no part')
  await runPart(part, 0)
  const cadre = cadreOf('99001')
  expect(await makePaper(cadre, part.id, 'report')).toEqual({ ok: false, error: 'report-of-joint' })
  expect((await makePaper(cadre, part.id, 'tally')).ok).toBe(true)
  const closed = await findResults(cadre, part.id)
  if (!closed.ok) throw new Error(closed.error)
  const said = JSON.stringify(conclusionSection(await surveyOf(cadre, closed.value)))
  expect(said).toContain('không kết luận riêng cho xã')
  expect(said).not.toMatch(/ĐẠT|CHƯA CÓ CĂN CỨ/)
})
