import type { ReactNode } from 'react'
import type { Role } from '#app/account/person.ts'
import type { State } from '#app/campaign/campaign.ts'
import { type Key, translator } from '#app/i18n/translate.ts'
import type { Link } from './navigation.tsx'
import { CampaignNav } from './office-campaign-nav.tsx'
import { OfficeFrame } from './office-frame.tsx'
import { languageOf, pageTitle } from './page.ts'
import { useT } from './site.tsx'

type Section =
  | 'campaigns'
  | 'verification'
  | 'dossiers'
  | 'register'
  | 'rules'
  | 'languages'
  | 'wording'
  | 'administration'
  | 'audit'

/** Whoever looks at an office page, and the sections open to them. */
export type OfficeViewer = {
  readonly name: string
  readonly role: Role
  readonly sections: readonly Section[]
}

const addresses: { readonly [section in Section]: string } = {
  campaigns: '/dot',
  verification: '/tham-tra',
  dossiers: '/ho-so',
  register: '/ho',
  rules: '/quy-tac',
  languages: '/ngon-ngu',
  wording: '/giay-to',
  administration: '/quan-tri',
  audit: '/nhat-ky',
}

type OfficePageProps = {
  readonly viewer: OfficeViewer
  /** None on pages of the own account. */
  readonly section?: Section
  readonly breadcrumb?: readonly Link[]
  readonly children: ReactNode
}

/** A page of staff with the sections they may enter. */
export const OfficePage = ({ viewer, section, breadcrumb, children }: OfficePageProps) => {
  const t = useT()
  const nav = viewer.sections.map(one => ({
    href: addresses[one],
    label: t(`office.section.${one}`),
    current: one === section,
  }))
  return (
    <OfficeFrame
      person={{ name: viewer.name, role: t(`term.role.${viewer.role}`) }}
      nav={nav}
      {...(breadcrumb ? { breadcrumb } : {})}
    >
      {children}
    </OfficeFrame>
  )
}

type CampaignPageProps = Omit<OfficePageProps, 'section' | 'breadcrumb'> & {
  readonly campaign: { readonly id: string; readonly name: string; readonly state?: State }
  /** Where the page lies in the campaign's own menu, e.g. `/thu`. */
  readonly here?: string
}

/** A page inside one campaign: the way up leads to the campaign and the list. */
export const CampaignPage = ({ campaign, here, children, ...page }: CampaignPageProps) => {
  const t = useT()
  return (
    <OfficePage
      {...page}
      section="campaigns"
      breadcrumb={[
        { href: '/dot', label: t('office.section.campaigns') },
        { href: `/dot/${campaign.id}`, label: campaign.name },
      ]}
    >
      {campaign.state ? (
        <CampaignNav
          campaign={{ id: campaign.id, state: campaign.state }}
          role={page.viewer.role}
          here={here ?? 'none'}
        />
      ) : null}
      {children}
    </OfficePage>
  )
}

type MetaArguments = Parameters<typeof languageOf>[0] & { readonly data?: unknown }

/** A route's `meta`: the page's name, and the campaign's where the page is about one. */
export const officeTitle =
  (key: Key) =>
  (args: MetaArguments): { readonly title: string }[] => {
    const { campaign } = (args.data ?? {}) as { readonly campaign?: { readonly name: string } }
    const name = translator(languageOf(args))(key)
    return [{ title: pageTitle(campaign ? `${name} · ${campaign.name}` : name) }]
  }
