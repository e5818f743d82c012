import type { Channel } from '#app/ballot/ballot.ts'
import { addDays, type Day } from '#app/basics/day.ts'
import type { Title } from '#app/programme/titles.ts'
import { communes, type MadeUpCommune } from './places.server.ts'

/** How the households of a made-up survey answer. */
export type Temper = {
  /** Share satisfied with each content, by its key; those not named lie around `usual`. */
  readonly satisfied: { readonly [content: string]: number }
  readonly usual: number
  /** Villages that suffer from one content more than the others do. */
  readonly sore?: { readonly content: string; readonly villages: readonly string[] }
}

/** One campaign of the demonstration, as a story to be played through the services. */
export type Survey = {
  readonly name: string
  readonly commune: MadeUpCommune
  readonly cadre: string
  readonly title: Title
  readonly questionnaireId: string
  readonly rulesId: string
  readonly startsOn: Day
  readonly endsOn: Day
  /** Households a village that the register has gained since the first list. */
  readonly newcomers: number
  /** Absent for a campaign that stays in draft. */
  readonly collecting?: Collecting
}

export type Collecting = {
  /** Share of households that answer, village by village in the commune's order. */
  readonly coverage: readonly number[]
  readonly channels: { readonly [channel in Channel]: number }
  /** Days from the first on which answers come in. */
  readonly days: number
  readonly temper: Temper
  readonly closes: boolean
}

const onPaper = { self: 0.18, visit: 0.22, meeting: 0.35, paper: 0.25 } as const
const byPhone = { self: 0.46, visit: 0.27, meeting: 0.17, paper: 0.1 } as const

const standard2022 = {
  title: 'commune-standard',
  questionnaireId: 'qd318',
  // In force until HD 90 of 20/9/2022; every threshold is confirmed, so an official verdict may rest on it.
  rulesId: 'hd122-2019/commune-standard',
  newcomers: 0,
} as const satisfies Partial<Survey>

const advanced = {
  title: 'commune-advanced',
  questionnaireId: 'advanced',
  rulesId: 'hd90-2022/commune-advanced',
} as const satisfies Partial<Survey>

const benTrang2022: Survey = {
  ...standard2022,
  name: 'Lấy ý kiến về công nhận xã Bến Trăng đạt chuẩn nông thôn mới năm 2022',
  commune: communes.benTrang,
  cadre: 'mttq-bentrang',
  startsOn: '2022-06-06' as Day,
  endsOn: '2022-06-24' as Day,
  collecting: {
    coverage: [0.88, 0.91, 0.84, 0.93, 0.87, 0.82, 0.95, 0.86],
    channels: onPaper,
    days: 15,
    temper: {
      satisfied: { overall: 0.951, transport: 0.962, income: 0.883, environment: 0.897, trade: 0.914 },
      usual: 0.941,
    },
    closes: true,
  },
}

const suoiNgan2022: Survey = {
  ...standard2022,
  name: 'Lấy ý kiến về công nhận xã Suối Ngân đạt chuẩn nông thôn mới năm 2022',
  commune: communes.suoiNgan,
  cadre: 'mttq-suoingan',
  startsOn: '2022-07-04' as Day,
  endsOn: '2022-07-22' as Day,
  collecting: {
    coverage: [0.81, 0.86, 0.9, 0.78, 0.84, 0.8],
    channels: onPaper,
    days: 14,
    temper: {
      satisfied: { overall: 0.931, environment: 0.758, irrigation: 0.902, income: 0.894, schools: 0.972 },
      usual: 0.955,
      sore: { content: 'environment', villages: ['Dốc Nắng', 'Bờ Lau'] },
    },
    closes: true,
  },
}

const dongGam2022: Survey = {
  ...standard2022,
  name: 'Lấy ý kiến về công nhận xã Đồng Gấm đạt chuẩn nông thôn mới năm 2022',
  commune: communes.dongGam,
  cadre: 'mttq-donggam',
  startsOn: '2022-08-01' as Day,
  endsOn: '2022-08-19' as Day,
  collecting: {
    coverage: [0.74, 0.71, 0.76, 0.72, 0.73],
    channels: onPaper,
    days: 15,
    temper: {
      satisfied: { overall: 0.812, production: 0.834, labour: 0.831, trade: 0.847, electricity: 0.921 },
      usual: 0.876,
    },
    closes: true,
  },
}

const dongGam2025: Survey = {
  ...advanced,
  name: 'Lấy ý kiến về công nhận xã Đồng Gấm đạt chuẩn nông thôn mới nâng cao năm 2025',
  commune: communes.dongGam,
  cadre: 'mttq-donggam',
  startsOn: '2025-10-06' as Day,
  endsOn: '2025-10-31' as Day,
  newcomers: 1,
  collecting: {
    coverage: [0.92, 0.89, 0.94, 0.88, 0.91],
    channels: byPhone,
    days: 18,
    temper: { satisfied: { overall: 0.947, production: 0.892, income: 0.903 }, usual: 0.944 },
    closes: true,
  },
}

const benTrangNow = (today: Day): Survey => ({
  ...advanced,
  name: 'Lấy ý kiến về công nhận xã Bến Trăng đạt chuẩn nông thôn mới nâng cao',
  commune: communes.benTrang,
  cadre: 'mttq-bentrang',
  startsOn: addDays(today, -9),
  // Four weeks from its first day hold 20 working days, the longest HD 90 allows.
  endsOn: addDays(today, 18),
  newcomers: 2,
  collecting: {
    coverage: [0.72, 0.66, 0.61, 0.78, 0.58, 0.55, 0.69, 0.34],
    channels: byPhone,
    days: 9,
    temper: { satisfied: { overall: 0.938, environment: 0.871, income: 0.884 }, usual: 0.933 },
    closes: false,
  },
})

const suoiNganNext = (today: Day): Survey => ({
  name: 'Lấy ý kiến lại về công nhận xã Suối Ngân đạt chuẩn nông thôn mới',
  commune: communes.suoiNgan,
  cadre: 'mttq-suoingan',
  title: 'commune-standard',
  questionnaireId: 'qd51',
  rulesId: 'qd51-2026/commune-standard',
  startsOn: addDays(today, 14),
  endsOn: addDays(today, 41),
  newcomers: 3,
})

/** After the last of these was closed, the first is verified and goes into a dossier; the last waits for verification. */
export const handedIn = { verified: benTrang2022, awaiting: dongGam2022 } as const

/**
 * The campaigns in the order in which they happened: one met, one where a content fails behind a good mean, one met by
 * the rule but too close to say for all households, one without a confirmed basis, one collecting, one in draft.
 */
export const surveys = (today: Day): readonly Survey[] => [
  benTrang2022,
  suoiNgan2022,
  dongGam2022,
  dongGam2025,
  benTrangNow(today),
  suoiNganNext(today),
]
