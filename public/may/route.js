import { h, heading, link, notice } from './dom.js'
import { ballotView } from './view-ballot.js'
import { downloadView } from './view-download.js'
import { homeView } from './view-home.js'
import { meetingView } from './view-meeting.js'
import { outboxView } from './view-outbox.js'
import { villageView } from './view-village.js'

/** `#thon/<village>/<slot>` as its parts; what cannot be read is the home view. */
export const partsOf = hash => {
  try {
    return hash.replace(/^#/, '').split('/').map(decodeURIComponent)
  } catch (_unreadable) {
    return ['']
  }
}

const missingView = async app => ({
  title: app.t('missing'),
  nodes: [
    heading(app.t('missing')),
    notice('warning', h('p', {}, app.t('missingHint'))),
    h('p', {}, link(app.t('allVillages'), '#', 'btn')),
  ],
})

const villagePart = async (app, [kind, villageId, step]) => {
  const village = await app.store.get('villages', `${app.campaign.id}|${villageId}`)
  if (!village) return missingView(app)
  const door = village.doors.find(one => one.slotId === step) || null
  if (kind === 'hop') return meetingView(app, { village, step, door })
  if (!step) return villageView(app, { village })
  return door ? ballotView(app, { village, door }) : missingView(app)
}

/** Views behind the first one: on a phone the office's menus make room for them. */
const insideView = (app, parts) => {
  if (parts[0] === 'thon' || parts[0] === 'hop') return villagePart(app, parts)
  if (parts[0] === 'tai') return downloadView(app)
  return parts[0] === 'gui' ? outboxView(app) : null
}

/** The view that an address names: its title, its nodes, and how it follows what changes underneath. */
export const viewAt = async (app, hash) => {
  const parts = partsOf(hash)
  const inside = insideView(app, parts)
  return inside ? Object.assign(await inside, { inside: true }) : homeView(app)
}
