import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import { methods } from '#app/campaign/plan.ts'
import { usualPurpose, usualRequirements } from '#app/dossier/plan-wording.ts'
import { findCampaigns } from '#app/services/campaigns.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { editPlan, issuePlan } from '#app/services/plan-edit.server.ts'
import type { PlanForm } from '#app/services/plan-form.server.ts'
import { makePlanPaper } from '#app/services/plan-paper.server.ts'
import { addTeam, editTeam, removeTeam } from '#app/services/plan-teams.server.ts'
import { findIssueDesk, findPlanDesk, findPlanView } from '#app/services/plan-view.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { wordText } from '#tests/documents/paper-text.ts'
import { addHouseholds, draftCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
await addHouseholds(world, { 'Đồi Chè': 4, 'Suối Mơ': 3 })
const doiChe = '99001-Đồi Chè'
const suoiMo = '99001-Suối Mơ'
const facts = { title: 'commune-standard' as const, communeName: 'Xã Sơn Lộc' }
const form: PlanForm = {
  name: 'Lấy ý kiến xã Sơn Lộc',
  title: 'commune-standard',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/commune-standard',
  villageIds: [doiChe, suoiMo],
  methods: [...methods],
  purpose: usualPurpose(facts),
  requirements: usualRequirements,
}
const mark = { number: '12', issuedOn: '2026-03-01' as Day, signer: 'Nguyễn Thị Lan' }
const team = {
  name: 'Tổ 1',
  leader: 'Trưởng thôn',
  members: 'Hội Phụ nữ\nHội Nông dân',
  villageIds: [doiChe],
}

const events = async (campaignId: string) => {
  const { rows } = await world.database.pool.query(
    `select kind, detail from audit_event where campaign_id = $1 and kind <> 'campaign.created' order by seq`,
    [campaignId],
  )
  return rows.map(row => [row.kind, row.detail])
}
const viewOf = async (id: string) => {
  const view = await findPlanView(lan, id)
  if (!view.ok) throw new Error(view.error)
  return view.value
}

test('a new draft has the usual plan: every village, every means, the usual wording, and its working days', async () => {
  const id = await draftCampaign(world)
  const { plan, villages, timetable, teams, unserved } = await viewOf(id)
  expect(plan).toMatchObject({
    villageIds: null,
    methods,
    purpose: form.purpose,
    requirements: usualRequirements,
  })
  expect(villages.map(({ name, households }) => [name, households])).toEqual([
    ['Đồi Chè', 4],
    ['Suối Mơ', 3],
  ])
  expect(timetable).toMatchObject({ used: 15, limit: 20, lastDay: '2026-03-27', standing: 'within' })
  expect([teams, unserved]).toEqual([[], []])
})

test('an edit changes what was changed, and the log names the fields without their values', async () => {
  const id = await draftCampaign(world)
  expect(await editPlan(lan, id, form)).toEqual({ ok: false, error: 'nothing-changed' })
  const edited = await editPlan(lan, id, {
    ...form,
    name: 'Tên mới',
    endsOn: '2026-04-10' as Day,
    villageIds: [suoiMo, 'khong-co'],
    methods: ['visit', 'paper'],
  })
  expect(edited).toEqual({ ok: true, value: id })
  const { campaign, plan, villages, timetable } = await viewOf(id)
  expect([campaign.name, campaign.endsOn, plan.villageIds, plan.methods]).toEqual([
    'Tên mới',
    '2026-04-10',
    [suoiMo],
    ['visit', 'paper'],
  ])
  expect(villages.map(({ name }) => name)).toEqual(['Suối Mơ'])
  expect(timetable.standing).toBe('beyond')
  expect(await events(id)).toEqual([['plan.edited', { fields: 'name, endsOn, villageIds, methods' }]])
})

test('the usual wording follows a change of title; an own wording stays', async () => {
  const id = await draftCampaign(world)
  const model = { title: 'commune-model' as const, rulesId: 'hd90-2022/commune-model' }
  expect((await editPlan(lan, id, { ...form, ...model, requirements: 'Làm đúng, làm đủ.' })).ok).toBe(true)
  const { plan } = await viewOf(id)
  expect(plan.purpose).toContain('kiểu mẫu')
  expect(plan.requirements).toBe('Làm đúng, làm đủ.')
})

test('a plan whose choices do not fit together, or without a village, is refused', async () => {
  const id = await draftCampaign(world)
  const refused = async (changes: Partial<PlanForm>) => {
    const edited = await editPlan(lan, id, { ...form, ...changes })
    return edited.ok ? null : edited.error
  }
  expect(await refused({ endsOn: '2026-03-01' as Day })).toBe('days-reversed')
  expect(await refused({ title: 'commune-model' })).toBe('rules-of-another-title')
  expect(await refused({ questionnaireId: 'x' })).toBe('questionnaire-unknown')
  expect(await refused({ villageIds: ['khong-co'] })).toBe('plan-village-missing')
  expect(await events(id)).toEqual([])
})

test('issuing takes the draft to planned; it can still be edited, traced, and stays planned until opened', async () => {
  const id = await draftCampaign(world)
  expect(await issuePlan(lan, id, { ...mark, issuedOn: '2026-03-03' as Day })).toEqual({
    ok: false,
    error: 'plan-day-ahead',
  })
  expect(await issuePlan(lan, id, mark)).toEqual({ ok: true, value: id })
  expect((await editPlan(lan, id, { ...form, name: 'Sau khi ban hành' })).ok).toBe(true)
  const { campaign, plan } = await viewOf(id)
  expect([campaign.state, plan.number, plan.issuedOn, plan.signer]).toEqual([
    'planned',
    '12',
    '2026-03-01',
    'Nguyễn Thị Lan',
  ])
  expect((await issuePlan(lan, id, { ...mark, number: '12a' })).ok).toBe(true)
  expect((await events(id)).map(([kind]) => kind)).toEqual(['plan.issued', 'plan.edited', 'plan.issued'])
  expect((await openCampaign(lan, id)).ok).toBe(true)
  expect(await editPlan(lan, id, form)).toEqual({ ok: false, error: 'campaign-step-not-now' })
  expect(await issuePlan(lan, id, mark)).toEqual({ ok: false, error: 'campaign-step-not-now' })
  expect(await findPlanDesk(lan, id)).toEqual({ ok: false, error: 'campaign-step-not-now' })
  expect(await findIssueDesk(lan, id)).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('of a campaign opened without its plan the paper is recorded once, and nothing else of it changes', async () => {
  const id = await draftCampaign(world)
  expect((await openCampaign(lan, id)).ok).toBe(true)
  expect(await editPlan(lan, id, form)).toEqual({ ok: false, error: 'campaign-step-not-now' })
  expect((await findIssueDesk(lan, id)).ok).toBe(true)
  expect(await issuePlan(world.as(world.people.minh), id, mark)).toEqual({ ok: false, error: 'forbidden' })
  expect((await issuePlan(lan, id, mark)).ok).toBe(true)
  const { campaign, plan } = await viewOf(id)
  expect([campaign.state, plan.number]).toEqual(['collecting', '12'])
  expect((await events(id)).filter(([kind]) => kind === 'plan.issued')).toHaveLength(1)
  expect(await issuePlan(lan, id, mark)).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('teams serve planned villages under names of their own; villages without one are named', async () => {
  const id = await draftCampaign(world)
  const added = await addTeam(lan, id, team)
  if (!added.ok) throw new Error(added.error)
  expect((await viewOf(id)).unserved.map(({ name }) => name)).toEqual(['Suối Mơ'])
  expect(await addTeam(lan, id, team)).toEqual({ ok: false, error: 'team-name-taken' })
  expect(await addTeam(lan, id, { ...team, name: 'Tổ 2', villageIds: ['khong-co'] })).toEqual({
    ok: false,
    error: 'team-village-missing',
  })
  const place = { campaignId: id, teamId: added.value }
  expect((await editTeam(lan, place, { ...team, villageIds: [doiChe, suoiMo] })).ok).toBe(true)
  expect((await addTeam(lan, id, { ...team, name: 'Tổ 2', members: '' })).ok).toBe(true)
  const { teams, unserved } = await viewOf(id)
  expect([teams.map(one => [one.name, one.villageIds.length]), unserved]).toEqual([
    [
      ['Tổ 1', 2],
      ['Tổ 2', 1],
    ],
    [],
  ])
  expect((await removeTeam(lan, place)).ok).toBe(true)
  expect(await removeTeam(lan, place)).toEqual({ ok: false, error: 'team-unknown' })
  expect(await editTeam(lan, { ...place, teamId: 'x' }, team)).toEqual({ ok: false, error: 'team-unknown' })
  expect((await events(id)).map(([kind]) => kind)).toEqual([
    'team.added',
    'team.edited',
    'team.added',
    'team.removed',
  ])
})

test('opening makes slots and frame for the planned villages alone', async () => {
  const id = await draftCampaign(world)
  await editPlan(lan, id, { ...form, villageIds: [suoiMo] })
  const before = await findProgress(lan, id)
  expect(before.ok && before.value.total.households).toBe(3)
  expect((await openCampaign(lan, id)).ok).toBe(true)
  const { rows } = await world.database.pool.query(
    `select village_id, count(*)::int as slots from slot where campaign_id = $1 group by 1`,
    [id],
  )
  expect(rows).toEqual([{ village_id: suoiMo, slots: 3 }])
  expect((await viewOf(id)).villages.map(({ name }) => name)).toEqual(['Suối Mơ'])
})

test('a cadre of another commune, a collector, the appraiser and a stranger do not touch a plan, and it is traced', async () => {
  const id = await draftCampaign(world)
  const added = await addTeam(lan, id, team)
  const place = { campaignId: id, teamId: added.ok ? added.value : '' }
  const { minh, tam, hoa } = world.people
  for (const person of [minh, tam, hoa, null]) {
    const context = world.as(person)
    for (const deed of [
      editPlan(context, id, form),
      issuePlan(context, id, mark),
      addTeam(context, id, team),
      editTeam(context, place, team),
      removeTeam(context, place),
      findPlanDesk(context, id),
      findIssueDesk(context, id),
    ])
      expect(await deed).toEqual({ ok: false, error: 'forbidden' })
  }
  expect(await findPlanView(world.as(minh), id)).toEqual({ ok: false, error: 'forbidden' })
  expect((await findPlanView(world.as(hoa), id)).ok).toBe(true)
  expect((await events(id)).filter(([kind]) => kind !== 'team.added')).toEqual([])
})

test('the list is searched without accents, by state, and by page, inside the own areas', async () => {
  const id = await draftCampaign(world, { name: 'Đợt đặc biệt ở Đồi Chè' })
  const list = async (person: Person, search: string, size = 25) =>
    findCampaigns(world.as(person), { search, state: 'draft', slice: { page: 1, size } })
  const { lan: cadre, minh, admin } = world.people
  expect((await list(cadre, 'dac BIET')).rows.map(row => row.id)).toEqual([id])
  expect((await list(cadre, 'dac biet son loc')).total).toBe(1)
  expect((await list(cadre, 'khong co dau')).rows).toEqual([])
  const all = await list(cadre, '', 2)
  expect([all.rows.length, all.pages]).toEqual([2, Math.ceil(all.total / 2)])
  expect((await list(minh, '')).total).toBe(0)
  expect((await list(admin, '')).total).toBe(0)
})

test('the plan is a Word file in every state, with its hash in the log, for who may have papers of the commune', async () => {
  const id = await draftCampaign(world)
  await addTeam(lan, id, team)
  const draft = await makePlanPaper(lan, id)
  await issuePlan(lan, id, mark)
  const issued = await makePlanPaper(lan, id)
  if (!draft.ok || !issued.ok) throw new Error('no paper')
  expect(wordText(draft.value.bytes)).toContain('Hội Phụ nữ; Hội Nông dân')
  expect(wordText(issued.value.bytes)).toContain('Số: 12/KH-MTTQ-BTT')
  expect(wordText(issued.value.bytes)).toContain('Nguyễn Thị Lan')
  const again = await makePlanPaper(lan, id)
  expect(again.ok && again.value.bytes.equals(issued.value.bytes)).toBe(true)
  const sha256 = createHash('sha256').update(issued.value.bytes).digest('hex')
  expect(await events(id)).toContainEqual(['paper.downloaded', { paper: 'plan', sha256 }])
  for (const person of [world.people.minh, world.people.tam, world.people.admin, null])
    expect(await makePlanPaper(world.as(person), id)).toEqual({ ok: false, error: 'forbidden' })
})
