import { expect, test } from 'vitest'
import { localPath } from '#app/http/local-path.server.ts'

test('a page of ours is kept with its query', () => {
  expect(localPath('/dot/abc/thu?thon=x&tim=V%C3%A2n')).toBe('/dot/abc/thu?thon=x&tim=V%C3%A2n')
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\\/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/dot\r\nSet-Cookie: a=b',
  '/\t/evil.example',
  'dot/moi',
  '/.//evil.example',
  `/${'a'.repeat(600)}`,
  '',
])('“%s” leads nowhere', raw => {
  expect(localPath(raw)).toBeNull()
})
