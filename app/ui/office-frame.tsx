import type { ReactNode } from 'react'
import { Brand, DemonstrationBanner, LanguageSwitch, SkipLink } from './frame-parts.tsx'
import { BackLink, Breadcrumb, type Link, Navigation, type NavLink } from './navigation.tsx'
import { useSite, useT } from './site.tsx'

type OfficeFrameProps = {
  /** Who is signed in: name, and role or place in words; null on the sign-in page. */
  readonly person: { readonly name: string; readonly role: string } | null
  readonly nav?: readonly NavLink[]
  readonly breadcrumb?: readonly Link[]
  readonly back?: Link
  readonly demonstration?: boolean
  readonly children: ReactNode
}

const SignedIn = ({ name, role }: { readonly name: string; readonly role: string }) => {
  const t = useT()
  return (
    <form className="who" method="post" action="/dang-xuat">
      <span>
        <span className="visually-hidden">{t('frame.signedInAs', { name: '' })}</span>
        <a href="/tai-khoan">
          <b>{name}</b>
        </a>
        <span className="who-role">{role}</span>
      </span>
      <button type="submit" className="btn btn-2 btn-small">
        {t('frame.signOut')}
      </button>
    </form>
  )
}

/** A page of staff: sections, who is signed in, where one is. */
export const OfficeFrame = ({
  person,
  nav = [],
  breadcrumb,
  back,
  demonstration,
  children,
}: OfficeFrameProps) => {
  const t = useT()
  const { query } = useSite()
  return (
    <>
      <SkipLink />
      <header className="top">
        <div className="wrap wide bar">
          <Brand />
          <LanguageSwitch keep={query} />
          {person ? <SignedIn {...person} /> : null}
        </div>
        {nav.length > 0 ? <Navigation links={nav} /> : null}
        <DemonstrationBanner shown={demonstration} />
      </header>
      <main id="main" className="wrap wide">
        {breadcrumb ? <Breadcrumb links={breadcrumb} /> : null}
        {back ? <BackLink {...back} /> : null}
        {children}
      </main>
      <footer className="foot">
        <p className="wrap wide">{t('frame.tagline')}</p>
      </footer>
    </>
  )
}
