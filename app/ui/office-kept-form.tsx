/** A posted form that waits in the page until its sender has signed in again. */
export type KeptForm = { readonly path: string; readonly fields: Readonly<Record<string, string>> }

/** Values that a form carries unseen. */
export const Hidden = ({ values }: { readonly values: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)

type Carried = { readonly to?: string | undefined; readonly kept?: KeptForm | null }

/** Where to go after signing in, and a form that waits, as fields of the forms on the way. */
export const carriedFields = ({ to, kept }: Carried): Readonly<Record<string, string>> => ({
  ...(to ? { toi: to } : {}),
  ...(kept ? { 'giu.path': kept.path } : {}),
  ...Object.fromEntries(
    Object.entries(kept?.fields ?? {}).map(([name, value]) => [`giu.field.${name}`, value]),
  ),
})
