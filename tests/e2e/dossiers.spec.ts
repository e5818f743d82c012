import { expect } from '@playwright/test'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

test('a commune opens a dossier, sends a paper and takes the whole set along', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  await visit(page, '/ho-so')
  await visit(page, '/ho-so/moi')
  await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  await page.getByLabel('Danh hiệu').selectOption('commune-modern')
  await page.getByLabel('Năm đề nghị công nhận').fill(hasScripts() ? '2027' : '2028')
  await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
  await expect(page.getByText('Đã lập hồ sơ.')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: /^Tờ trình/ }).click()
  const file = { name: 'Tờ trình.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 tờ trình') }
  await page.getByLabel('Tệp', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Nộp tệp' }).click()
  await expect(page.getByText('Đã lưu tệp.')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Thay hoặc xóa' }).click()
  await look(page)
  const dossier = page.url().split('/giay/')[0] ?? ''
  const set = await page.request.get(`${dossier}/tron-bo.zip`)
  expect([set.status(), set.headers()['content-type']]).toEqual([200, 'application/zip'])
})
