/** A criterion (tiêu chí) of a criteria set: its number in the decision and its name. */
export type Criterion = {
  readonly id: string
  readonly number: number
  readonly name: { readonly vi: string; readonly en: string }
}

export const criteriaSetIds = ['qd318', 'advanced', 'qd320', 'qd51'] as const
export type CriteriaSetId = (typeof criteriaSetIds)[number]

/** A set of criteria as a decision lists them. */
export type CriteriaSet = {
  readonly id: CriteriaSetId
  readonly source: string
  /** yyyy-mm-dd of the decision. */
  readonly date: string
  readonly criteria: readonly Criterion[]
}

type Name = readonly [vi: string, en: string]

const shared: readonly Name[] = [
  ['Quy hoạch', 'Planning'],
  ['Giao thông', 'Roads and transport'],
  ['Thủy lợi và phòng, chống thiên tai', 'Irrigation and disaster prevention'],
  ['Điện', 'Electricity'],
  ['Trường học', 'Schools'],
  ['Cơ sở vật chất văn hóa', 'Cultural facilities'],
  ['Cơ sở hạ tầng thương mại nông thôn', 'Rural commercial infrastructure'],
  ['Thông tin và Truyền thông', 'Information and communications'],
  ['Nhà ở dân cư', 'Housing'],
  ['Thu nhập', 'Income'],
  ['Nghèo đa chiều', 'Multidimensional poverty'],
  ['Lao động', 'Employment'],
  ['Tổ chức sản xuất và phát triển kinh tế nông thôn', 'Organisation of production and rural economy'],
]

const standard: readonly Name[] = [
  ...shared,
  ['Giáo dục và Đào tạo', 'Education and training'],
  ['Y tế', 'Health care'],
  ['Văn hóa', 'Culture'],
  ['Môi trường và an toàn thực phẩm', 'Environment and food safety'],
  ['Hệ thống chính trị và tiếp cận pháp luật', 'Political system and access to law'],
  ['Quốc phòng và An ninh', 'Defence and security'],
]

const advanced: readonly Name[] = [
  ...shared,
  ['Y tế', 'Health care'],
  ['Hành chính công', 'Public administration'],
  ['Tiếp cận pháp luật', 'Access to law'],
  ['Môi trường', 'Environment'],
  ['Chất lượng môi trường sống', 'Quality of the living environment'],
  ['Quốc phòng và An ninh', 'Defence and security'],
]

const district: readonly Name[] = [
  ['Quy hoạch', 'Planning'],
  ['Giao thông', 'Roads and transport'],
  ['Thủy lợi và phòng, chống thiên tai', 'Irrigation and disaster prevention'],
  ['Điện', 'Electricity'],
  ['Y tế – Văn hóa – Giáo dục', 'Health care, culture and education'],
  ['Kinh tế', 'Economy'],
  ['Môi trường', 'Environment'],
  ['Chất lượng môi trường sống', 'Quality of the living environment'],
  [
    'Hệ thống chính trị – An ninh trật tự – Hành chính công',
    'Political system, public order and public administration',
  ],
]

const from2026: readonly Name[] = [
  ['Quy hoạch', 'Planning'],
  ['Hạ tầng kinh tế – xã hội', 'Economic and social infrastructure'],
  ['Phát triển kinh tế nông thôn', 'Development of the rural economy'],
  ['Đào tạo nguồn nhân lực nông thôn', 'Training of the rural workforce'],
  ['Văn hóa, giáo dục, y tế', 'Culture, education and health care'],
  ['Giảm nghèo và an sinh xã hội', 'Poverty reduction and social security'],
  ['Khoa học công nghệ và chuyển đổi số', 'Science, technology and digital transformation'],
  ['Môi trường và cảnh quan nông thôn', 'Environment and rural landscape'],
  ['Xây dựng hệ thống chính trị và hành chính công', 'Political system and public administration'],
  ['Tiếp cận pháp luật và an ninh, quốc phòng', 'Access to law, security and defence'],
]

function numbered(id: CriteriaSetId, names: readonly Name[]): readonly Criterion[] {
  return names.map(([vi, en], i) => ({ id: `${id}-${i + 1}`, number: i + 1, name: { vi, en } }))
}

/** Every criteria set that questionnaires are made from, with the decision it comes from. */
export const criteriaSets: Readonly<Record<CriteriaSetId, CriteriaSet>> = {
  qd318: {
    id: 'qd318',
    source: 'Quyết định số 318/QĐ-TTg: Bộ tiêu chí quốc gia về xã nông thôn mới',
    date: '2022-03-08',
    criteria: numbered('qd318', standard),
  },
  advanced: {
    id: 'advanced',
    source: 'Quyết định số 318/QĐ-TTg: Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao',
    date: '2022-03-08',
    criteria: numbered('advanced', advanced),
  },
  qd320: {
    id: 'qd320',
    source: 'Quyết định số 320/QĐ-TTg: Bộ tiêu chí quốc gia về huyện nông thôn mới',
    date: '2022-03-08',
    criteria: numbered('qd320', district),
  },
  qd51: {
    id: 'qd51',
    source: 'Quyết định số 51/2025/QĐ-TTg: Bộ tiêu chí quốc gia về nông thôn mới giai đoạn 2026–2030',
    date: '2025-12-29',
    criteria: numbered('qd51', from2026),
  },
}
