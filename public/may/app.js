import { clear } from './clearing.js'
import { deviceStore } from './device-store.js'
import { fill, h } from './dom.js'
import { askToPersist, lowSpace, notedWaiting, noteWaiting } from './health.js'
import { dayOf } from './item.js'
import { newLockKey } from './lock.js'
import { memoryStore } from './memory-store.js'
import { viewAt } from './route.js'
import { offerUpdate, startSending } from './sending.js'
import { serverAt } from './server.js'
import { dropDraft, newId } from './taking.js'
import { speaker } from './text.js'
import { keepPage } from './worker.js'

const today = () => dayOf(new Date())

const bringUp = async () => {
  try {
    return await deviceStore(newLockKey)
  } catch (_refused) {
    return memoryStore()
  }
}

/** A value of this browser, made once. */
const once = async (store, name, make) => {
  const known = await store.get('meta', name)
  if (known) return known
  const made = await make()
  await store.put('meta', name, made)
  return made
}

const healthOf = async store => {
  const items = await store.all('items')
  const evicted = store.durable && items.length === 0 && notedWaiting() > 0
  return {
    /** Whether the page opens without a network; null until the worker has said so. */
    shell: null,
    /** Whether the browser promised to keep our data; null until it has said so: some ask the person first. */
    persisted: null,
    low: store.durable ? await lowSpace() : null,
    evicted,
  }
}

const makeApp = async data => {
  const store = await bringUp()
  await clear(store, new Date())
  const base = `/dot/${data.campaign.id}/may`
  const app = {
    t: speaker(data.texts),
    language: data.language,
    campaign: data.campaign,
    me: data.collector,
    signIn: `/dang-nhap?toi=${encodeURIComponent(base)}`,
    store,
    server: serverAt(base),
    lockKey: await once(store, 'lock', newLockKey),
    device: await once(store, 'device', async () => newId()),
    health: await healthOf(store),
    today,
    noteWaiting,
    /** The household just taken in, so that the list offers the one after it. */
    last: null,
    thanked: null,
    /** What the next view says first. */
    words: null,
  }
  return Object.assign(app, deedsOf(app))
}

const ofCampaign = (app, table) => async () =>
  (await app.store.all(table)).filter(one => one.campaignId === app.campaign.id)

const deedsOf = app => ({
  items: ofCampaign(app, 'items'),
  villages: ofCampaign(app, 'villages'),
  remember: (name, value) => app.store.put('meta', name, value).catch(() => undefined),
  dropDraft: slotId => dropDraft(app, slotId).catch(() => undefined),
  sending: () => ({
    store: app.store,
    server: app.server,
    lockKey: app.lockKey,
    campaignId: app.campaign.id,
    device: app.device,
    today,
    changed: () => app.changed(),
  }),
  done: (slotId, village, words) => {
    app.last = slotId
    app.words = words
    app.go(`#thon/${encodeURIComponent(village.id)}`)
  },
})

/** Draws views into the page, moves the focus to each new heading, and says aloud what happened. */
const startViews = (app, { place, live }) => {
  let view = null
  let drawing = 0
  const draw = async focus => {
    drawing += 1
    const mine = drawing
    const next = await viewAt(app, location.hash)
    if (mine !== drawing) return
    view = next
    document.body.className = next.alone ? 'office may-alone' : next.inside ? 'office may-inside' : 'office'
    document.title = `${next.title} · Lòng Dân`
    fill(place, next.nodes)
    fill(live, app.words ? h('p', {}, app.words) : null)
    app.words = null
    if (!focus) return
    window.scrollTo(0, 0)
    place.querySelector('h1').focus()
  }
  window.addEventListener('hashchange', () => {
    draw(true)
    app.tell()
  })
  app.go = hash => {
    if (location.hash === hash || (hash === '#' && location.hash === '')) draw(true)
    else location.hash = hash
    app.send(false)
  }
  /** Like `go`, but the place left behind cannot be gone back to. */
  app.replace = hash => {
    location.replace(hash)
    app.send(false)
  }
  app.say = words => {
    fill(live, h('p', {}, words))
  }
  app.redraw = async words => {
    app.words = words
    await draw(true)
  }
  app.changed = async () => {
    const refresh = view ? view.refresh : undefined
    if (refresh) await refresh()
  }
  return draw
}

const start = async () => {
  const root = document.getElementById('may')
  const data = JSON.parse(document.getElementById('may-data').textContent)
  const [bar, news, live, place] = [
    h('div', { class: 'may-bar' }),
    h('div'),
    h('div', { role: 'status', class: 'may-live' }),
    h('div'),
  ]
  const app = await makeApp(data)
  const draw = startViews(app, { place, live })
  await startSending(app, bar)
  fill(root, bar, news, live, place)
  await draw(false)
  app.send(false)
  const atHome = () => location.hash === '' || location.hash === '#'
  const onUpdate = use =>
    atHome() && document.visibilityState === 'visible' ? use() : offerUpdate(app, news, use)
  if (!app.store.durable) return
  app.health.shell = await keepPage({ onUpdate })
  await app.changed()
  app.health.persisted = await askToPersist()
  await app.changed()
}

const tellFailure = () => {
  const failure = document.getElementById('may-failure')
  if (failure) failure.hidden = false
}

start().catch(tellFailure)
