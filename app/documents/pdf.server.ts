import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Content } from 'pdfmake/interfaces.js'
import { z } from 'zod'
import type { Day } from '#app/basics/day.ts'

/**
 * Pages to draw: plain data, since they go to another thread (no functions inside). Table layouts are `ruled`, `paper`,
 * `bare` and `cut`. A node with a `headlineLevel` is never the last thing on a page.
 */
export type Pages = {
  readonly title: string
  /** Dates the file; the same pages of the same day are the same bytes. */
  readonly madeOn: Day
  readonly size: 'A3' | 'A4' | 'A5'
  /** Upright where absent. A node may turn the pages from it on (`pageOrientation`). */
  readonly orientation?: 'landscape'
  /** Left, top, right, bottom, in points. */
  readonly margins: readonly [number, number, number, number]
  /** Of the text, in points. */
  readonly fontSize: number
  /** Whether pages from the second on carry their number. */
  readonly numbered: boolean
  /** Letters of the number and the notice as large as NĐ 30/2020/NĐ-CP has them in state papers; small where absent. */
  readonly stateHead?: true
  /** Said at the top of every page when what it shows is made up. */
  readonly notice: string | null
  /** Pictures of QR codes: the link of each by the name under which `content` shows it (`image: name`). */
  readonly codes: { readonly [name: string]: string }
  readonly content: readonly Content[]
}

const answerSchema = z.union([
  z.object({ id: z.number(), bytes: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), error: z.string() }),
])

type Waiting = { readonly settle: (bytes: Buffer) => void; readonly fail: (error: Error) => void }

type Press = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

let press: Press | null = null
let last = 0

// By the package's own name for its sources: the same file whether this runs built or as it stands.
const workerFile = () => createRequire(import.meta.url).resolve('#app/documents/pdf-worker.server.mjs')

/** Whatever was waiting fails with the thread, and the next paper starts another. */
const breakDown = (broken: Press, error: Error): void => {
  if (press === broken) press = null
  for (const one of broken.waiting.values()) one.fail(error)
  broken.waiting.clear()
}

const settle = ({ worker, waiting }: Press, message: unknown): void => {
  const answer = answerSchema.parse(message)
  const one = waiting.get(answer.id)
  waiting.delete(answer.id)
  // An idle thread keeps no program from ending.
  if (waiting.size === 0) worker.unref()
  if ('error' in answer) one?.fail(new Error(`a paper could not be drawn: ${answer.error}`))
  else one?.settle(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength))
}

const startPress = (): Press => {
  const started: Press = { worker: new Worker(workerFile()), waiting: new Map() }
  started.worker.on('message', message => settle(started, message))
  started.worker.on('error', error =>
    breakDown(started, error instanceof Error ? error : new Error(String(error))),
  )
  started.worker.on('exit', () => breakDown(started, new Error('the thread that draws papers ended')))
  return started
}

/**
 * Draws pages as a PDF file, in a thread of its own, one paper after the other. Throws when the pages cannot be drawn.
 * Set in Tinos, which has the measures of Times New Roman and every Vietnamese letter.
 */
export const renderPdf = (pages: Pages): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    press ??= startPress()
    last += 1
    press.waiting.set(last, { settle: resolve, fail: reject })
    press.worker.ref()
    press.worker.postMessage({ id: last, pages })
  })
