import { expect, test } from 'vitest'
import { sendSound } from '#app/http/sound.server.ts'

const sound = { kind: 'mp3', bytes: Buffer.from('0123456789') } as const
const ask = (range?: string) =>
  sendSound(new Request('http://localhost/am/x', { headers: range ? { Range: range } : {} }), sound)

test('a recording is sent whole, as sound, to be kept for good', async () => {
  const answer = ask()
  expect([answer.status, await answer.text()]).toEqual([200, '0123456789'])
  expect(answer.headers.get('Content-Type')).toBe('audio/mpeg')
  expect(answer.headers.get('Cache-Control')).toContain('immutable')
})

test('a phone that asks for parts gets them', async () => {
  for (const [range, part, where] of [
    ['bytes=0-1', '01', 'bytes 0-1/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ] as const) {
    const answer = ask(range)
    expect([answer.status, await answer.text(), answer.headers.get('Content-Range')]).toEqual([
      206,
      part,
      where,
    ])
  }
})

test('a range that makes no sense gets the whole recording', () => {
  for (const range of ['bytes=', 'bytes=9-1', 'bytes=99-', 'lines=1-2']) expect(ask(range).status).toBe(200)
})
