import { expect } from '@playwright/test'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

test('everybody finds a round by its verdict, its villages by content, and its data', async ({ page }) => {
  await visit(page, '/ket-qua?ket-luan=chua-dat')
  await page.getByRole('main').getByRole('link', { name: 'Xã Suối Ngân' }).click()
  await page.getByRole('link', { name: 'Xem câu trả lời theo thôn, từng nội dung' }).click()
  await page.getByLabel('Nội dung').selectOption('environment')
  await page.getByRole('button', { name: 'Xem' }).click()
  await look(page)
  const href = (await page.getByRole('link', { name: 'Tải .csv' }).getAttribute('href')) ?? ''
  const csv = await page.request.get(href)
  expect(csv.headers()['x-robots-tag']).toBeUndefined()
  expect(await csv.text()).toContain(';tong;')
  const again = await page.request.get(href, { headers: { 'If-None-Match': csv.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})

test('staff take the ballots out, and find rows and hash on the list', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  await visit(page, '/xuat')
  const format = hasScripts() ? 'csv' : 'xlsx'
  const href = (await page.locator(`a[href*="phieu.${format}"]`).getAttribute('href')) ?? ''
  expect((await page.request.get(href)).status()).toBe(200)
  await page.reload()
  await look(page)
  await expect(page.getByRole('row', { name: new RegExp(format.toUpperCase()) }).first()).toContainText(
    'Hoàn tất',
  )
})
