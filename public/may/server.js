/** Milliseconds after which an answer is no longer waited for. */
const PATIENCE = 30000

const withPatience = async (path, options) => {
  if (typeof AbortController === 'undefined') return fetch(path, options)
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), PATIENCE)
  try {
    return await fetch(path, Object.assign({ signal: ending.signal }, options))
  } finally {
    clearTimeout(timer)
  }
}

const isSignIn = response => response.status === 401 || /\/dang-nhap(\?|$)/.test(response.url)

const bodyOf = async response => {
  try {
    return await response.json()
  } catch (_unreadable) {
    return null
  }
}

const refusalOf = (status, body) => {
  const code = body && typeof body.error === 'string' ? body.error : null
  if (code === 'session-ended') return { kind: 'signed-out' }
  if (code === 'campaign-not-collecting') return { kind: 'closed' }
  return status >= 500 || status === 429 || code === null
    ? { kind: 'unreachable' }
    : { kind: 'refused', code }
}

/** Asks for JSON: `ok` with the body, or why not: `signed-out`, `closed`, `refused` (with a code), `unreachable`. */
const ask = async (path, options) => {
  try {
    const response = await withPatience(path, Object.assign({ cache: 'no-store' }, options))
    if (isSignIn(response)) return { kind: 'signed-out' }
    const body = await bodyOf(response)
    return response.ok && body ? { kind: 'ok', body } : refusalOf(response.status, body)
  } catch (_unreachable) {
    return { kind: 'unreachable' }
  }
}

const personIn = html => {
  const data = new DOMParser().parseFromString(html, 'text/html').getElementById('may-data')
  return data ? JSON.parse(data.textContent).collector : null
}

/** Who is signed in now, read from the page itself: it may have changed in another tab. */
const whoIs = async base => {
  try {
    const response = await withPatience(base, { cache: 'no-store' })
    if (isSignIn(response)) return { kind: 'signed-out' }
    if (response.status === 403) return { kind: 'refused', code: 'forbidden' }
    const person = response.ok ? personIn(await response.text()) : null
    return person ? { kind: 'ok', person } : { kind: 'unreachable' }
  } catch (_unreachable) {
    return { kind: 'unreachable' }
  }
}

/** The addresses under `/dot/:id/may`. */
export const serverAt = base => ({
  whoIs: () => whoIs(base),
  villages: () => ask(`${base}/thon`),
  village: id => ask(`${base}/du-lieu?thon=${encodeURIComponent(id)}`),
  send: (device, items) =>
    ask(`${base}/gui`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ device, items }),
    }),
})
