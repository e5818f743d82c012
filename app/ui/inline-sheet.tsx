import { createContext, useContext } from 'react'

const SheetContext = createContext<string | null>(null)

/** Set by the server alone: browsers' bundles never carry the sheet as text. */
export const InlineSheetProvider = SheetContext.Provider

/**
 * The residents' sheet inside the page itself: on a weak signal the page is whole after one answer instead of two.
 * Its hash stands in the content security policy. Without it, the sheet is linked.
 */
export const ResidentSheet = ({ href }: { readonly href: string }) => {
  const css = useContext(SheetContext)
  if (css === null) return <link rel="stylesheet" href={href} />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, whose > and " must stay as they are
  return <style dangerouslySetInnerHTML={{ __html: css }} />
}
