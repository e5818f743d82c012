import { button, fill, h, link, notice } from './dom.js'
import { isWaiting } from './item.js'
import { sendWaiting } from './send.js'
import { problemNotice } from './view-download.js'

/** While something waits it is tried this often. Milliseconds. */
const EVERY = 60000

/** One tab sends at a time where the browser can say so; two would only send the same twice. */
const alone = async work => {
  if (!navigator.locks) return work()
  return navigator.locks.request('long-dan-may', { ifAvailable: true }, lock =>
    lock ? work() : { kind: 'nothing' },
  )
}

const said = (app, ended) => {
  const { t } = app
  if (ended.kind === 'done' || ended.kind === 'nothing') return null
  if (ended.kind === 'another-person') return h('p', {}, t('anotherPerson', { name: ended.person.name }))
  return problemNotice(app, ended)
}

const resultWords = (app, ended, left) => {
  const { t } = app
  if (ended.kind === 'nothing') return left > 0 ? t('sendingElsewhere') : t('nothingToSend')
  if (ended.kind === 'done') return left > 0 ? t('sentSome', { left }) : t('sentAll')
  return t('notSent', { left })
}

/**
 * The line at the top that always says how many wait, and the sending behind it: at start, when the network comes
 * back, every minute while something waits, and when asked.
 */
export const startSending = (app, bar) => {
  const { t } = app
  const count = h('span', { class: 'may-count' })
  const network = h('span', { class: 'may-network' })
  const back = h('span')
  const trouble = h('div', { class: 'may-trouble', role: 'status' })
  let running = false
  fill(bar, h('p', { class: 'may-line' }, network, count, back), trouble)

  const tell = async () => {
    const items = await app.items()
    const waiting = items.filter(isWaiting).length
    const unmended = items.filter(item => item.state === 'faulty' || item.state === 'refused').length
    fill(back, unmended > 0 ? link(t('partMend', { count: unmended }), '#gui', 'tap') : null)
    network.textContent = navigator.onLine ? t('online') : t('offline')
    count.textContent = waiting > 0 ? t('waiting', { count: waiting }) : t('nothingWaits')
    count.className = waiting > 0 ? 'may-count badge open' : 'may-count'
    app.noteWaiting(waiting)
    return waiting
  }

  const trying = async asked => {
    const ended = await alone(() => sendWaiting(app.sending()))
    const left = await tell()
    fill(trouble, ended.kind === 'unreachable' && !asked ? null : said(app, ended))
    if (asked) app.say(resultWords(app, ended, left))
    await app.changed()
  }

  const send = async asked => {
    if (running || !app.store.durable) return
    if (!navigator.onLine && !asked) return void (await tell())
    running = true
    try {
      await trying(asked)
    } catch (_full) {
      fill(trouble, notice('warning', h('p', {}, t('storageFull'))))
    } finally {
      running = false
    }
  }

  app.send = send
  app.tell = tell
  window.addEventListener('online', () => send(false))
  window.addEventListener('offline', tell)
  setInterval(() => send(false), EVERY)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') send(false)
  })
  return tell()
}

/** A newer version of the page waits: it is put in place when the collector says so. */
export const offerUpdate = (app, place, use) =>
  fill(
    place,
    h(
      'div',
      { class: 'notice info' },
      h('p', {}, app.t('newVersion')),
      h('p', {}, button(app.t('useNewVersion'), use)),
    ),
  )
