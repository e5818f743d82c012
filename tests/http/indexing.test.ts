import { expect, test } from 'vitest'
import { isIndexed } from '#app/http/indexing.server.ts'

test('search engines may list results, the method and the start page', () => {
  for (const path of [
    '/',
    '/ket-qua',
    '/ket-qua/a1',
    '/ket-qua/a1/thon',
    '/ket-qua/nhieu-xa/b2',
    '/phuong-phap',
  ])
    expect(isIndexed(path), path).toBe(true)
})

test('no page of a household, of staff, nor what was typed or replaced, is listed', () => {
  const kept = ['/p', '/p/ABCDE-12345', '/dot/a1', '/dang-nhap', '/xuat', '/gop-y/a1', '/ket-quaz']
  for (const path of [...kept, '/ket-qua/a1/bien-nhan', '/ket-qua/a1/ban/1'])
    expect(isIndexed(path), path).toBe(false)
})
