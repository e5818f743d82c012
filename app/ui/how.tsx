import type { MethodAnchor } from '#app/verdict/method.ts'
import { useT } from './site.tsx'

/** A small link from a figure to the paragraph that says how it is made; `what` names the figure for screen readers. */
export const How = ({ to, what }: { readonly to: MethodAnchor; readonly what: string }) => {
  const t = useT()
  return (
    <a className="how" href={`/phuong-phap#${to}`} aria-label={t('methodPage.linkOf', { what })}>
      {t('methodPage.link')}
    </a>
  )
}
