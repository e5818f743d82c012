import type { Language } from '#app/basics/language.ts'

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Indochina Time is UTC+7 all year; written out so that server and browser print the same. */
const offsetMilliseconds = 7 * 3_600_000

const integers: { readonly [language in Language]: Intl.NumberFormat } = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }),
}

/** An integer with its thousands set apart: `1.234` in Vietnamese, `1,234` in English. */
export const formatInteger = (count: number, language: Language): string => integers[language].format(count)

/** A calendar day `yyyy-mm-dd` as `01/03/2026`, in English `1 March 2026`; any other text comes back as it is. */
export const formatDate = (day: string, language: Language): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (!year || !month || !date) return day
  if (language === 'vi') return `${date}/${month}/${year}`
  return `${Number(date)} ${englishMonths[Number(month) - 1] ?? month} ${year}`
}

/** An instant on Vietnam's clock: `14:05 ngày 01/03/2026`, in English `14:05, 1 March 2026`. */
export const formatDateTime = (instant: Date, language: Language): string => {
  const local = new Date(instant.getTime() + offsetMilliseconds).toISOString()
  const time = local.slice(11, 16)
  const day = formatDate(local.slice(0, 10), language)
  return language === 'vi' ? `${time} ngày ${day}` : `${time}, ${day}`
}

/** An instant on Vietnam's clock as it stands in a column: `01/03/2026 14:05`, in English `1 March 2026 14:05`. */
export const formatShortTime = (instant: Date, language: Language): string => {
  const local = new Date(instant.getTime() + offsetMilliseconds).toISOString()
  return `${formatDate(local.slice(0, 10), language)} ${local.slice(11, 16)}`
}
