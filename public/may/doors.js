import { badge } from './dom.js'

const byBallot = {
  unsent: ['open', 'stateUnsent'],
  sent: ['open', 'stateSent'],
  recorded: ['good', 'stateRecorded'],
  stands: ['active', 'stateStands'],
  faulty: ['bad', 'stateFaulty'],
  refused: ['bad', 'stateRefused'],
}

const outcomes = {
  'not-reached': 'outcomeNotReached',
  absent: 'outcomeAbsent',
  moved: 'outcomeMoved',
  refused: 'outcomeRefused',
}

const channels = {
  self: 'channelSelf',
  visit: 'channelVisit',
  meeting: 'channelMeeting',
  paper: 'channelPaper',
}

export const outcomeNames = Object.keys(outcomes)

export const outcomeText = (t, outcome) => t(outcomes[outcome] || 'outcomeOther')

export const channelText = (t, channel) => t(channels[channel] || 'channelOther')

/** The newest item of each kind by household. */
export const itemsBySlot = items => {
  const found = new Map()
  for (const item of items) found.set(`${item.slotId}|${item.kind}`, item)
  return found
}

/** Whether a household needs no more from this collector: a ballot is there, here or at the server. */
export const isAnswered = (door, found) =>
  door.channel !== null ||
  isDone(found.get(`${door.slotId}|ballot`)) ||
  stands(found.get(`${door.slotId}|outcome`))

const isDone = ballot => ballot !== undefined && ballot.state !== 'faulty'

/** The server had the household's ballot already when a reason for having none arrived. */
const stands = outcome => outcome !== undefined && outcome.state === 'stands'

/** Tone and words of where a household stands: what this device knows first, then what the server said at the download. */
export const standing = (t, door, found) => {
  const ballot = found.get(`${door.slotId}|ballot`)
  if (ballot) {
    const [tone, key] = byBallot[ballot.state]
    return [tone, t(key)]
  }
  if (door.channel !== null) return ['good', t('stateBefore', { means: channelText(t, door.channel) })]
  const noted = found.get(`${door.slotId}|outcome`)
  if (noted) {
    const text = outcomeText(t, noted.outcome)
    if (noted.state === 'stands') return ['good', t('stateAnswered')]
    if (noted.state === 'recorded') return ['active', text]
    return noted.state === 'refused' || noted.state === 'faulty'
      ? ['bad', t('outcomeLost', { text })]
      : ['open', t('outcomeUnsent', { text })]
  }
  return door.outcome ? ['active', outcomeText(t, door.outcome)] : ['quiet', t('stateNone')]
}

export const standingBadge = (t, door, found) => {
  const [tone, text] = standing(t, door, found)
  return badge(tone, text)
}

export const nameOf = (t, door) => door.name || t('unnamed')

export const numberOf = (t, door) => (door.number ? t('number', { number: door.number }) : t('noNumber'))
