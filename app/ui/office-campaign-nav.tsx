import { type Deed, mayEver } from '#app/account/permission.ts'
import type { Role } from '#app/account/person.ts'
import { isBeforeOpening, isCounted, type State } from '#app/campaign/campaign.ts'
import type { Key } from '#app/i18n/translate.ts'
import { useT } from './site.tsx'

type Entry = {
  /** The end of the address after `/dot/:id`. */
  readonly segment: string
  readonly label: Key
  readonly deed: Deed
  /** A second deed that the page's whole-commune view takes: a collector watches villages and opens none of it. */
  readonly also?: Deed
  readonly when: (state: State) => boolean
}

const always = () => true

const untilCollected = (state: State): boolean => isBeforeOpening(state) || state === 'collecting'

const collecting = (state: State): boolean => state === 'collecting'

const opened = (state: State): boolean => collecting(state) || isCounted(state)

/** The pages of a campaign in the order of the work. */
const entries: readonly Entry[] = [
  { segment: '', label: 'office.nav.overview', deed: 'campaign.watch', when: always },
  { segment: '/ke-hoach', label: 'office.nav.plan', deed: 'campaign.watch', when: always },
  { segment: '/nguoi-duoc-hoi', label: 'office.nav.sample', deed: 'plan.edit', when: untilCollected },
  { segment: '/danh-sach', label: 'office.nav.register', deed: 'register.import', when: isBeforeOpening },
  { segment: '/phan-cong', label: 'office.nav.assign', deed: 'collector.assign', when: untilCollected },
  { segment: '/phat-phieu', label: 'office.nav.handing', deed: 'code.print', when: collecting },
  { segment: '/thu', label: 'office.nav.collect', deed: 'ballot.enter', when: collecting },
  { segment: '/may', label: 'office.nav.machine', deed: 'ballot.enter', when: collecting },
  { segment: '/lo-phieu', label: 'office.nav.batches', deed: 'batch.enter', when: collecting },
  { segment: '/theo-doi', label: 'office.nav.watch', deed: 'campaign.watch', when: opened },
  { segment: '/ket-qua', label: 'office.nav.results', deed: 'results.read', when: isCounted },
  {
    segment: '/danh-gia',
    label: 'office.nav.evaluation',
    deed: 'signs.read',
    also: 'results.read',
    when: isCounted,
  },
  { segment: '/giay-to', label: 'office.nav.papers', deed: 'paper.download', when: always },
  { segment: '/bien-ban', label: 'office.nav.minutes', deed: 'paper.download', when: isCounted },
  {
    segment: '/niem-yet',
    label: 'office.nav.posting',
    deed: 'campaign.watch',
    also: 'results.read',
    when: isCounted,
  },
  { segment: '/gop-y', label: 'office.nav.letters', deed: 'letter.answer', when: opened },
  {
    segment: '/tham-tra',
    label: 'office.nav.verification',
    deed: 'verification.answer',
    when: isCounted,
  },
  { segment: '/nhat-ky', label: 'office.nav.audit', deed: 'audit.read', when: always },
  { segment: '/luu-tru', label: 'office.nav.archive', deed: 'campaign.close', when: isCounted },
]

type NavProps = {
  readonly campaign: { readonly id: string; readonly state: State }
  readonly role: Role
  /** The segment of the page shown. */
  readonly here: string
}

/** The pages of one campaign that this role may enter now. */
export const CampaignNav = ({ campaign, role, here }: NavProps) => {
  const t = useT()
  const mayEnter = ({ deed, also = deed }: Entry) => mayEver({ role }, deed) && mayEver({ role }, also)
  const open = entries.filter(entry => mayEnter(entry) && entry.when(campaign.state))
  if (open.length < 2) return null
  return (
    <nav className="tabs" aria-label={t('office.nav.label')}>
      <ul>
        {open.map(({ segment, label }) => (
          <li key={segment}>
            <a href={`/dot/${campaign.id}${segment}`} aria-current={segment === here ? 'page' : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
