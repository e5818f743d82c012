import type { Phrase, Piece } from '#app/dossier/phrase.ts'
import { printRate } from '#app/tally/rate.ts'
import { formatDate, formatInteger } from './format.ts'

const printPiece = (piece: Piece): string => {
  if (typeof piece === 'string') return piece
  if (piece.kind === 'count') return formatInteger(piece.count, 'vi')
  if (piece.kind === 'rate') return printRate(piece.rate, 'vi')
  return formatDate(piece.day, 'vi')
}

/**
 * A phrase as text. The one place where papers print figures, in Word, in PDF and on the page, by the functions that pages
 * print them with.
 */
export const printPhrase = (phrase: Phrase): string => phrase.map(printPiece).join('')
