/**
 * Keeps pages that must open without a network, and nothing else. It answers only GETs of the addresses named here;
 * answers of households, lists and posts always go to the network and are never kept.
 *
 * VERSION changes whenever a file named in CODE does (tests/public holds it): a browser then fetches all of them anew
 * and swaps them at once, so old and new scripts never run together.
 */
const VERSION = 'a6d496ab2242'

const CODE = [
  'app',
  'clearing',
  'device-store',
  'dom',
  'doors',
  'form',
  'health',
  'item',
  'lock',
  'memory-store',
  'route',
  'seal',
  'search',
  'send',
  'sending',
  'server',
  'taking',
  'text',
  'view-ballot',
  'view-download',
  'view-home',
  'view-meeting',
  'view-outbox',
  'view-village',
  'worker',
].map(name => `/may/${name}.js`)

const CODE_CACHE = `long-dan-may-code-${VERSION}`
const PAGE_CACHE = 'long-dan-may-page'

/** Milliseconds after which a kept page is shown although the network may still answer. */
const PATIENCE = 5000

const isMachinePage = url => /^\/dot\/[0-9a-f-]{36}\/may\/?$/.test(url.pathname)

const keepCode = async () => {
  const cache = await caches.open(CODE_CACHE)
  await cache.addAll(CODE.map(path => new Request(path, { cache: 'reload' })))
}

const dropOldCode = async () => {
  const names = await caches.keys()
  const old = names.filter(name => name.startsWith('long-dan-may-code-') && name !== CODE_CACHE)
  await Promise.all(old.map(name => caches.delete(name)))
}

self.addEventListener('install', event => event.waitUntil(keepCode()))
self.addEventListener('activate', event => event.waitUntil(dropOldCode().then(() => self.clients.claim())))

/** A page as it may be kept: itself, not the sign-in page it led to. */
const keepable = (response, path) =>
  response.ok && !response.redirected && new URL(response.url).pathname === path ? response : null

/** The page as it is now, or null: no network, signed out, gone. */
const askedAnew = page =>
  fetch(page, { cache: 'reload', credentials: 'same-origin' }).then(
    response => keepable(response, page),
    () => null,
  )

/** Keeps the page and the files it is drawn with. The files of the version before stay out. */
const keepPage = async ({ page, files }) => {
  const cache = await caches.open(PAGE_CACHE)
  const fresh = await askedAnew(page)
  if (!fresh) return (await cache.match(page, { ignoreVary: true })) !== undefined
  const needed = files.concat(await sheetsOf(fresh))
  for (const file of needed) if (!(await cache.match(file))) await cache.add(file)
  await cache.put(page, fresh)
  await dropUnnamed(cache, needed)
  return true
}

/** Style sheets that the page itself names: they may be newer than those of the page shown now. */
const sheetsOf = async response => (await response.clone().text()).match(/\/assets\/[\w.-]+\.css/g) || []

const dropUnnamed = async (cache, files) => {
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets/') && !files.includes(pathname)) await cache.delete(request)
  }
}

const listen = event => {
  const { kind } = event.data || {}
  if (kind === 'use') return self.skipWaiting()
  if (kind !== 'keep') return
  const [port] = event.ports
  event.waitUntil(
    keepPage(event.data).then(
      kept => port.postMessage(kept ? 'kept' : 'not-kept'),
      () => port.postMessage('not-kept'),
    ),
  )
}
self.addEventListener('message', listen)

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE))

/** The page from the network; the kept one where there is none, it is slow, or the server is in trouble. */
const freshPage = async (request, url) => {
  const kept = () => caches.match(url.pathname, { cacheName: PAGE_CACHE, ignoreVary: true })
  try {
    const response = await ((await kept()) ? Promise.race([fetch(request), late()]) : fetch(request))
    return response.status >= 500 ? (await kept()) || response : response
  } catch (error) {
    const page = await kept()
    if (page) return page
    throw error
  }
}

const keptFirst = async (request, cacheName) =>
  (await caches.match(request, { cacheName, ignoreSearch: true, ignoreVary: true })) || fetch(request)

/** Which answer is ours to give: by path, so that other pages add theirs beside. */
const answerFor = (request, url) => {
  if (request.mode === 'navigate') return isMachinePage(url) ? freshPage(request, url) : null
  if (CODE.includes(url.pathname)) return keptFirst(request, CODE_CACHE)
  return /^\/(assets\/|favicon\.)/.test(url.pathname) ? keptFirst(request, PAGE_CACHE) : null
}

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  const answer = answerFor(request, url)
  if (answer) event.respondWith(answer)
})
