import type { ReactNode } from 'react'
import { Brand, DemonstrationBanner, LanguageSwitch, SkipLink } from './frame-parts.tsx'
import { BackLink, type Link } from './navigation.tsx'
import { useSite, useT } from './site.tsx'

type PublicFrameProps = {
  readonly demonstration?: boolean
  readonly back?: Link
  /** Room for tables; a page of text is narrower. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A page for anyone: results, and the errors of every kind of page. */
export const PublicFrame = ({ demonstration, back, wide = false, children }: PublicFrameProps) => {
  const t = useT()
  const { query } = useSite()
  const wrap = wide ? 'wrap wide' : 'wrap'
  return (
    <>
      <SkipLink />
      <header className="top">
        <div className={`${wrap} bar`}>
          <Brand />
          <LanguageSwitch keep={query} />
        </div>
        <DemonstrationBanner shown={demonstration} />
      </header>
      <main id="main" className={wrap}>
        {back ? <BackLink {...back} /> : null}
        {children}
      </main>
      <footer className="foot">
        <p className={wrap}>{t('frame.publicFooter')}</p>
      </footer>
    </>
  )
}
