import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Sends in chunks, without saying how much will come. */
  readonly chunked?: boolean
}

/** Unlike fetch this sends a path and headers exactly as given. */
export const askServer = (port: number, path: string, asking: Asking = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, chunked = false } = asking
    const length = body === undefined || chunked ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const asked = httpRequest(
      { port, path, method, headers: { ...length, ...headers }, agent: false },
      answer => {
        const parts: Buffer[] = []
        answer.on('data', part => parts.push(part))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
