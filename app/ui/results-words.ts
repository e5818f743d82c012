import type { Language } from '#app/basics/language.ts'
import { formatDate } from '#app/i18n/format.ts'
import { isKey, type Key, type T } from '#app/i18n/translate.ts'
import type { Content, Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { printThreshold } from '#app/tally/rate.ts'
import { countingOf, type RuleKey, type Rules, thresholdKeys } from '#app/verdict/rules.ts'

/** The words for what a rate is divided by under these rules: `phiếu hợp lệ`. */
export const baseKey = (rules: Rules): Key => {
  const { base, blankTreatment } = countingOf(rules)
  if (base === 'answered') return 'results.base.answered'
  if (blankTreatment !== 'invalid-line') return `results.base.${base}`
  return base === 'valid' ? 'results.base.answered' : 'results.base.collected-answered'
}

type Speaker = { readonly t: T; readonly language: Language }

/** A content as tables name it, without the full stop: `4. Điện dùng hằng ngày được cấp ổn định`, and the overall question by its own name. */
export const contentName = (content: Content, index: number, { t, language }: Speaker): string => {
  const statement = content.statement[language].replace(/\.$/, '')
  return content.key === 'overall'
    ? `${t('results.overallNumber')} ${statement}`
    : `${index + 1}. ${statement}`
}

/** Names of all contents by key, in printed order. */
export const contentNames = (questionnaire: Questionnaire, speaker: Speaker): ReadonlyMap<string, string> =>
  new Map(questionnaire.contents.map((content, index) => [content.key, contentName(content, index, speaker)]))

const isThreshold = (key: RuleKey): boolean => thresholdKeys.some(threshold => threshold === key)

/** One value of the rules in words: `80 %`, `Phiếu hợp lệ`, `20 ngày làm việc`, `Chưa có giá trị`. */
export const ruleValue = (rules: Rules, key: RuleKey, { t, language }: Speaker): string => {
  const { value, status } = rules[key]
  if (value === null) return t(status === 'confirmed' ? 'term.ruleValue.none' : 'term.ruleValue.open')
  if (typeof value === 'number')
    return t(key === 'workingDays' ? 'term.ruleValue.workingDays' : 'term.ruleValue.days', { count: value })
  if (isThreshold(key)) return printThreshold(value, language)
  const word = `term.ruleValue.${value}`
  return isKey(word) ? t(word) : value
}

/** Days are written with and without leading zeros. */
const withoutZeros = (text: string): string => text.replace(/\b0(?=\d)/g, '')

/** Where one value comes from, with the document's day where the source does not name it. */
export const ruleSource = (rules: Rules, key: RuleKey, { t, language }: Speaker): string => {
  const { source, date } = rules[key]
  if (date === null || withoutZeros(source).includes(withoutZeros(formatDate(date, 'vi')))) return source
  return t('results.rule.dated', { source, date: formatDate(date, language) })
}
