/** Files print phrases as pages do. */
export { printPhrase } from '#app/i18n/phrase.ts'
