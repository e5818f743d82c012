import { createInstance, type FormatterModule, type i18n } from 'i18next'
import { type Language, languages } from '#app/basics/language.ts'
import { en } from './catalogue/en.ts'
import { vi } from './catalogue/vi.ts'
import { formatInteger } from './format.ts'

type Paths<Node, Prefix extends string = ''> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? `${Prefix}${Name}`
    : Paths<Node[Name], `${Prefix}${Name}.`>
}[keyof Node & string]

/** Every text's key, `area.name`: a key that does not exist fails the type check. */
export type Key = Paths<typeof vi>

/** What fills `{{name}}`. Integers come out in the language's form, so a year or a code goes in as text. */
export type Values = { readonly [name: string]: string | number }

/** Says a text in one language. `count` chooses the English plural. */
export type T = (key: Key, values?: Values) => string

const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? formatInteger(value, language === 'en' ? 'en' : 'vi') : String(value),
}

const catalogues = { vi, en } as const

const start = (language: Language): i18n => {
  const instance = createInstance()
  // Synchronous: the catalogues are in memory. Nothing is escaped here; React and the paper writers do it.
  instance.use(numbers).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    nsSeparator: false,
    resources: { [language]: { translation: catalogues[language] } },
    interpolation: { escapeValue: false, alwaysFormat: true },
  })
  return instance
}

const instances = new Map(languages.map(language => [language, start(language)]))

const translators = new Map<Language, T>(
  languages.map(language => [
    language,
    (key, values) => String(instances.get(language)?.t(key, { ...values }) ?? key),
  ]),
)

/** The translator of a language. One instance a language is made at start; this only hands it out. */
export const translator = (language: Language): T => translators.get(language) ?? (key => key)

const leaves = (node: object, prefix = ''): readonly string[] =>
  Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : leaves(value as object, `${prefix}${name}.`),
  )

const keys: ReadonlySet<string> = new Set(leaves(vi))

/** Whether a text composed at run time (a problem's code, say) is a key: narrows it for `t`. */
export const isKey = (text: string): text is Key => keys.has(text)

/** The names that a text fills in. */
export const variablesOf = (key: Key, language: Language): readonly string[] => {
  const text: unknown = instances.get(language)?.getResource(language, 'translation', key)
  return typeof text === 'string' ? [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '') : []
}
