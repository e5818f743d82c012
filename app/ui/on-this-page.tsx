import { useT } from './site.tsx'

/** A part of a page: the id of its heading and what it is called. */
export type PagePart = { readonly id: string; readonly label: string }

/** Fewest parts for which a list of them is a help. */
const fewest = 5

/** What stands on a long page, as links to its parts; nothing on a page of few. */
export const OnThisPage = ({ parts }: { readonly parts: readonly PagePart[] }) => {
  const t = useT()
  if (parts.length < fewest) return null
  return (
    <nav className="on-page" aria-labelledby="on-page">
      <p id="on-page">{t('frame.onThisPage')}</p>
      <ul>
        {parts.map(({ id, label }) => (
          <li key={id}>
            <a className="tap" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
