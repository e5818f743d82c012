import { cleanText } from './clean.ts'
import { sectionName } from './line.ts'
import type { RegisterSheet } from './sheet.ts'
import type { VillageReader } from './village.ts'
import { opensWithKind } from './village-kind.ts'

/** A title is a handful of words; longer lines are not searched for a village. */
const longestTitle = 40
const longestName = 7

/** Villages of the list named in a title with their kind in front ("DANH SÁCH HỘ THÔN TÂN SƠN NĂM 2026"), the longest reading at each place. */
function villagesNamedIn(title: string, villages: VillageReader): readonly string[] {
  const words = title.split(/[\s,;()]+/u).slice(0, longestTitle)
  return words.flatMap((_, from) => {
    for (let length = longestName; length > 1; length--) {
      const text = words
        .slice(from, from + length)
        .join(' ')
        .replace(/[.:]+$/u, '')
      const match = opensWithKind(text) ? villages.read(text) : null
      if (match?.found && !match.loose) return [match.village]
    }
    return []
  })
}

function villageOfTitles(titles: readonly string[], villages: VillageReader): string | null {
  const named = villages.open
    ? titles.map(sectionName).filter(opensWithKind)
    : titles.flatMap(title => villagesNamedIn(title, villages))
  const [village, second] = [...new Set(named)]
  return village !== undefined && second === undefined ? village : null
}

/** The village a whole sheet is about, as text for the village reader: from the lines above the heading, else from the sheet's name; null when neither says one. */
export function villageOfSheet(
  sheet: RegisterSheet,
  headerRow: number,
  villages: VillageReader,
): string | null {
  const above = sheet.rows
    .filter(line => line.row < headerRow)
    .flatMap(line => line.cells.map(cleanText).filter(Boolean))
  const titled = villageOfTitles(above, villages)
  if (titled !== null) return titled
  const name = cleanText(sheet.name)
  const match = villages.open ? null : villages.read(name)
  return (match?.found && !match.loose) || (villages.open && opensWithKind(name)) ? name : null
}
