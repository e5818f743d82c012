/** A village whose households are asked: all of them, or so many of them as were drawn; null where all are. */
export type AskedVillage = { readonly households: number; readonly drawn: number | null }

/** How many households of a village can answer: those drawn, or all. */
export const askedOf = ({ households, drawn }: AskedVillage): number => drawn ?? households
