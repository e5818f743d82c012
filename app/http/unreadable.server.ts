import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { LONGEST_URL } from './security.server.ts'
import { type TroubleStatus, troublePage } from './trouble-page.server.ts'

const phrases = {
  400: 'Bad Request',
  408: 'Request Timeout',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
} as const

type UnreadableStatus = keyof typeof phrases & TroubleStatus

interface ClientError extends Error {
  readonly code?: string
  readonly rawPacket?: Buffer
}

/** Answers what Node's parser could not read as HTTP; of such a request nothing is known, its language included. */
export function answerUnreadable(error: ClientError, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = statusOf(error)
  const page = troublePage({ status, language: 'vi', requestId: randomBytes(6).toString('hex') })
  const head = [
    `HTTP/1.1 ${status} ${phrases[status]}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(page)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${page}`)
}

function statusOf({ code, rawPacket }: ClientError): UnreadableStatus {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  if (code !== 'HPE_HEADER_OVERFLOW') return 400
  const firstLine = rawPacket?.indexOf('\r\n') ?? 0
  return firstLine === -1 || firstLine > LONGEST_URL ? 414 : 431
}
