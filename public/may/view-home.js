import { h, heading, link, notice } from './dom.js'
import { isAnswered, itemsBySlot } from './doors.js'
import { isWaiting } from './item.js'

const villageRow = (app, village, items) => {
  const { t } = app
  const own = items.filter(item => item.villageId === village.id)
  const found = itemsBySlot(own)
  const answered = village.doors.filter(door => isAnswered(door, found)).length
  const waiting = own.filter(isWaiting).length
  return h(
    'li',
    { class: 'row' },
    h(
      'a',
      { class: 'row-main row-link', href: `#thon/${encodeURIComponent(village.id)}` },
      h('span', { class: 'row-name' }, village.name),
      ' ',
      h('span', { class: 'soft' }, t('villageLine', { answered, all: village.doors.length })),
    ),
    waiting > 0 ? h('span', { class: 'badge open' }, t('waitingHere', { count: waiting })) : null,
  )
}

const storageNotice = app => {
  const { t, health } = app
  if (!app.store.durable)
    return notice(
      'warning',
      h('p', {}, t('storageRefused')),
      h('p', {}, link(t('workOnline'), `/dot/${app.campaign.id}/thu`)),
    )
  if (health.evicted) return notice('warning', h('p', {}, t('storageEvicted')))
  if (health.low) return notice('warning', h('p', {}, t('storageLow', { left: health.low })))
  return null
}

/** What the worker and the browser have said so far. */
const readiness = ({ t, health }) => {
  if (health.shell === null) return ''
  const words = health.shell ? t('readyOffline') : t('notReadyOffline')
  if (health.persisted === null) return words
  return `${words} ${health.persisted ? t('persisted') : t('notPersisted')}`
}

const villagesPart = (app, villages, items) => {
  const { t } = app
  if (villages.length === 0) return h('p', {}, t('noVillages'))
  return h(
    'ul',
    { class: 'rows' },
    villages.map(village => villageRow(app, village, items)),
  )
}

/** What lies on this device: villages, and whether the page itself opens without a network. */
export const homeView = async app => {
  const { t } = app
  const villages = await app.villages()
  const items = await app.items()
  const first = villages.length === 0
  const ready = h('p', { class: 'soft', id: 'may-ready' })
  const tell = async () => {
    ready.textContent = readiness(app)
  }
  await tell()
  return {
    title: t('title'),
    refresh: tell,
    nodes: [
      heading(t('title')),
      app.campaign.collecting ? null : notice('warning', h('p', {}, t('closedHere'))),
      storageNotice(app),
      h('p', { class: 'lead' }, t('lead')),
      villagesPart(app, villages, items),
      h(
        'div',
        { class: 'actions' },
        app.campaign.collecting ? link(t('download'), '#tai', first ? 'btn' : 'btn btn-2') : null,
        items.length > 0 ? link(t('outbox'), '#gui') : null,
      ),
      ready,
    ],
  }
}
