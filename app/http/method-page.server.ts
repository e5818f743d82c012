import { Marked, type Tokens } from 'marked'
import type { Language } from '#app/basics/language.ts'
import document from '../../docs/method.md?raw'

/** A Vietnamese letter outside quotation marks: English text may quote a Vietnamese word. */
const isEnglish = (text: string): boolean =>
  !/(?=[^a-z])\p{L}/iu.test(text.replace(/“[^”]*”/g, '').normalize('NFC'))

/** `Tỷ lệ bao phủ · Coverage`: the half of the reader. */
const headingIn = (text: string, language: Language): string => {
  const [vietnamese = text, english] = text.split(' · ')
  return language === 'en' ? (english ?? vietnamese) : vietnamese
}

type Parsing = { readonly parser: { readonly parseInline: (tokens: Tokens.Generic[]) => string } }

const renderersOf = (language: Language) => ({
  heading(this: Parsing, { depth, text }: Tokens.Heading): string {
    return `<h${depth}>${headingIn(text, language)}</h${depth}>\n`
  },
  /** The document sets its English in italics. */
  em(this: Parsing, { tokens, text }: Tokens.Em): string {
    const lang = isEnglish(text) ? ' lang="en"' : ''
    return `<em${lang}>${this.parser.parseInline(tokens)}</em>`
  },
  /** Links between the documents of the repository lead nowhere here: their words stay. */
  link(this: Parsing, { href, tokens }: Tokens.Link): string {
    const words = this.parser.parseInline(tokens)
    return /^https?:/.test(href) ? `<a href="${encodeURI(href)}">${words}</a>` : words
  },
})

/** Wide tables and formulas scroll inside their own frame, which the keyboard can reach. */
const scrolling = (html: string): string =>
  html
    .replaceAll('<th></th>', '<td></td>')
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')

const render = (language: Language): string => {
  const marked = new Marked({ renderer: renderersOf(language) })
  return scrolling(marked.parse(document, { async: false }))
}

const pages = new Map<Language, string>()

/**
 * docs/method.md as HTML: headings in the reader's language, English marked as English, each paragraph under its anchor.
 * Rendered once; the document is ours and comes with the build, so its HTML is passed through as it is.
 */
export const methodHtml = (language: Language): string => {
  const known = pages.get(language)
  if (known !== undefined) return known
  const html = render(language)
  pages.set(language, html)
  return html
}
