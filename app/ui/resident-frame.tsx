import type { ReactNode } from 'react'
import { Brand, DemonstrationBanner, LanguageSwitch, SkipLink } from './frame-parts.tsx'
import { useT } from './site.tsx'

type ResidentFrameProps = {
  /** Who asks, e.g. the Front's standing board of the commune. */
  readonly askedBy?: string
  /** Overrides what the root says. */
  readonly demonstration?: boolean
  readonly children: ReactNode
}

/** A household's page: the name, who asks, one column, nothing to wander off to. */
export const ResidentFrame = ({ askedBy, demonstration, children }: ResidentFrameProps) => {
  const t = useT()
  return (
    <>
      <SkipLink />
      <header className="top">
        <div className="wrap bar">
          <Brand />
          <LanguageSwitch />
        </div>
        <DemonstrationBanner shown={demonstration} />
      </header>
      <main id="main" className="wrap">
        {askedBy ? <p className="asked">{t('frame.askedBy', { name: askedBy })}</p> : null}
        {children}
      </main>
      <footer className="foot">
        <p className="wrap">{t('frame.residentFooter')}</p>
      </footer>
    </>
  )
}
