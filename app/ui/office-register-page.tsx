import type { ReactNode } from 'react'
import { communeInText } from './commune-name.ts'
import { OfficePage, type OfficeViewer } from './office-page.tsx'
import { useSite, useT } from './site.tsx'

type RegisterPageProps = {
  readonly viewer: OfficeViewer
  readonly commune: { readonly id: string; readonly name: string }
  /** The household that the page is about, where it is about one. */
  readonly household?: { readonly id: string; readonly name: string }
  readonly children: ReactNode
}

/** A page below a commune's register: the way up leads to the list, and to the household where there is one. */
export const RegisterPage = ({ viewer, commune, household, children }: RegisterPageProps) => {
  const t = useT()
  const { language } = useSite()
  const list = {
    href: `/ho/${commune.id}`,
    label: t('office.register.of', { name: communeInText(commune.name, language) }),
  }
  const own = household ? [{ href: `/ho/${commune.id}/${household.id}`, label: household.name }] : []
  return (
    <OfficePage viewer={viewer} section="register" breadcrumb={[list, ...own]}>
      {children}
    </OfficePage>
  )
}
