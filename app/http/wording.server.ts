import type { Paper } from '#app/dossier/paper.ts'
import type { PaperWording, WordedPaper, WordingText } from '#app/dossier/paper-wording.ts'
import { printPhrase } from '#app/i18n/phrase.ts'

type Typed = Readonly<Record<string, string>>

const written = (value: string | readonly string[] | null): string =>
  typeof value === 'string' ? value : (value ?? []).join('\n')

/** The words as the boxes of their form hold them. */
export const wordingTyped = (wording: PaperWording | null): Typed =>
  wording === null
    ? {}
    : Object.fromEntries(
        Object.entries(wording).flatMap(([name, value]) =>
          typeof value === 'number' ? [] : [[name, written(value)]],
        ),
      )

/** The usual words of a paper, box by box. */
export const usualWords = (paper: Paper): Readonly<Record<keyof WordingText, string>> => ({
  letterhead: paper.letterhead.lines.join('\n'),
  symbol: paper.letterhead.symbol,
  place: paper.letterhead.place,
  opening: paper.opening.map(printPhrase).join('\n'),
  closing: printPhrase(paper.closing),
  recipients: paper.recipients.join('\n'),
  signer: paper.signer.join('\n'),
  signedBy: '',
})

/** The words typed as a version, for a look at them before they are one. */
export const unsaved = (text: WordingText, version: number): PaperWording => ({
  ...text,
  version: version + 1,
})

/** A paper by the end of its address. */
export const wordedPaperOf = (
  segments: { readonly [paper in WordedPaper]: string },
  segment: string | undefined,
): WordedPaper | null => {
  const found = Object.entries(segments).find(([, one]) => one === segment)
  return (found?.[0] as WordedPaper | undefined) ?? null
}
