import { button, fill, h, heading, notice } from './dom.js'
import { isAnswered, itemsBySlot, nameOf, numberOf } from './doors.js'
import { emptyDraft } from './form.js'
import { bare, matches } from './search.js'
import { findDraft } from './taking.js'
import { ballotForm } from './view-ballot.js'

/** Letters to type before names show: a neighbour's list is nobody's to read through. */
const ENOUGH = 2
const MOST = 8

const at = (village, rest) => `#hop/${encodeURIComponent(village.id)}${rest}`

const finder = (app, village, list) => {
  const { t } = app
  const search = h('input', {
    type: 'text',
    id: 'may-search',
    class: 'medium',
    maxlength: 80,
    autocomplete: 'off',
    'aria-describedby': 'may-search-hint',
  })
  const said = h('p', { role: 'status', class: 'soft' })
  const show = () => {
    const typed = bare(search.value)
    const enough = typed.length >= ENOUGH || /^\d+$/.test(typed)
    const found = enough ? village.doors.filter(door => matches(door, search.value)) : []
    said.textContent = enough ? t('meetingFound', { count: found.length }) : ''
    fill(
      list,
      found
        .slice(0, MOST)
        .map(door =>
          h(
            'li',
            { class: 'row' },
            h(
              'a',
              { class: 'row-main row-link may-door', href: at(village, `/${door.slotId}`) },
              h('span', { class: 'row-name' }, nameOf(t, door)),
              ' ',
              h('span', { class: 'soft' }, numberOf(t, door)),
            ),
          ),
        ),
      found.length > MOST ? h('li', { class: 'row soft' }, t('meetingMore')) : null,
    )
  }
  search.addEventListener('input', show)
  return [
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'may-search' }, t('meetingSearch')),
      h('p', { class: 'hint', id: 'may-search-hint' }, t('meetingSearchHint')),
      search,
    ),
    said,
  ]
}

/** The next household finds itself; nothing of the last one is here. */
const chooseView = async (app, village) => {
  const { t } = app
  const list = h('ul', { class: 'rows' })
  return {
    title: t('meetingTitle'),
    alone: true,
    nodes: [
      heading(t('meetingTitle')),
      h('p', { class: 'lead' }, t('meetingLead')),
      finder(app, village, list),
      list,
      h('p', { class: 'may-end' }, h('a', { class: 'tap', href: at(village, '/het') }, t('meetingEnd'))),
    ],
  }
}

const filling = async (app, { village, door }) => {
  const { t } = app
  const form = ballotForm(app, {
    village,
    door,
    draft: (await findDraft(app, door.slotId)) || emptyDraft,
    channel: () => 'meeting',
    label: t('meetingSend'),
    taken: outcome => {
      app.thanked = outcome
      app.replace(at(village, '/xong'))
    },
  })
  const leave = async () => {
    await app.dropDraft(door.slotId)
    app.replace(at(village, ''))
  }
  return [
    h('p', { class: 'lead' }, t('meetingYours', { number: numberOf(t, door) })),
    h('p', {}, t('meetingPrivate')),
    form,
    h('p', {}, button(t('meetingNotUs'), leave)),
  ]
}

const ownBallotView = async (app, { village, door }) => {
  const { t } = app
  const done = isAnswered(door, itemsBySlot(await app.items()))
  return {
    title: t('meetingBallot'),
    alone: true,
    nodes: [
      heading(t('householdIs', { name: nameOf(t, door) })),
      done
        ? [
            notice('info', h('p', {}, t('meetingAnswered'))),
            h(
              'p',
              {},
              button(t('meetingNext'), () => app.replace(at(village, '')), 'btn'),
            ),
          ]
        : await filling(app, { village, door }),
    ],
  }
}

/** What was taken in, as it stands now: perhaps the server has signed for it meanwhile. */
const newest = async (app, outcome) => {
  const taken = outcome ? outcome.item : null
  return taken ? (await app.items()).find(one => one.id === taken.id) || taken : null
}

const takenWords = (t, outcome, item) => {
  const twice = outcome && outcome.kind === 'twice'
  if (twice || (item && item.state === 'stands')) return t('meetingAnswered')
  return item && item.state === 'recorded' ? t('meetingRecorded') : t('meetingKept')
}

const thanksView = async (app, village) => {
  const { t } = app
  const outcome = app.thanked
  const lead = h('p', { class: 'lead' })
  const receipt = h('div', { role: 'status' })
  /** The receipt comes once the server has signed for the ballot, while the household still stands here. */
  const tell = async () => {
    const item = await newest(app, outcome)
    lead.textContent = takenWords(t, outcome, item)
    const written = item ? item.receipt : null
    if (!written || receipt.firstChild) return
    const code = h('p', {}, t('receipt'), h('b', { class: 'code' }, written))
    fill(receipt, code, h('p', {}, t('keepReceipt')))
  }
  const next = () => {
    app.thanked = null
    app.replace(at(village, ''))
  }
  await tell()
  return {
    title: t('thanks'),
    alone: true,
    refresh: tell,
    nodes: [
      heading(t('thanks')),
      lead,
      receipt,
      h('p', {}, t('passOn')),
      h('div', { class: 'actions' }, button(t('meetingNext'), next, 'btn may-big')),
    ],
  }
}

/** The list of the village shows who has answered: only the collector goes back to it. */
const endView = async (app, village) => {
  const { t } = app
  return {
    title: t('meetingEnd'),
    alone: true,
    nodes: [
      heading(t('meetingEndTitle')),
      h('p', {}, t('meetingEndHint')),
      h(
        'div',
        { class: 'actions' },
        button(t('meetingBack'), () => app.replace(at(village, '')), 'btn'),
        button(t('meetingEndNow'), () => app.replace(`#thon/${encodeURIComponent(village.id)}`)),
      ),
    ],
  }
}

/** Meeting mode: the device goes from hand to hand. */
export const meetingView = async (app, { village, step, door }) => {
  if (step === 'xong') return thanksView(app, village)
  app.thanked = null
  if (step === 'het') return endView(app, village)
  return door ? ownBallotView(app, { village, door }) : chooseView(app, village)
}
