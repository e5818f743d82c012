import { Marked, type Tokens } from 'marked'
import type { Language } from '#app/basics/language.ts'
import english from '../../docs/method.en.md?raw'
import vietnamese from '../../docs/method.md?raw'

const documents: { readonly [language in Language]: string } = { vi: vietnamese, en: english }

type Parsing = { readonly parser: { readonly parseInline: (tokens: Tokens.Generic[]) => string } }

const renderer = {
  /** Links between the documents of the repository lead nowhere here: their words stay. */
  link(this: Parsing, { href, tokens }: Tokens.Link): string {
    const words = this.parser.parseInline(tokens)
    return /^https?:/.test(href) ? `<a href="${encodeURI(href)}">${words}</a>` : words
  },
}

/** Wide tables and formulas scroll inside their own frame, which the keyboard can reach. */
const scrolling = (html: string): string =>
  html
    .replaceAll('<th></th>', '<td></td>')
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')

const render = (language: Language): string => {
  const marked = new Marked({ renderer })
  return scrolling(marked.parse(documents[language], { async: false }))
}

const pages = new Map<Language, string>()

/**
 * How every figure is made as HTML, in the reader's language alone, each paragraph under its anchor. Rendered once; the
 * documents are ours and come with the build, so their HTML is passed through as it is.
 */
export const methodHtml = (language: Language): string => {
  const known = pages.get(language)
  if (known !== undefined) return known
  const html = render(language)
  pages.set(language, html)
  return html
}
