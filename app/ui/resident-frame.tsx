import type { ReactNode } from 'react'
import { Brand, DemonstrationBanner, LanguageSwitch, SkipLink, TextSizeSwitch } from './frame-parts.tsx'
import { useT } from './site.tsx'

/**
 * What stands in the page, for the script that sends a ballot by itself: a form as the server first gives it, one that
 * answers again, one that came back to be mended, the receipt, a round that takes no more, or a code that opens nothing.
 */
export type ResidentStage = 'form' | 'again' | 'mend' | 'answered' | 'over' | 'wrong'

type ResidentFrameProps = {
  readonly stage?: ResidentStage
  /** Who asks, e.g. the Front's standing board of the commune. */
  readonly askedBy?: string
  /** The page itself lets the household choose among all its languages. */
  readonly offersLanguages?: boolean
  /** Overrides what the root says. */
  readonly demonstration?: boolean
  readonly children: ReactNode
}

/** A household's page: the name, who asks, one column, nothing to wander off to. */
export const ResidentFrame = ({
  stage,
  askedBy,
  offersLanguages = false,
  demonstration,
  children,
}: ResidentFrameProps) => {
  const t = useT()
  const keep = stage === 'again' ? 'lai=1' : undefined
  return (
    <>
      <SkipLink />
      <header className="top">
        <div className="wrap bar">
          <Brand />
          <TextSizeSwitch keep={keep} />
          {offersLanguages ? null : <LanguageSwitch keep={keep} />}
        </div>
        <DemonstrationBanner shown={demonstration} />
      </header>
      <main id="main" className="wrap" data-stage={stage}>
        {askedBy ? <p className="asked">{t('frame.askedBy', { name: askedBy })}</p> : null}
        {children}
      </main>
      <footer className="foot">
        <p className="wrap">{t('frame.residentFooter')}</p>
      </footer>
    </>
  )
}
