import { expect, test } from 'vitest'
import { channels } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import {
  changedInPlan,
  methods,
  type Planned,
  plainPlan,
  plannedVillages,
  unservedVillages,
} from '#app/campaign/plan.ts'

const planned: Planned = {
  ...plainPlan,
  name: 'Lấy ý kiến xã Sơn Lộc',
  title: 'commune-standard',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/commune-standard',
}
const villages = ['a', 'b', 'c'].map(villageId => ({ villageId }))

test('a plan names the same ways of asking as a ballot', () => {
  expect([...methods]).toEqual([...channels])
})

test('an edit is told by the names of its fields, in the order of the form', () => {
  const after: Planned = { ...planned, methods: ['visit'], name: 'Tên khác', villageIds: ['a'] }
  expect(changedInPlan(planned, after)).toEqual(['name', 'villageIds', 'methods'])
  expect(changedInPlan(planned, { ...planned, methods: [...methods] })).toEqual([])
})

test('no villages named means all of them, and villages of elsewhere are left out', () => {
  expect(plannedVillages(villages, null)).toEqual(villages)
  expect(plannedVillages(villages, ['c', 'a', 'x'])).toEqual([{ villageId: 'a' }, { villageId: 'c' }])
})

test('villages without a team are named only once there is a team', () => {
  expect(unservedVillages(villages, [])).toEqual([])
  expect(unservedVillages(villages, [{ villageIds: ['a'] }, { villageIds: ['c'] }])).toEqual([
    { villageId: 'b' },
  ])
})
