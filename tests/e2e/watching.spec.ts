import { expect } from '@playwright/test'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

test('a round is watched by village, day and collector, and late villages can be seen alone', async ({
  page,
  context,
}) => {
  await signedIn(context, 'mttq-bentrang')
  const round = await roundPath(page, 'collecting')
  await visit(page, `${round}/theo-doi`)
  await expect(page.getByRole('heading', { level: 1, name: 'Theo dõi' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Tiến độ từng thôn' })).toBeVisible()
  if (hasScripts()) await expect(page.locator('figure.chart canvas')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Dấu hiệu cần người xem' }).click()
  await expect(page.getByRole('main')).toContainText('không phải kết luận về ai')
  await look(page)
})

test('a closed round shows the figures of its signs to the provincial Front', async ({ page, context }) => {
  await signedIn(context, 'mttq-tinh')
  const round = await roundPath(page, 'met')
  await visit(page, `${round}/theo-doi/dau-hieu`)
  await expect(page.getByRole('heading', { name: 'Tỷ lệ phiếu có người giúp, theo thôn' })).toBeVisible()
  await visit(page, `${round}/theo-doi/dau-hieu?lang=en`)
})

test('households are drawn by a number nobody chose, and one is asked', async ({ page, context }) => {
  await signedIn(context, 'mttq-tinh')
  const round = await roundPath(page, 'collecting')
  await visit(page, `${round}/theo-doi/goi-lai`)
  await page.getByRole('button', { name: 'Rút thăm' }).click()
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  await look(page)
  await page.getByLabel('Số ngẫu nhiên').fill('482913')
  await page.getByLabel('Số hộ').fill('10')
  await page.getByRole('button', { name: 'Rút thăm' }).click()
  await expect(page.getByText('Đã rút thăm 10 hộ.')).toBeVisible()
  await look(page)
  await page.getByRole('table', { name: 'Hộ trong danh sách gọi lại' }).getByRole('link').first().click()
  await look(page)
  await page.getByLabel('Gặp được, đã hỏi').check()
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('alert')).toContainText('Chọn cách mà hộ nói đã được hỏi.')
  await page.getByLabel('Có người đến tận nhà hỏi').check()
  await page.getByLabel('Có', { exact: true }).check()
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã lưu. Mời hỏi hộ tiếp theo.')).toBeVisible()
})
