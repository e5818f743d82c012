import { describe, expect, test } from 'vitest'
import { compareRegister, type Kept, type Line } from '#app/household/difference.ts'

const kept = (id: string, villageId: string, number: string | null, name: string): Kept => ({
  ...{ id, villageId, number, name },
  standing: 'active',
})
const line = (villageId: string, number: string | null, name: string): Line => ({ villageId, number, name })

/** A difference as counts, with the ids where households are named. */
const told = (register: readonly Kept[], file: readonly Line[]) => {
  const found = compareRegister(register, file)
  const ids = (pairs: readonly { readonly kept: Kept }[]) => pairs.map(pair => pair.kept.id)
  return {
    fresh: found.fresh.map(one => one.name),
    known: ids(found.known),
    renumbered: found.renumbered.map(pair => `${pair.kept.id}→${pair.line.number}`),
    elsewhere: found.elsewhere.map(pair => `${pair.kept.id}→${pair.line.villageId}`),
    away: ids(found.away),
    missing: found.missing.map(one => one.id),
  }
}

const nothing = { fresh: [], known: [], renumbered: [], elsewhere: [], away: [], missing: [] }

const register = [
  kept('an', 'v1', '1', 'Vi Văn An'),
  kept('hoa', 'v1', '2', 'Lê Thị Hòa'),
  kept('binh', 'v2', '7', 'Vũ Đức Bình'),
]
const whole = register.map(({ villageId, number, name }) => line(villageId, number, name))

describe('a file against the register', () => {
  test('that lists the same households is known in every line', () => {
    expect(told(register, whole)).toEqual({ ...nothing, known: ['an', 'hoa', 'binh'] })
  })

  test('does not mind capitals, the place of a tone or a leading zero, but does mind an accent', () => {
    expect(told(register, [line('v1', '02', 'LÊ THỊ HOÀ')]).known).toEqual(['hoa'])
    expect(told(register, [line('v1', '2', 'Lê Thị Hoa')]).fresh).toEqual(['Lê Thị Hoa'])
  })

  test('names who is new and who is missing, and only in villages that it lists', () => {
    const file = [line('v1', '1', 'Vi Văn An'), line('v1', '3', 'Cao Thị Tư')]
    expect(told(register, file)).toEqual({
      ...nothing,
      fresh: ['Cao Thị Tư'],
      known: ['an'],
      missing: ['hoa'],
    })
  })

  test('whose running numbers have shifted renumbers households and adds none', () => {
    const file = [line('v1', '1', 'Bế Văn Mới'), line('v1', '2', 'Vi Văn An'), line('v1', '3', 'Lê Thị Hòa')]
    expect(told(register, file)).toEqual({
      ...nothing,
      fresh: ['Bế Văn Mới'],
      renumbered: ['an→2', 'hoa→3'],
    })
  })

  test('pairs two families of one name in the order of their numbers, 9 before 10', () => {
    const two = [kept('nine', 'v1', '9', 'Vi Văn An'), kept('ten', 'v1', '10', 'Vi Văn An')]
    const file = [line('v1', '12', 'Vi Văn An'), line('v1', '8', 'Vi Văn An')]
    expect(told(two, file)).toEqual({ ...nothing, renumbered: ['nine→8', 'ten→12'] })
  })

  test('without numbers takes no number away', () => {
    expect(told(register, [line('v1', null, 'Vi Văn An')]).known).toEqual(['an'])
  })

  test('finds a household that moved to another village by name and number', () => {
    const file = [line('v1', '1', 'Vi Văn An'), line('v1', '2', 'Lê Thị Hòa'), line('v1', '7', 'Vũ Đức Bình')]
    const more = [...file, line('v2', '1', 'Ai Khác')]
    expect(told(register, more)).toMatchObject({ fresh: ['Ai Khác'], elsewhere: ['binh→v1'], missing: [] })
  })

  test('takes nobody for the namesake of another village', () => {
    const twins = [...register, kept('other', 'v3', '7', 'Vũ Đức Bình')]
    const file = [line('v1', '7', 'Vũ Đức Bình'), line('v2', '1', 'A Ba'), line('v3', '1', 'A Bốn')]
    expect(told(twins, file)).toMatchObject({ elsewhere: [], missing: ['an', 'hoa', 'binh', 'other'] })
  })

  test('that still lists a household written down as moved out says so, and one that was merged is known', () => {
    const gone = register.map((one): Kept => (one.id === 'an' ? { ...one, standing: 'moved' } : one))
    const merged = gone.map((one): Kept => (one.id === 'hoa' ? { ...one, standing: 'merged' } : one))
    expect(told(merged, whole)).toEqual({ ...nothing, known: ['binh', 'hoa'], away: ['an'] })
    expect(told(merged, [line('v1', '5', 'Vi Văn An')])).toMatchObject({ away: ['an'], missing: [] })
  })

  test('every line and every active household is told exactly once', () => {
    const names = ['Vi An', 'Lê Hòa', 'Vũ Bình']
    const many = Array.from({ length: 200 }, (_, i) =>
      kept(`k${i}`, `v${i % 4}`, String(i % 50), names[i % 3] ?? ''),
    )
    const file = Array.from({ length: 190 }, (_, i) =>
      line(`v${(i * 7) % 4}`, String((i * 3) % 60), names[(i * 5) % 3] ?? ''),
    )
    const found = compareRegister(many, file)
    const pairs = [...found.known, ...found.renumbered, ...found.elsewhere, ...found.away]
    expect(new Set([...found.fresh, ...pairs.map(pair => pair.line)]).size).toBe(file.length)
    expect(found.fresh.length + pairs.length).toBe(file.length)
    expect(new Set([...found.missing, ...pairs.map(pair => pair.kept)]).size).toBe(many.length)
  })
})
