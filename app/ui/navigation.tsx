import { useT } from './site.tsx'

export type Link = { readonly href: string; readonly label: string }

export type NavLink = Link & {
  /** Whether the page shown belongs to it. */
  readonly current?: boolean
}

/** One step up, above the heading. */
export const BackLink = ({ href, label }: Link) => (
  <p className="back">
    <a href={href}>
      <span aria-hidden="true">‹ </span>
      {label}
    </a>
  </p>
)

/** Where the page lies: links from the top down; the page itself is the heading and is left out. */
export const Breadcrumb = ({ links }: { readonly links: readonly Link[] }) => {
  const t = useT()
  return (
    <nav className="crumbs" aria-label={t('frame.breadcrumb')}>
      <ol>
        {links.map(link => (
          <li key={link.href} className="crumb">
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The office's sections. */
export const Navigation = ({ links }: { readonly links: readonly NavLink[] }) => {
  const t = useT()
  return (
    <nav className="menu" aria-label={t('frame.staffMenu')}>
      <ul className="wrap wide">
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
