import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '#app/basics/language.ts'
import { searchKeyOf } from '#app/household/search.ts'
import { machineTexts } from '#app/ui/office-machine.tsx'
import { bare, matches } from '../../public/may/search.js'
import { speaker } from '../../public/may/text.js'

const folder = 'public/may'
const names = readdirSync(folder).sort()
const sources = names.map(name => readFileSync(`${folder}/${name}`, 'utf8'))
const worker = readFileSync('public/sw.js', 'utf8')

test('the worker keeps every script, and its version is the hash of them all', () => {
  const kept = [...worker.matchAll(/^ {2}'([a-z-]+)',$/gm)].map(([, name]) => `${name}.js`)
  expect(kept).toEqual(names)
  const hash = createHash('sha256')
    .update(sources.map((source, at) => `${names[at]}\n${source}`).join('\n'))
    .digest('hex')
  expect(worker).toContain(`const VERSION = '${hash.slice(0, 12)}'`)
})

test('no script is long, and none uses what phones of 2018 do not read', () => {
  expect(names.filter((_, at) => (sources[at]?.split('\n').length ?? 0) > 250)).toEqual([])
  const young = /\?\.[a-z[(]|\?\?|\.replaceAll\(|\.flatMap\(|\.at\(|catch \{|\{ \.\.\.|randomUUID\(/
  expect([...sources, worker].filter(source => young.test(source))).toEqual([])
})

test('no script makes markup out of text', () => {
  const markup = /innerHTML|outerHTML|insertAdjacentHTML|document\.write/
  expect(sources.filter(source => markup.test(source))).toEqual([])
})

test.each(languages)(
  'every text that the scripts say is in the page (%s), and none lies there unused',
  language => {
    const texts = machineTexts(language)
    const literals = new Set(
      sources.flatMap(source => [...source.matchAll(/'([a-z][A-Za-z]+)'/g)].map(([, word = '']) => word)),
    )
    const said = sources.flatMap(source => [...source.matchAll(/\bt\('([^']+)'/g)].map(([, key = '']) => key))
    expect(said.filter(key => !(key in texts))).toEqual([])
    const framed = ['opening', 'failure', 'title', 'workOnline']
    expect(Object.keys(texts).filter(key => !literals.has(key) && !framed.includes(key))).toEqual([])
  },
)

test('texts keep the places that the scripts fill in', () => {
  const t = speaker(machineTexts('vi'))
  expect(t('waiting', { count: 3 })).toBe('Chưa gửi: 3')
  expect(t('number', { number: '12' })).toBe('Hộ số 12')
  expect(t('nobodyWroteThis')).toBe('nobodyWroteThis')
})

test.each(['Nguyễn Thị Hòa', 'ĐẶNG  VĂN Ứng', 'Lò Văn Ính (con)', 'Trần Đức Ðạt'])(
  'a household is found by the key that the server makes: %s',
  name => {
    const door = { name, number: '007', key: searchKeyOf(name) }
    for (const word of bare(name.replace('Ð', 'Đ')).split(' ')) expect(matches(door, word)).toBe(true)
    expect(matches(door, '7')).toBe(true)
    expect(matches(door, 'zz')).toBe(false)
  },
)
