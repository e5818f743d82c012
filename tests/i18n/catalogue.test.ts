import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '#app/i18n/catalogue/en.ts'
import { vi } from '#app/i18n/catalogue/vi.ts'

type Entry = readonly [key: string, text: string]

const entries = (node: object, prefix = ''): readonly Entry[] =>
  Object.entries(node).flatMap(([name, value]): readonly Entry[] =>
    typeof value === 'string' ? [[prefix + name, value]] : entries(value as object, `${prefix}${name}.`),
  )

const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '')

const variables = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(' ')

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.includes(path.join('i18n', 'catalogue')))
    .map(name => readFileSync(path.join(folder, name), 'utf8'))

const vietnamese = entries(vi)
const english = entries(en)
const keys = new Set(vietnamese.map(([key]) => key))
const code = sources('app')
const literals = new Set(
  code.flatMap(text => [...text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)].map(hit => hit[1])),
)

/** Keys completed at run time: a template such as `state.${state}` stands for every key under its fixed beginning. */
const composed = new Set(
  code.flatMap(text => [...text.matchAll(/`([a-z]\w*(?:\.[\w-]+)*\.)\$\{/gi)].map(hit => hit[1] ?? '')),
)

describe('the two catalogues', () => {
  it('have the same keys', () => {
    expect(new Set(english.map(([key]) => withoutPlural(key)))).toEqual(new Set([...keys].map(withoutPlural)))
  })

  it('fill in the same variables under each key', () => {
    const expected = new Map(vietnamese.map(([key, text]) => [withoutPlural(key), variables(text)]))
    const differing = english.filter(([key, text]) => variables(text) !== expected.get(withoutPlural(key)))
    expect(differing).toEqual([])
  })

  it('give every English plural a singular', () => {
    const plurals = english.map(([key]) => key).filter(key => key.endsWith('_other'))
    const names = new Set(english.map(([key]) => key))
    expect(plurals.filter(key => !names.has(key.replace(/_other$/, '_one')))).toEqual([])
  })

  it('hold no empty text and only composed Unicode', () => {
    const wrong = [...vietnamese, ...english].filter(
      ([, text]) => text.trim() === '' || text !== text.normalize('NFC'),
    )
    expect(wrong).toEqual([])
  })

  it('say nothing in English letters alone where Vietnamese is meant', () => {
    // A text of four words or more without one Vietnamese letter is an English one left behind.
    const plain = vietnamese.filter(
      ([, text]) => text.split(' ').length > 3 && !/[^\p{ASCII}\p{P}]/u.test(text),
    )
    expect(plain).toEqual([])
  })
})

describe('keys in the sources', () => {
  it('exist where they are written out', () => {
    const asked = code.flatMap(text =>
      [...text.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map(hit => hit[1] ?? ''),
    )
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter(key => !keys.has(key))).toEqual([])
  })

  it('are all used, written out or completed by a template', () => {
    const isComposed = (key: string) => [...composed].some(prefix => key.startsWith(prefix))
    expect([...keys].filter(key => !literals.has(key) && !isComposed(key))).toEqual([])
  })
})
