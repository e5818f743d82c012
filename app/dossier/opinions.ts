import { count, type Phrase, say } from './phrase.ts'
import type { Opinion } from './survey.ts'

/** The same text by several households. */
export type Voice = { readonly text: string; readonly times: number }

/** What makes two texts the same: neither capitals nor spaces nor the last punctuation. */
const sameness = (text: string): string =>
  text
    .toLocaleLowerCase('vi')
    .replace(/[\s.,;:!?…]+$/u, '')
    .replace(/\s+/gu, ' ')

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

// By code points, so that every machine has the same order whatever collation it knows.
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Texts gathered by what they say, the most frequent first. Which of several spellings is shown does not depend on the order in which they came. */
export const gatherVoices = (texts: readonly string[]): readonly Voice[] => {
  const voices = new Map<string, Voice>()
  for (const text of texts.map(clean).filter(sameness).sort(byText)) {
    const key = sameness(text)
    const known = voices.get(key)
    voices.set(key, known ? { ...known, times: known.times + 1 } : { text, times: 1 })
  }
  return [...voices.values()].sort((a, b) => b.times - a.times || byText(a.text, b.text))
}

/** The voices on one content (its key), or the other opinions (null). */
export const voicesOn = (opinions: readonly Opinion[], content: string | null): readonly Voice[] =>
  gatherVoices(opinions.filter(opinion => opinion.content === content).map(opinion => opinion.body))

/** A text of at most `longest` characters, cut between words and marked as cut. */
export const shorten = (text: string, longest: number): string => {
  const letters = [...text]
  if (letters.length <= longest) return text
  const cut = letters.slice(0, longest - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:]+$/u, '')}…`
}

/** A text with how many households wrote it, where they are several; the full stop gives way to what follows. */
export const sayVoice = (voice: Voice, longest: number): Phrase => {
  const text = shorten(voice.text, longest).replace(/[\s.,;]+$/u, '')
  // No line break inside the number's bracket.
  return voice.times === 1 ? [text] : say`${text} (${count(voice.times)}\u00a0ý\u00a0kiến)`
}

const timesIn = (voices: readonly Voice[]): number => voices.reduce((sum, voice) => sum + voice.times, 0)

/** The most frequent voices in one phrase, and how many opinions were left out. */
export const sumUpVoices = (
  voices: readonly Voice[],
  { shown, longest }: { readonly shown: number; readonly longest: number },
): Phrase => {
  const said = voices
    .slice(0, shown)
    .flatMap((voice, i): Phrase => [i === 0 ? '' : '; ', ...sayVoice(voice, longest)])
    .filter(piece => piece !== '')
  const rest = timesIn(voices.slice(shown))
  return rest === 0 ? said : [...said, ...say`; và ${count(rest)} ý kiến khác`]
}

/** How many opinions these voices are. */
export const opinionsIn = timesIn
