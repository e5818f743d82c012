import type { Role } from '#app/account/person.ts'

/**
 * A province that does not exist. QĐ 19/2025/QĐ-TTg gives no province the code 99; the names of its communes and
 * villages are invented too.
 */
export const province = { code: '99', name: 'Tỉnh Minh Họa' } as const

export type MadeUpCommune = {
  readonly code: string
  readonly name: string
  /** As it stands in file names. */
  readonly slug: string
  /** Villages with the households of the first register. */
  readonly villages: readonly (readonly [name: string, households: number])[]
}

const benTrang: MadeUpCommune = {
  code: '99001',
  name: 'Xã Bến Trăng',
  slug: 'ben-trang',
  villages: [
    ['Đồi Mơ', 142],
    ['Gốc Gạo', 118],
    ['Bến Chè', 163],
    ['Ao Sen', 97],
    ['Cầu Tre', 131],
    ['Vườn Cam', 154],
    ['Giếng Đá', 88],
    ['Núi Voi', 129],
  ],
}

const suoiNgan: MadeUpCommune = {
  code: '99002',
  name: 'Xã Suối Ngân',
  slug: 'suoi-ngan',
  villages: [
    ['Suối Cạn', 151],
    ['Rừng Thông', 126],
    ['Hang Én', 94],
    ['Dốc Nắng', 172],
    ['Thung Mây', 108],
    ['Bờ Lau', 139],
  ],
}

const dongGam: MadeUpCommune = {
  code: '99003',
  name: 'Xã Đồng Gấm',
  slug: 'dong-gam',
  villages: [
    ['Đồng Trước', 96],
    ['Đồng Sau', 83],
    ['Gò Mối', 71],
    ['Bãi Dâu', 92],
    ['Lò Gạch', 78],
  ],
}

export const communes = { benTrang, suoiNgan, dongGam } as const

export type MadeUpAccount = {
  readonly username: string
  readonly name: string
  readonly role: Role
  /** A commune's code; the whole province when absent. */
  readonly commune?: string
  /** Villages of that commune; all of it when absent. */
  readonly villages?: readonly string[]
}

/** The first administrator, made with a token as on any installation; it makes the other accounts. */
export const administrator = {
  username: 'quantri',
  name: 'Quản trị hệ thống',
  role: 'administrator',
} as const satisfies MadeUpAccount

/** One account for each role that has pages, a cadre for each commune and two village teams. No person is named. */
export const accounts: readonly MadeUpAccount[] = [
  { username: 'mttq-tinh', name: 'Ban Thường trực Ủy ban MTTQ tỉnh', role: 'province-front' },
  { username: 'thamtra', name: 'Đoàn thẩm tra của Mặt trận tỉnh', role: 'appraiser' },
  { username: 'dieuphoi', name: 'Văn phòng Điều phối nông thôn mới tỉnh', role: 'coordination-office' },
  cadre('mttq-bentrang', benTrang),
  cadre('mttq-suoingan', suoiNgan),
  cadre('mttq-donggam', dongGam),
  {
    username: 'ubnd-bentrang',
    name: 'Ủy ban nhân dân xã Bến Trăng',
    role: 'peoples-committee',
    commune: benTrang.code,
  },
  {
    username: 'to-doimo',
    name: 'Tổ lấy ý kiến thôn Đồi Mơ và thôn Gốc Gạo',
    role: 'collector',
    commune: benTrang.code,
    villages: ['Đồi Mơ', 'Gốc Gạo'],
  },
  {
    username: 'to-benche',
    name: 'Tổ lấy ý kiến thôn Bến Chè',
    role: 'collector',
    commune: benTrang.code,
    villages: ['Bến Chè'],
  },
]

function cadre(username: string, commune: MadeUpCommune): MadeUpAccount {
  const name = `Ban Thường trực Ủy ban MTTQ ${commune.name.replace(/^Xã/, 'xã')}`
  return { username, name, role: 'commune-cadre', commune: commune.code }
}
