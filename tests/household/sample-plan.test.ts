import { expect, test } from 'vitest'
import {
  drawCommand,
  drawSizeOf,
  listedAs,
  listLines,
  membersOf,
  nextOfReserve,
  readListText,
} from '#app/household/sample-plan.ts'

test('a size may be a number in all, a share rounded up, or the same number in every village', () => {
  const villages = [40, 25, 7]
  const sizes = [
    drawSizeOf({ way: 'total', amount: 20, least: 2 }, villages),
    drawSizeOf({ way: 'share', amount: 10, least: 2 }, villages),
    drawSizeOf({ way: 'each', amount: 5, least: 2 }, villages),
  ]
  expect(sizes).toEqual([
    { ok: true, value: { size: 20, least: 2 } },
    { ok: true, value: { size: 8, least: 2 } },
    { ok: true, value: { size: 15, least: 5 } },
  ])
})

test('more than there is, in all or in one village, is refused; so is too little for every village', () => {
  const faults = [
    { way: 'total', amount: 73, least: 2 } as const,
    { way: 'each', amount: 8, least: 2 } as const,
    { way: 'share', amount: 101, least: 2 } as const,
    { way: 'total', amount: 5, least: 2 } as const,
    { way: 'total', amount: 20, least: 0 } as const,
    { way: 'total', amount: 2.5, least: 2 } as const,
  ].map(asked => {
    const size = drawSizeOf(asked, [40, 25, 7])
    return size.ok ? null : size.error
  })
  expect(faults).toEqual([
    'sample-larger-than-list',
    'sample-village-smaller',
    'sample-share',
    'sample-least',
    'sample-least',
    'sample-amount',
  ])
})

test('the first of the reserve who still lives there enters; those before are passed over', () => {
  const members = membersOf({ drawn: ['a'], reserve: ['b', 'c', 'd'] })
  expect(nextOfReserve(members, () => true)).toEqual({
    next: { place: 2, listedAs: 'b', state: 'reserve' },
    passedOver: [],
  })
  const later = nextOfReserve(members, member => member.listedAs === 'd')
  expect([later?.next.place, later?.passedOver.map(({ listedAs: name }) => name)]).toEqual([4, ['b', 'c']])
  expect(nextOfReserve(members, () => false)).toBeNull()
})

test('a list reads back from its text, and a household is named by place and id, not by a person', () => {
  const text = 'Xã A\tThôn Đông\t001-0a1b2c3d\nXã A\tThôn Đông\t002-ffffffff\n'
  expect(listLines({ text })[0]).toEqual(['xã', 'thôn', 'hộ'])
  expect(readListText(text)[1]).toEqual({ commune: 'Xã A', village: 'Thôn Đông', household: '002-ffffffff' })
  expect(readListText('Thôn Đông\t7\n')).toEqual([{ commune: null, village: 'Thôn Đông', household: '7' }])
  expect(listedAs(7, '0a1b2c3d-0000-4000-8000-000000000000')).toBe('007-0a1b2c3d')
})

test('the command keeps a seed with quotes and spaces one word', () => {
  expect(drawCommand({ file: 'ds.csv', seed: "XSMB 'đặc biệt' 48213", by: { size: 400, least: 2 } })).toBe(
    `npm run --silent sample:draw -- ds.csv --seed 'XSMB '\\''đặc biệt'\\'' 48213' --size 400 --least 2`,
  )
})
