import { badge, button, fill, h, heading, link } from './dom.js'
import { itemsBySlot, nameOf, numberOf, standing } from './doors.js'
import { isSettled, isWaiting, KEEP_DAYS, outboxFile } from './item.js'
import { sealedItems } from './send.js'

const problems = {
  'campaign-not-collecting': 'refusedClosed',
  forbidden: 'refusedForbidden',
  'village-counted-by-hand': 'refusedByHand',
  'answered-before-reopening': 'refusedBefore',
  'ack-unverified': 'errorUnverified',
}

const save = (name, value) => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value)], { type: 'application/json' }))
  const anchor = h('a', { href: address, download: name })
  document.body.appendChild(anchor)
  anchor.click()
  document.body.removeChild(anchor)
  setTimeout(() => URL.revokeObjectURL(address), 10000)
}

/** One file a collector, since each ballot is credited to who took it in. */
const exportFiles = async (app, items) => {
  const sealed = await sealedItems(
    app.sending(),
    items.filter(item => item.state !== 'faulty'),
  )
  const collectors = Array.from(new Set(sealed.map(item => item.collectorId)))
  collectors.forEach((collectorId, at) => {
    const own = sealed.filter(item => item.collectorId === collectorId)
    const file = outboxFile({ campaignId: app.campaign.id, collectorId, device: app.device, items: own })
    save(`phieu-tren-may-${app.today()}${collectors.length > 1 ? `-${at + 1}` : ''}.json`, file)
  })
  return sealed.length
}

const doorOf = (villages, item) => {
  const village = villages.find(one => one.id === item.villageId)
  const door = village ? village.doors.find(one => one.slotId === item.slotId) : null
  return { village, door }
}

const itemRow = (app, villages, item) => {
  const { t } = app
  const { village, door } = doorOf(villages, item)
  const known = door || { slotId: item.slotId, name: null, number: null, channel: null, outcome: null }
  const [tone, text] = standing(t, known, itemsBySlot([item]))
  const why = item.error && problems[item.error] ? t(problems[item.error]) : null
  const href = `#thon/${encodeURIComponent(item.villageId)}/${item.slotId}`
  const other = item.collectorId === app.me.id ? null : t('ofCollector', { name: item.collectorName })
  return h(
    'li',
    { class: 'row' },
    h(
      'div',
      { class: 'row-main' },
      village
        ? h('a', { class: 'row-name', href }, nameOf(t, known))
        : h('span', { class: 'row-name' }, nameOf(t, known)),
      ' ',
      h(
        'span',
        { class: 'soft' },
        [numberOf(t, known), village ? village.name : null, other].filter(Boolean).join(' · '),
      ),
      why ? h('p', {}, why) : null,
    ),
    badge(tone, text),
  )
}

const part = (app, villages, { title, items }) =>
  items.length === 0
    ? null
    : [
        h('h2', {}, title),
        h(
          'ul',
          { class: 'rows' },
          items.map(item => itemRow(app, villages, item)),
        ),
      ]

const lists = (app, villages, items) => {
  const { t } = app
  const mend = items.filter(item => item.state === 'faulty' || item.state === 'refused')
  const stands = items.filter(item => item.state === 'stands' && item.kind === 'ballot')
  return [
    part(app, villages, {
      title: t('partWaiting', { count: items.filter(isWaiting).length }),
      items: items.filter(isWaiting),
    }),
    part(app, villages, { title: t('partMend', { count: mend.length }), items: mend }),
    part(app, villages, { title: t('partStands', { count: stands.length }), items: stands }),
    stands.length > 0 ? h('p', {}, t('standsHint')) : null,
    h('p', {}, t('partDone', { count: items.filter(item => item.state === 'recorded').length })),
  ]
}

/** What waits, what came back, and the file for when no network comes at all. */
export const outboxView = async app => {
  const { t } = app
  const villages = await app.villages()
  const place = h('div')
  const draw = async () => fill(place, lists(app, villages, await app.items()))
  const exporting = async () => {
    const items = await app.items()
    const count = await exportFiles(app, items)
    app.say(count > 0 ? t('exported', { count }) : t('exportNothing'))
  }
  const items = await app.items()
  await draw()
  return {
    title: t('outbox'),
    refresh: draw,
    nodes: [
      heading(t('outbox')),
      h(
        'div',
        { class: 'actions' },
        button(t('sendNow'), () => app.send(true), 'btn may-send'),
      ),
      place,
      h('h2', {}, t('exportTitle')),
      h('p', {}, t('exportHint')),
      h('p', {}, button(t('exportNow'), exporting)),
      items.some(isSettled) ? h('p', { class: 'soft' }, t('keptFor', { days: KEEP_DAYS })) : null,
      h('p', {}, link(t('allVillages'), '#')),
    ],
  }
}
