import { expect, it } from 'vitest'
import { queryBeside } from '#app/http/language.server.ts'

it.each([
  ['/tham-tra', ''],
  ['/tham-tra?lang=en&tim=%C4%90%E1%BB%93ng&trang=2', 'tim=%C4%90%E1%BB%93ng&trang=2'],
  ['/tham-tra/1?xong=y-kien&co=to', ''],
])('%s asks beside the language for "%s"', (address, query) => {
  expect(queryBeside(new Request(`http://localhost${address}`))).toBe(query)
})
