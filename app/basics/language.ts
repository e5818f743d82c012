/** Languages of the interface, Vietnamese first: it is the default wherever none is asked for. */
export const languages = ['vi', 'en'] as const

export type Language = (typeof languages)[number]

/** A text in every interface language, NFC. */
export type Text = { readonly [L in Language]: string }

/** Reads a language tag of any origin (cookie, URL, header); anything else is Vietnamese. */
export const readLanguage = (raw: string | null | undefined): Language => (raw === 'en' ? 'en' : 'vi')

/** The languages of the interface as their speakers write them. */
export const languageNames: { readonly [language in Language]: string } = { vi: 'Tiếng Việt', en: 'English' }
