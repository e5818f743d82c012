import { useT } from './site.tsx'

/** How many households an import added, knew, and changed. */
export type ImportedCounts = {
  readonly added: number
  readonly known: number
  readonly renumbered: number
  readonly relocated: number
  readonly movedOut: number
}

type Named = { readonly number: string | null; readonly name: string }

/** A household in one line: number, head, and its village where the list spans several. */
export const useHouseholdLine = (): ((household: Named, village?: string) => string) => {
  const t = useT()
  return ({ number, name }, village) => {
    if (village === undefined)
      return number === null
        ? t('office.register.alike.oneBare', { name })
        : t('office.register.alike.one', { number, name })
    return number === null
      ? t('office.register.diff.at', { name, village })
      : t('office.register.diff.atNumber', { number, name, village })
  }
}
