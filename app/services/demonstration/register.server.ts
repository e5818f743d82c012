import type { RegisterLine } from '#app/documents/register-file.server.ts'
import { type Chance, chanceOf } from './chance.server.ts'
import { familyNames, restOfNames } from './names.server.ts'
import type { MadeUpCommune } from './places.server.ts'

/** A name that nobody bears but by accident. */
export const madeUpName = (chance: Chance): string => {
  const { middles, givens } = chance.pick(restOfNames)
  return `${chance.pick(familyNames)} ${chance.pick(middles)} ${chance.pick(givens)}`
}

/** A later register lists the same households first, since each village has its own draws, and the new ones behind them. */
const linesOf = (commune: MadeUpCommune, newcomers: number): readonly RegisterLine[] =>
  commune.villages.flatMap(([village, households], index) => {
    const chance = chanceOf(`${commune.code} ${village}`)
    const count = households + newcomers
    const rows = Array.from({ length: count }, (_, at) => [at + 1, madeUpName(chance), village, null])
    return [[null, `${index + 1}. Thôn ${village} (${count} hộ)`, null, null], ...rows]
  })

/**
 * A commune's household list as its people's committee keeps it: titles, a heading, a section line before each village.
 * `newcomers` households a village have come since the first list.
 */
export const madeUpRegister = (
  commune: MadeUpCommune,
  about: { readonly year: number; readonly newcomers: number },
): readonly RegisterLine[] => [
  [`ỦY BAN NHÂN DÂN ${commune.name.toUpperCase()}`, null, null, null],
  [`DANH SÁCH HỘ GIA ĐÌNH NĂM ${about.year} (DỮ LIỆU MINH HỌA)`, null, null, null],
  [],
  ['STT', 'Họ và tên chủ hộ', 'Thôn', 'Ghi chú'],
  ...linesOf(commune, about.newcomers),
]
