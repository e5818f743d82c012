import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const resident = readFileSync('app/ui/styles/resident.css', 'utf8')

const tokens = new Map(
  [...resident.matchAll(/--(\w+):\s*(#[0-9a-f]{6})/g)].map(hit => [hit[1] ?? '', hit[2] ?? '']),
)

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const token = (name: string): string => tokens.get(name) ?? ''

describe('the residents’ sheet', () => {
  it('stays under 6.5 kB, since it travels with every ballot', () => {
    expect(Buffer.byteLength(resident)).toBeLessThan(6500)
  })

  it('uses only what phones of 2017 understand', () => {
    const rules = resident.replace(/\/\*[\s\S]*?\*\//g, '')
    expect(rules).not.toMatch(/:has\(|:is\(|:where\(|:focus-visible|\bmin\(|\bmax\(|clamp\(|\bgap:|inset:|&/)
  })

  it.each([
    ['ink', 'paper', 7],
    ['ink', 'sand', 7],
    ['soft', 'paper', 4.5],
    ['soft', 'sand', 4.5],
    ['red', 'paper', 7],
    ['dark', 'paper', 7],
    ['edge', 'paper', 3],
    ['focus', 'paper', 3],
  ])('sets %s on %s with a contrast of at least %d', (front, back, least) => {
    expect(contrast(token(front), token(back))).toBeGreaterThanOrEqual(least)
  })
})
