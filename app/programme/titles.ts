/** Titles of the programme (danh hiệu), from the commune village to the province. Source: QĐ 18/2022, QĐ 320/2022, QĐ 51/2025. */
export const titles = [
  'commune-standard',
  'commune-advanced',
  'commune-model',
  'commune-modern',
  'village-model',
  'district-standard',
  'ward-civilised',
] as const

export type Title = (typeof titles)[number]
