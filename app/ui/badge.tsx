import type { ReactNode } from 'react'
import type { State } from '#app/campaign/campaign.ts'
import type { Key } from '#app/i18n/translate.ts'
import { Icon, type IconName } from './icon.tsx'
import { useT } from './site.tsx'

export type BadgeTone = 'quiet' | 'active' | 'good' | 'bad' | 'open'

type BadgeProps = { readonly tone?: BadgeTone; readonly icon?: IconName; readonly children: ReactNode }

/** A word with a mark. The word carries the meaning, mark and colour only help. */
export const Badge = ({ tone = 'quiet', icon, children }: BadgeProps) => (
  <span className={`badge ${tone}`}>
    {icon ? <Icon name={icon} /> : null}
    {children}
  </span>
)

const stateLook: { readonly [state in State]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  draft: { tone: 'quiet', icon: 'pen' },
  planned: { tone: 'quiet', icon: 'pen' },
  collecting: { tone: 'active', icon: 'clock' },
  closed: { tone: 'quiet', icon: 'lock' },
  posted: { tone: 'active', icon: 'clock' },
  'awaiting-verification': { tone: 'open', icon: 'open' },
  returned: { tone: 'bad', icon: 'no' },
  verified: { tone: 'good', icon: 'yes' },
  filed: { tone: 'good', icon: 'yes' },
  cancelled: { tone: 'quiet', icon: 'no' },
}

/** Where a campaign stands. */
export const StateBadge = ({ state }: { readonly state: State }) => {
  const t = useT()
  return <Badge {...stateLook[state]}>{t(`state.${state}`)}</Badge>
}

/** What the rules say: met, not met, or no confirmed threshold to say it by. */
export type VerdictWord = 'met' | 'not-met' | 'no-basis'

const verdictLook: {
  readonly [verdict in VerdictWord]: { readonly tone: BadgeTone; readonly icon: IconName; readonly word: Key }
} = {
  met: { tone: 'good', icon: 'yes', word: 'verdict.met' },
  'not-met': { tone: 'bad', icon: 'no', word: 'verdict.not-met' },
  'no-basis': { tone: 'open', icon: 'open', word: 'verdict.no-basis' },
}

export const VerdictBadge = ({ verdict }: { readonly verdict: VerdictWord }) => {
  const t = useT()
  const { word, ...look } = verdictLook[verdict]
  return <Badge {...look}>{t(word)}</Badge>
}
