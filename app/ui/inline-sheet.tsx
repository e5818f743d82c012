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

/** `public/favicon.svg` inside the page: a request of its own costs four times its weight. */
export const residentIcon = `data:image/svg+xml,${[
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>",
  "<rect width='32' height='32' rx='7' fill='%239b1c1c'/>",
  "<path d='M8 17.5 14 23.5 24.5 9.5' fill='none' stroke='%23fffdf8' stroke-width='3.6'",
  " stroke-linecap='round' stroke-linejoin='round'/></svg>",
].join('')}`
