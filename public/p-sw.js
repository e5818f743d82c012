/**
 * Opens a household's page without a network: the page as `p.js` kept it, and `p.js` itself. Answers nothing else; posts
 * and receipts always go to the network and are never kept.
 */
const KEPT = 'long-dan-phieu'

/** Milliseconds after which a kept page is shown although the network may still answer. */
const PATIENCE = 6000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE))

/** From the network; the kept one where there is none, it is slow, or the server is in trouble. */
const fresh = async (request, name) => {
  const kept = await caches.match(name, { cacheName: KEPT, ignoreVary: true })
  if (!kept) return fetch(request)
  try {
    const response = await Promise.race([fetch(request), late()])
    return response.status < 500 ? response : kept
  } catch (_) {
    return kept
  }
}

/** The name under which a page is kept: its code written one way, as in `p.js`. */
const nameOf = ({ mode }, { pathname }) => {
  if (pathname === '/p.js') return pathname
  return mode === 'navigate' && /^\/p\/[\w-]+$/.test(pathname)
    ? pathname.toUpperCase().replace(/-/g, '')
    : null
}

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  const name = request.method === 'GET' && url.origin === self.location.origin && nameOf(request, url)
  if (name) event.respondWith(fresh(request, name))
})
