import { formatInteger } from '#app/i18n/format.ts'
import { useSite, useT } from './site.tsx'

type PagerProps = {
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly hrefOf: (page: number) => string
}

/** The way through a long list: how many rows there are, and the pages before and after. */
export const Pager = ({ page, pages, total, hrefOf }: PagerProps) => {
  const t = useT()
  const { language } = useSite()
  const write = (count: number) => formatInteger(count, language)
  const rows = write(total)
  if (pages === 1) return <p className="hint">{t('display.pager.rows', { rows })}</p>
  return (
    <nav className="pager" aria-label={t('display.pager.label')}>
      <p>{t('display.pager.where', { shown: write(page), all: write(pages), rows })}</p>
      <p className="actions">
        {page > 1 ? (
          <a className="tap" rel="prev" href={hrefOf(page - 1)}>
            {t('display.pager.previous')}
          </a>
        ) : null}
        {page < pages ? (
          <a className="tap" rel="next" href={hrefOf(page + 1)}>
            {t('display.pager.next')}
          </a>
        ) : null}
      </p>
    </nav>
  )
}
