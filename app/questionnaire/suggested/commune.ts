import * as works from './infrastructure.ts'
import * as living from './livelihood.ts'
import type { Wording } from './wording.ts'

/** Criteria 1–13, which the standard and the advanced set of QĐ 318/QĐ-TTg name alike and in the same order. */
export const firstThirteen: readonly Wording[] = [
  works.planning,
  works.transport,
  works.irrigation,
  works.electricity,
  works.schools,
  works.cultureFacilities,
  works.trade,
  works.information,
  works.housing,
  living.income,
  living.poverty,
  living.labour,
  living.production,
]
