import type { Language } from '#app/basics/language.ts'

const inLanguage = (language: Language, digits: number) =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })

/** A probability to three decimals: `0,034`, `< 0,001`; never a bare zero. */
export const printProbability = (p: number, language: Language): string => {
  const write = (value: number) => inLanguage(language, 3).format(value)
  return p < 0.001 ? `< ${write(0.001)}` : write(p)
}

/** A bound of a share from 0 to 1 to one decimal: `92,3 %`. */
export const printBound = (share: number, language: Language): string =>
  `${inLanguage(language, 1).format(100 * share)}${language === 'vi' ? '\u00a0%' : '%'}`
