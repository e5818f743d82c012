import type { UnitFigures } from '#app/verdict/compute.ts'
import { type Block, paragraph, tableBlock } from './paper.ts'
import { count, type Phrase, say } from './phrase.ts'

/** Why a slot stayed silent; null where nobody said. */
export type SilentReason = 'not-reached' | 'absent' | 'moved' | 'refused' | null

/** What is known of a village's households that did not answer. */
export type SilentHouseholds = {
  readonly silent: readonly { readonly reason: SilentReason; readonly households: number }[]
  /** Households drawn where a sample was asked; null where all of the village were. */
  readonly drawn: number | null
}

const silentNames: { readonly [reason in Exclude<SilentReason, null>]: string } = {
  'not-reached': 'Chưa gặp được',
  absent: 'Vắng nhà dài ngày',
  moved: 'Đã chuyển đi',
  refused: 'Không tham gia',
}

const line = (label: string, households: number): readonly Phrase[] => [[label], [count(households)]]

/** Households without an answer by why: as found, counted by hand without a list, or outside the sample. */
export const silentBlocks = (unit: UnitFigures, { silent, drawn }: SilentHouseholds): readonly Block[] => {
  const households = unit.households - unit.collected
  if (households === 0) return [paragraph(say`Mọi hộ của thôn đều đã trả lời.`)]
  const told = silent.filter(one => one.reason !== null && one.households > 0)
  const unasked = drawn === null ? 0 : unit.households - drawn
  const untold = households - unasked - told.reduce((sum, one) => sum + one.households, 0)
  return [
    tableBlock({
      columns: [
        { heading: 'Lý do', width: 120, align: 'left' },
        { heading: 'Số hộ', width: 40, align: 'right' },
      ],
      rows: [
        ...told.map(one => line(one.reason ? silentNames[one.reason] : '', one.households)),
        ...(untold > 0 ? [line('Không ghi lý do từng hộ (thôn kiểm phiếu tay)', untold)] : []),
        ...(unasked > 0 ? [line('Không thuộc mẫu được rút', unasked)] : []),
      ],
      strong: [line('Cộng', households)],
    }),
  ]
}
