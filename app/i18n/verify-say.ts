import type { Language } from '#app/basics/language.ts'
import type { Checked, Finding, Remark } from '#app/dossier/verify.ts'
import { formatInteger } from './format.ts'
import { verifyEn } from './verify-en.ts'
import { verifyVi } from './verify-vi.ts'
import type { Label, VerifyWords } from './verify-words.ts'

/** A content as findings name it. */
export type NamedContent = { readonly key: string; readonly number: number; readonly name: string }

const words: { readonly [language in Language]: VerifyWords } = { vi: verifyVi, en: verifyEn }

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

const printed = (numbers: Readonly<Record<string, number>>, language: Language) =>
  Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, formatInteger(n, language)]))

/** The words of a label. */
export const sayLabel = (
  label: Label,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string => filled(words[language].labels[label], values)

/** What agrees, with its counts. */
export const sayChecked = ({ code, numbers, text = '' }: Checked, language: Language): string =>
  filled(words[language].checked[code], { ...printed(numbers, language), text })

/** What is worth knowing. */
export const sayRemark = ({ code, numbers = {}, text = '' }: Remark, language: Language): string =>
  filled(words[language].remarks[code], { ...printed(numbers, language), text })

/** The name of a figure in words, by the longest end of it that has some; else as it stands. */
function sayFigure(figure: string, language: Language): string {
  const members = figure.split('.')
  for (let from = 0; from < members.length; from += 1) {
    const known = words[language].figures[members.slice(from).join('.')]
    if (known !== undefined) return known
  }
  return figure
}

/** A village's name says what it is, or is put behind the word. */
const sayVillage = (name: string, language: Language): string =>
  /^(thôn|xóm|bản|ấp|tổ|khu|buôn|làng|phum|sóc) /i.test(name) ? name : sayLabel('village', language, { name })

const contentText = (key: string, contents: readonly NamedContent[]): string => {
  const content = contents.find(one => one.key === key)
  return content ? `${content.number} (${content.name})` : key
}

/** Where a finding lies: file, village, content, figure, line of the log, place in a paper; the empty ones left out. */
export function sayPlace(
  { place }: Finding,
  language: Language,
  contents: readonly NamedContent[] = [],
): string {
  const { file, line, village, content, figure, link, at } = place
  const atText =
    at === '0' ? sayLabel('head-of-page', language) : sayLabel('at', language, { name: at ?? '' })
  const parts = [
    file,
    village === undefined ? undefined : sayVillage(village, language),
    content === undefined
      ? undefined
      : sayLabel('content', language, { name: contentText(content, contents) }),
    figure === undefined ? undefined : sayFigure(figure, language),
    link === undefined ? undefined : sayLabel('link', language, { number: String(link) }),
    line === undefined ? undefined : sayLabel('line', language, { number: String(line) }),
    at === undefined ? undefined : atText,
  ]
  return parts.filter(part => part !== undefined).join(' · ')
}

/** What was found, without its place. */
export const sayFinding = ({ code }: Finding, language: Language): string => words[language].findings[code]
