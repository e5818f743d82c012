import { clear } from './clearing.js'
import { button, h, heading, link } from './dom.js'
import { isAnswered, itemsBySlot, nameOf, numberOf, standing, standingBadge } from './doors.js'
import { isWaiting } from './item.js'
import { matches } from './search.js'
import { downloadVillage, problemText } from './view-download.js'

const row = (app, village, { door, found }) => {
  const { t } = app
  const badge = standingBadge(t, door, found)
  const href = `#thon/${encodeURIComponent(village.id)}/${door.slotId}`
  const item = h(
    'li',
    { class: 'row' },
    h(
      'a',
      { class: 'row-main row-link may-door', href },
      h('span', { class: 'row-name' }, nameOf(t, door)),
      ' ',
      h('span', { class: 'soft' }, numberOf(t, door)),
    ),
    badge,
  )
  return { door, item, badge }
}

/** Rows stay where they are while their badges change: whoever reads or types is not thrown out. */
const restate = (app, rows, found) => {
  for (const { door, badge } of rows) {
    const [tone, text] = standing(app.t, door, found)
    if (badge.textContent !== text) badge.textContent = text
    badge.className = `badge ${tone}`
  }
}

const sift = ({ app, rows, found, search, waiting, count }) => {
  let shown = 0
  for (const { door, item } of rows) {
    const fits = matches(door, search.value) && !(waiting.checked && isAnswered(door, found()))
    item.hidden = !fits
    if (fits) shown += 1
  }
  count.textContent = shown === 0 ? app.t('nothingFound') : app.t('shown', { count: shown, all: rows.length })
}

const removeVillage = async (app, village) => {
  await app.store.remove('villages', `${app.campaign.id}|${village.id}`)
  await clear(app.store, new Date())
  app.words = app.t('removed', { name: village.name })
  app.go('#')
}

const upkeep = (app, village, items) => {
  const { t } = app
  const said = h('p', { role: 'status' })
  const again = async () => {
    said.textContent = t('asking')
    const answer = await downloadVillage(app, village.id)
    if (answer.kind === 'ok') return app.redraw(t('listRefreshed'))
    said.textContent = answer.kind === 'full' ? t('downloadFull') : problemText(app, answer)
  }
  const waiting = items.some(isWaiting)
  return h(
    'details',
    {},
    h('summary', {}, t('upkeep')),
    h('p', {}, t('refreshHint')),
    h('p', {}, button(t('refresh'), again)),
    said,
    h('p', {}, waiting ? t('removeNotYet') : t('removeHint')),
    waiting
      ? null
      : h(
          'p',
          {},
          button(t('remove'), () => removeVillage(app, village), 'btn btn-danger'),
        ),
  )
}

const nextOf = (app, village, found) => {
  const after = app.last ? village.doors.findIndex(door => door.slotId === app.last) : -1
  if (after < 0) return null
  const next = village.doors.slice(after + 1).find(door => !isAnswered(door, found))
  if (!next) return null
  const text = app.t('nextDoor', { name: nameOf(app.t, next), number: numberOf(app.t, next) })
  return h('p', {}, link(text, `#thon/${encodeURIComponent(village.id)}/${next.slotId}`, 'btn'))
}

/** Households of a village: found by name without accents, each with where it stands; never how it answered. */
export const villageView = async (app, { village }) => {
  const { t } = app
  const own = async () => (await app.items()).filter(item => item.villageId === village.id)
  const items = await own()
  let found = itemsBySlot(items)
  const rows = village.doors.map(door => row(app, village, { door, found }))
  const search = h('input', {
    type: 'text',
    id: 'may-search',
    class: 'medium',
    inputmode: 'search',
    maxlength: 80,
    autocomplete: 'off',
    'aria-describedby': 'may-search-hint',
  })
  const waiting = h('input', { type: 'checkbox' })
  const count = h('p', { class: 'soft', role: 'status' })
  const resift = () => sift({ app, rows, found: () => found, search, waiting, count })
  search.addEventListener('input', resift)
  waiting.addEventListener('change', resift)
  resift()
  return {
    title: village.name,
    refresh: async () => {
      found = itemsBySlot(await own())
      restate(app, rows, found)
    },
    nodes: [
      heading(village.name),
      nextOf(app, village, found),
      h(
        'div',
        { class: 'actions' },
        link(t('meetingStart'), `#hop/${encodeURIComponent(village.id)}`),
        link(t('allVillages'), '#'),
      ),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'may-search' }, t('search')),
        h('p', { class: 'hint', id: 'may-search-hint' }, t('searchHint')),
        search,
      ),
      h('label', { class: 'pick' }, waiting, h('span', {}, t('onlyWaiting'))),
      count,
      h(
        'ul',
        { class: 'rows' },
        rows.map(one => one.item),
      ),
      upkeep(app, village, items),
    ],
  }
}
