/** A text without accents, in lower case, letters and digits only: as the server makes a household's search key. */
export const bare = text =>
  text
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const plainNumber = number => bare(number || '').replace(/^0+(?=\d)/, '')

/** Whether every word typed begins a word of the household's key, or the whole text is its number. Nothing typed finds all. */
export const matches = (door, typed) => {
  const wanted = bare(typed)
  if (wanted === '') return true
  if (plainNumber(door.number) === plainNumber(wanted)) return true
  const words = (door.key || bare(door.name || '')).split(' ')
  return wanted.split(' ').every(part => words.some(word => word.indexOf(part) === 0))
}
