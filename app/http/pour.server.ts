import type { Response as ExpressResponse } from 'express'

/** A reader that takes nothing for so long has gone away. Milliseconds. */
const PATIENCE_MS = 120_000

/**
 * Tells when a line takes more: true once it does, false where its reader went away or took nothing for too long. Listens
 * once for the whole answer, since what packs it on its way gives no listener back.
 */
function watchLine(res: ExpressResponse, patience: number): () => Promise<boolean> {
  let wake: (takesMore: boolean) => void = () => {}
  res.on('drain', () => wake(true))
  res.on('close', () => wake(false))
  return () =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, patience, false)
      wake = takesMore => {
        clearTimeout(timer)
        resolve(takesMore)
      }
    })
}

/**
 * Sends a stream no faster than its reader takes it, so that a large file never gathers in memory. What breaks off on its
 * way cuts the line: a download then fails instead of looking whole. Its source is told when the reader went away.
 */
export async function pour(
  stream: ReadableStream<Uint8Array>,
  res: ExpressResponse,
  patience: number = PATIENCE_MS,
): Promise<void> {
  const reader = stream.getReader()
  const takesMore = watchLine(res, patience)
  try {
    while (!res.destroyed) {
      const { done, value } = await reader.read()
      if (done) return void res.end()
      if (!res.write(value) && !(await takesMore())) break
    }
    res.destroy()
    await reader.cancel()
  } catch (error) {
    res.destroy()
    throw error
  }
}
