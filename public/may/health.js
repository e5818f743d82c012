const MARK = 'long-dan-may'

/** Below so many bytes the browser may soon refuse to write. */
const LOW = 20 * 1024 * 1024

/** Asks the browser not to throw our data away when the device fills up. */
export const askToPersist = async () => {
  try {
    const { storage } = navigator
    return (await storage.persisted()) || (await storage.persist())
  } catch (_refused) {
    return false
  }
}

/** Megabytes left as text when they are few, else null. */
export const lowSpace = async () => {
  try {
    const { quota, usage } = await navigator.storage.estimate()
    const left = quota - usage
    return left < LOW ? `${Math.max(0, Math.floor(left / 1048576))} MB` : null
  } catch (_unknown) {
    return null
  }
}

/** A number outside the store: how many items waited. It tells a store that was emptied from one that was never used. */
export const noteWaiting = count => {
  try {
    localStorage.setItem(MARK, String(count))
  } catch (_refused) {
    // Only the warning is lost.
  }
}

export const notedWaiting = () => {
  try {
    return Number(localStorage.getItem(MARK) || 0)
  } catch (_refused) {
    return 0
  }
}
