import { expect, test } from 'vitest'
import { requestTextSize, textSizeCookie } from '#app/http/text-size.server.ts'

const request = (query: string, cookie = '') =>
  new Request(`http://localhost/p/FEC49V8269${query}`, { headers: { Cookie: cookie } })

test.each([
  ['', '', 'vua'],
  ['', 'lang=en; co=to', 'to'],
  ['?co=to', '', 'to'],
  ['?co=vua', 'co=to', 'vua'],
  ['?co=huge', '', 'vua'],
  ['', 'disco=to', 'vua'],
])('an address ending in "%s" with the cookies "%s" is read in the size %s', (query, cookie, size) => {
  expect(requestTextSize(request(query, cookie))).toBe(size)
})

test('only a size that is asked for is kept, and never anything else than a size', () => {
  expect(textSizeCookie(request('', 'co=to'))).toBeNull()
  expect(textSizeCookie(request('?co=to'))).toMatch(/^co=to; Path=\/; /)
  expect(textSizeCookie(request('?co=x%3Bphien%3D1'))).toMatch(/^co=vua; /)
})
