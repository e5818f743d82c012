import { expect } from '@playwright/test'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { look, test } from './visit.ts'

test('a paper is looked at before it is downloaded, also on a phone', async ({ page, context }) => {
  await signedIn(context, 'mttq-tinh')
  const path = await roundPath(page, 'noBasis')
  await page.goto(`${path}/giay-to`)
  await look(page)
  expect((await page.request.get(`${path}/bao-cao.pdf`)).headers()['content-type']).toBe('application/pdf')
  await page.getByRole('link', { name: 'Xem trước: Báo cáo kết quả' }).click()
  await expect(page.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBeVisible()
  await page.setViewportSize({ width: 360, height: 640 })
  await look(page)
})

test('the province looks at its own words on a made-up paper', async ({ page, context }) => {
  await signedIn(context, 'mttq-tinh')
  await page.goto('/giay-to/thong-bao')
  await page.locator('[name="letterhead"]').fill('MẶT TRẬN {TỈNH}\n{huyện}')
  await page.getByRole('button', { name: 'Xem thử' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toContainText('{huyện}')
  await page.locator('[name="letterhead"]').fill('MẶT TRẬN {XÃ}')
  await page.getByRole('button', { name: 'Xem thử' }).click()
  await expect(page.getByText('MẶT TRẬN XÃ SƠN LỘC', { exact: true })).toBeVisible()
  await page.setViewportSize({ width: 360, height: 640 })
  await look(page)
})
