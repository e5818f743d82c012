import { expect } from '@playwright/test'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

/** Rules that no round of the demonstration rests on, of a title for each project. */
const rules = () => `/quy-tac/hd90-2022/${hasScripts() ? 'commune-model' : 'village-model'}`

test('the province confirms a value by its document; every version stays to be read', async ({
  page,
  context,
}) => {
  await signedIn(context, 'mttq-tinh')
  await visit(page, '/quy-tac')
  await visit(page, rules())
  const form = page.locator('details').filter({ has: page.locator('[name="value.overallThreshold"]') })
  await form.locator('summary').click()
  await form.getByRole('button', { name: 'Xác nhận, lập bản mới' }).click()
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  await look(page)
  await form.getByLabel('Giá trị trong văn bản').fill('90')
  await form.getByLabel('Số, ký hiệu văn bản').fill('01/HD-MTTQ-BTT')
  await form.getByLabel('Ngày văn bản').fill('2023-02-01')
  await form.getByRole('button', { name: 'Xác nhận, lập bản mới' }).click()
  await expect(page.getByText('Đã xác nhận.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('01/HD-MTTQ-BTT (01/02/2023)')
  await expect(page.getByText('Bản có sẵn trong phần mềm.')).toBeVisible()
  await look(page)
})

test('a cadre reads the rules and confirms none', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  await visit(page, '/quy-tac/hd90-2022/commune-standard')
  await expect(page.getByRole('button', { name: 'Xác nhận, lập bản mới' })).toHaveCount(0)
  const form = { key: 'overallThreshold', version: '1', 'value.overallThreshold': '1' }
  expect((await page.request.post('/quy-tac/hd90-2022/commune-standard', { form })).status()).toBe(403)
})

test('the method can be read by everybody', async ({ page }) => {
  await visit(page, '/phuong-phap')
  await visit(page, '/phuong-phap?lang=en')
})

test('two rounds stand side by side only where they can be compared', async ({ page, context }) => {
  await signedIn(context, 'mttq-tinh')
  const idOf = async (name: 'met' | 'notMet' | 'noBasis') => (await roundPath(page, name)).split('/')[2] ?? ''
  const [met, notMet, noBasis] = [await idOf('met'), await idOf('notMet'), await idOf('noBasis')]
  await context.clearCookies()
  await visit(page, '/so-sanh')
  await page.locator('[name="a"]').selectOption(met)
  await page.locator('[name="b"]').selectOption(notMet)
  await page.locator('form').getByRole('button').click()
  await look(page)
  await expect(page.getByRole('main').getByRole('table').first()).toBeVisible()
  await visit(page, `/so-sanh?a=${met}&b=${noBasis}`)
  await expect(page.getByRole('main')).toContainText(/không so sánh được/i)
  await visit(page, `/so-sanh?a=${met}`, 422)
})
