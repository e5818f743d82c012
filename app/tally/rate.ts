import type { Language } from '#app/basics/language.ts'

/** A rate until it is printed: two whole numbers, `part` of `whole`. `whole` 0 means there is no rate. */
export type Rate = { readonly part: number; readonly whole: number }

/** A percentage as an exact decimal with a point, such as `80` or `66.5`; never a floating-point number. */
export type Percent = string

/** What a rate without a base prints as: an empty cell is never a zero. */
export const noRate = '–'

const percentPattern = /^(\d{1,3})(?:\.(\d{1,6}))?$/

/** Reads a percentage into a numerator over a power of ten: `66.5` → 665n / 10n. Throws on anything else: thresholds are checked when rules are read. */
export function percentFraction(percent: Percent): { readonly over: bigint; readonly scale: bigint } {
  const match = percentPattern.exec(percent)
  if (!match) throw new Error(`not a percentage: ${percent}`)
  const decimals = match[2] ?? ''
  return { over: BigInt(`${match[1]}${decimals}`), scale: 10n ** BigInt(decimals.length) }
}

/** Whether text is a percentage from 0 to 100 that can be compared exactly. */
export function isPercent(text: string): boolean {
  if (!percentPattern.test(text)) return false
  const { over, scale } = percentFraction(text)
  return over <= 100n * scale
}

/** Whether part ÷ whole ≥ percent, by cross-multiplication on whole numbers. A rate without a base meets nothing. */
export function meetsPercent(rate: Rate, percent: Percent): boolean {
  if (rate.whole === 0) return false
  const { over, scale } = percentFraction(percent)
  return BigInt(rate.part) * 100n * scale >= over * BigInt(rate.whole)
}

/** Orders rates from low to high by cross-multiplication; a rate without a base comes last. */
export function compareRates(a: Rate, b: Rate): number {
  if (a.whole === 0 || b.whole === 0) return Number(a.whole === 0) - Number(b.whole === 0)
  const difference = BigInt(a.part) * BigInt(b.whole) - BigInt(b.part) * BigInt(a.whole)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** part ÷ whole in units of 10^-decimals per cent, rounded half-up. `whole` must not be 0. */
export function roundedPercent(rate: Rate, decimals: number): bigint {
  const whole = BigInt(rate.whole)
  return (2n * BigInt(rate.part) * 100n * 10n ** BigInt(decimals) + whole) / (2n * whole)
}

/** Decimals needed so that the print does not read 100 or 0 although somebody is on the other side (Tiền Giang 2024 printed 99,995 %). */
function honestDecimals(rate: Rate): number {
  let decimals = 2
  const lies = () => {
    const printed = roundedPercent(rate, decimals)
    if (rate.part < rate.whole && printed === 100n * 10n ** BigInt(decimals)) return true
    return rate.part > 0 && printed === 0n
  }
  while (lies()) decimals += 1
  return decimals
}

/** The number of a rate without its sign, for a column headed “%”: `99,97` (vi), `99.97` (en), or a dash without a base. */
export function printPercent(rate: Rate, language: Language): string {
  if (rate.whole === 0) return noRate
  const decimals = honestDecimals(rate)
  const digits = roundedPercent(rate, decimals)
    .toString()
    .padStart(decimals + 1, '0')
  const comma = language === 'vi' ? ',' : '.'
  return `${digits.slice(0, -decimals)}${comma}${digits.slice(-decimals)}`
}

/** The printed rate with its sign: `99,97 %` in Vietnamese, `99.97%` in English (the space does not break), or a dash without a base. */
export function printRate(rate: Rate, language: Language): string {
  if (rate.whole === 0) return noRate
  return printPercent(rate, language) + (language === 'vi' ? '\u00a0%' : '%')
}

/** Prints a threshold as it is written in a document: `66,5 %` in Vietnamese, `66.5%` in English. */
export function printThreshold(percent: Percent, language: Language): string {
  return language === 'vi' ? `${percent.replace('.', ',')}\u00a0%` : `${percent}%`
}
