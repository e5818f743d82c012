import { button, fill, h, heading, link, notice } from './dom.js'
import { itemsBySlot, nameOf, numberOf, outcomeNames, outcomeText, standing } from './doors.js'
import { ballotFields, emptyDraft } from './form.js'
import { draftOfItem, findDraft, keepDraft, newId, take } from './taking.js'
import { problemText } from './view-download.js'

/** Drafts are written one after the other, so that the newest is the one that stays. */
export const draftKeeper = (app, { slotId, said }) => {
  let chain = Promise.resolve()
  let stopped = false
  const write = async read => {
    if (stopped) return
    try {
      await keepDraft(app, slotId, read())
      said.textContent = app.store.durable ? app.t('draftKept') : app.t('draftNotKept')
    } catch (_full) {
      said.textContent = app.t('draftNotKept')
    }
  }
  return {
    keep: read => {
      chain = chain.then(() => write(read))
    },
    /** After the ballot is taken in, nothing writes its draft again. */
    stop: () => {
      stopped = true
      return chain
    },
  }
}

/** A ballot's place in the page: fields, what is said of them, and what becomes of a pressed button. */
export const ballotForm = (app, { village, door, draft, channel, replaces, label, taken }) => {
  const { t } = app
  const ballot = ballotFields({ t, language: app.language, questionnaire: village.questionnaire, draft })
  const kept = h('p', { class: 'soft may-draft' })
  const said = h('div', { role: 'alert' })
  const keeper = draftKeeper(app, { slotId: door.slotId, said: kept })
  const form = h('form', { autocomplete: 'off', novalidate: true })
  // One id however often the button is pressed: the server may have taken a ballot whose answer was lost.
  const id = newId()
  const send = h('button', { type: 'submit', class: 'btn may-save' }, label)
  const keep = () => keeper.keep(() => Object.assign(ballot.draft(), { channel: channel() }))
  const submit = async event => {
    event.preventDefault()
    const read = ballot.read()
    if (!read || send.disabled) return
    send.disabled = true
    const wire = Object.assign({ id, slotId: door.slotId, kind: 'ballot', channel: channel() }, read)
    const outcome = await take(app, { wire, villageId: village.id, replaces })
    send.disabled = false
    if (outcome.kind === 'not-sent') return fill(said, notice('warning', notSent(app, outcome)))
    await keeper.stop()
    await app.dropDraft(door.slotId)
    await taken(outcome)
  }
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
  form.addEventListener('submit', submit)
  fill(form, ballot.fields, kept, said, h('div', { class: 'actions' }, send))
  return form
}

const notSent = (app, { ended, item }) => {
  const { t } = app
  const why =
    item.error === 'ack-unverified' || ended.kind === 'done' ? t('problemOther') : problemText(app, ended)
  return [h('p', {}, h('b', {}, t('notKeptNotSent'))), h('p', {}, why)]
}

const meansChoice = (app, chosen) => {
  const { t } = app
  const one = (value, word) => {
    const box = h('input', { type: 'radio', class: 'opt', id: `means.${value}`, name: 'means', value })
    box.checked = value === chosen
    return [box, h('label', { for: `means.${value}` }, t(word))]
  }
  return h(
    'fieldset',
    { class: 'q may-means' },
    h('legend', {}, t('means')),
    h('div', { class: 'opts' }, one('visit', 'channelVisit'), one('meeting', 'channelMeeting')),
  )
}

const outcomeButtons = (app, { village, door }) => {
  const { t } = app
  const said = h('div', { role: 'alert' })
  const note = async outcome => {
    const wire = { id: newId(), slotId: door.slotId, kind: 'outcome', outcome }
    const taken = await take(app, { wire, villageId: village.id })
    if (taken.kind === 'not-sent') return fill(said, notice('warning', notSent(app, taken)))
    app.done(door.slotId, village, t('outcomeKept', { text: outcomeText(t, outcome) }))
  }
  return h(
    'details',
    {},
    h('summary', {}, t('noAnswer')),
    h('p', {}, t('noAnswerHint')),
    h(
      'div',
      { class: 'actions' },
      outcomeNames.map(name => button(outcomeText(t, name), () => note(name))),
    ),
    said,
  )
}

const takenWords = (t, { kind, item }) => {
  if (kind === 'twice') return t('ballotTwice')
  if (kind === 'kept') return t('ballotKept')
  return item.state === 'stands' ? t('ballotStands') : t('ballotRecorded', { receipt: item.receipt })
}

const answered = (app, { village, door, item, found }) => {
  const { t } = app
  const [, text] = standing(t, door, found)
  const receipt = item ? item.receipt : null
  const tone = item && (item.state === 'refused' || item.state === 'stands') ? 'warning' : 'info'
  return [
    notice(tone, h('p', {}, text), receipt ? h('p', {}, t('receiptIs', { receipt })) : null),
    h('p', {}, t('oneBallot')),
    h('p', {}, link(t('backToList'), `#thon/${encodeURIComponent(village.id)}`, 'btn')),
  ]
}

const entry = async (app, { village, door, mending }) => {
  const { t } = app
  const draft =
    (await findDraft(app, door.slotId)) || (mending ? await draftOfItem(app, mending) : null) || emptyDraft
  const means = meansChoice(app, draft.channel || (await app.store.get('meta', 'means')) || 'visit')
  const channel = () => means.querySelector('input:checked').value
  const form = ballotForm(app, {
    village,
    door,
    draft,
    channel,
    replaces: mending ? mending.seq : undefined,
    label: t('save'),
    taken: async outcome => {
      await app.remember('means', channel())
      app.done(door.slotId, village, takenWords(t, outcome))
    },
  })
  form.insertBefore(means, form.firstChild)
  return [
    mending ? notice('warning', h('p', {}, t('mend'))) : null,
    h('p', {}, t('howVisit')),
    outcomeButtons(app, { village, door }),
    form,
    h('p', { class: 'hint' }, t('saveHint')),
    h('p', {}, link(t('backToList'), `#thon/${encodeURIComponent(village.id)}`)),
  ]
}

/** One household: its ballot on one page, or why there is none to fill in. */
export const ballotView = async (app, { village, door }) => {
  const { t } = app
  const found = itemsBySlot(await app.items())
  const item = found.get(`${door.slotId}|ballot`)
  const mending = item && item.state === 'faulty' ? item : null
  const done = door.channel !== null || (item && !mending)
  const title = t('ballotOf', { name: nameOf(t, door) })
  return {
    title,
    nodes: [
      heading(title),
      h('p', { class: 'lead' }, `${numberOf(t, door)} · ${village.name}`),
      done ? answered(app, { village, door, item, found }) : await entry(app, { village, door, mending }),
    ],
  }
}
