import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import compression from 'compression'
import express from 'express'
import { afterAll, expect, test } from 'vitest'
import { pour } from '#app/http/pour.server.ts'

const mebibyte = Buffer.alloc(1024 * 1024, 'Phiếu;1;2\r\n')
const app = express().use(compression())
const told = { taken: 0, cancelled: 0 }

/** So many chunks, then the end or a fault. */
const source = (chunks: number, fault: boolean) =>
  new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (told.taken < chunks) {
          told.taken += 1
          return controller.enqueue(mebibyte)
        }
        if (fault) return controller.error(new Error('the database went away'))
        controller.close()
      },
      cancel() {
        told.cancelled += 1
      },
    },
    { highWaterMark: 0 },
  )

app.get('/:kind', (req, res) => {
  res.type(req.params.kind === 'packed' ? 'text/csv' : 'application/zip')
  pour(source(200, req.params.kind === 'broken'), res, 400).catch(() => {})
})
const server: Server = createServer(app)
server.listen(0)
await once(server, 'listening')
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = async (kind: string): Promise<IncomingMessage> => {
  Object.assign(told, { taken: 0, cancelled: 0 })
  const { port } = server.address() as AddressInfo
  const headers = kind === 'packed' ? { 'Accept-Encoding': 'gzip' } : {}
  const request = get({ port, path: `/${kind}`, headers })
  request.on('error', () => {})
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return answer
}
const bytesOf = async (answer: IncomingMessage): Promise<number> => {
  let bytes = 0
  for await (const chunk of answer) bytes += chunk.length
  return bytes
}

test('a stream arrives whole, packed or not', async () => {
  expect(await bytesOf(await ask('whole'))).toBe(200 * mebibyte.length)
  expect(await bytesOf(await ask('packed'))).toBeGreaterThan(0)
  expect(told).toEqual({ taken: 200, cancelled: 0 })
})

test('a reader that takes nothing is not read ahead for, and after a while its source is told', async () => {
  const answer = await ask('whole')
  answer.pause()
  await pause(200)
  expect(told.taken).toBeLessThan(50)
  await pause(500)
  expect(told.cancelled).toBe(1)
  answer.destroy()
})

test('a reader that goes away ends the source', async () => {
  const answer = await ask('whole')
  answer.destroy()
  await expect.poll(() => told.cancelled).toBe(1)
})

test('what breaks off does not look whole', async () => {
  await expect(bytesOf(await ask('broken'))).rejects.toThrow()
})
