/** Sizes of letters that a reader may choose, named as in the address: `vua` (vừa) as set, `to` half as large again. */
export const textSizes = ['vua', 'to'] as const

export type TextSize = (typeof textSizes)[number]

/** Reads a size of any origin (cookie, address); anything else is the size as set. */
export const readTextSize = (raw: string | null | undefined): TextSize => (raw === 'to' ? 'to' : 'vua')
