/** Addresses that this page needs to open again without a network: itself, its sheets, faces and scripts. */
const needed = () => {
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name)
  const linked = Array.from(document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"]')).map(
    one => one.href,
  )
  const own = `${location.origin}/`
  return Array.from(new Set(loaded.concat(linked)))
    .filter(address => address.indexOf(own) === 0)
    .map(address => address.slice(own.length - 1))
    .filter(path => path.indexOf('/assets/') === 0 || path.indexOf('/favicon') === 0)
}

const asked = (worker, message) =>
  new Promise(resolve => {
    const channel = new MessageChannel()
    const late = setTimeout(() => resolve(false), 20000)
    channel.port1.onmessage = event => {
      clearTimeout(late)
      resolve(event.data === 'kept')
    }
    worker.postMessage(message, [channel.port2])
  })

/** Tells when a newer version waits; `use` puts it in place and loads the page again. */
const watchUpdates = (registration, onUpdate) => {
  const offer = worker => {
    if (!worker || !navigator.serviceWorker.controller) return
    const use = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      worker.postMessage({ kind: 'use' })
    }
    onUpdate(use)
  }
  offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    if (coming)
      coming.addEventListener('statechange', () => {
        if (coming.state === 'installed') offer(coming)
      })
  })
}

/**
 * Starts the service worker and asks it to keep this page. True when the page will open without a network, false where
 * the browser has no workers or refuses.
 */
export const keepPage = async ({ onUpdate }) => {
  if (!navigator.serviceWorker) return false
  try {
    const registration = await navigator.serviceWorker.register('/sw.js')
    const ready = await navigator.serviceWorker.ready
    watchUpdates(registration, onUpdate)
    if (document.fonts) await document.fonts.ready
    return await asked(ready.active, { kind: 'keep', page: location.pathname, files: needed() })
  } catch (_refused) {
    return false
  }
}
