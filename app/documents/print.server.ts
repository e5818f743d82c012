import type { Phrase, Piece } from '#app/dossier/phrase.ts'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { printRate } from '#app/tally/rate.ts'

const printPiece = (piece: Piece): string => {
  if (typeof piece === 'string') return piece
  if (piece.kind === 'count') return formatInteger(piece.count, 'vi')
  if (piece.kind === 'rate') return printRate(piece.rate, 'vi')
  return formatDate(piece.day, 'vi')
}

/** A phrase as text. The one place where papers print figures, by the functions that pages print them with. */
export const printPhrase = (phrase: Phrase): string => phrase.map(printPiece).join('')
