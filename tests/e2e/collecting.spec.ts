import { expect, type Page } from '@playwright/test'
import { passwordOf } from './place.ts'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test } from './visit.ts'

/** Each project collects in a village of its own: a collector, and a cadre where no other test answers. */
const here = () =>
  hasScripts() ? { user: 'to-benche', village: 'Bến Chè' } : { user: 'mttq-bentrang', village: 'Vườn Cam' }

/** The households of the village that have not answered. */
const openSilent = async (page: Page): Promise<void> => {
  await page.goto(`${await roundPath(page, 'collecting')}/thu`)
  await page.locator('.row-link', { hasText: here().village }).click()
  await page.getByRole('link', { name: 'Chỉ xem hộ chưa trả lời' }).click()
}

const answerAll = async (page: Page): Promise<void> => {
  const labels = page.locator('label[for$=".satisfied"]')
  // all() takes what is there already: the form has to have come first.
  await labels.first().waitFor()
  await page.locator('footer').waitFor()
  for (const label of await labels.all()) await label.click()
}

test('a collector notes a reason, enters a ballot, and has the next household at hand', async ({
  page,
  context,
}) => {
  await signedIn(context, here().user)
  await openSilent(page)
  await look(page)
  const tabs = page.getByRole('navigation', { name: 'Các phần của đợt' })
  await expect(tabs.locator('[aria-current]')).toBeInViewport({ ratio: 1 })
  expect((await tabs.boundingBox())?.height, 'tabs of a phone are one row').toBeLessThan(90)
  const row = page.locator('.door').last()
  const name = await row.locator('.row-name').innerText()
  await row.locator('summary').click()
  await row.getByRole('button', { name: 'Chưa gặp được' }).click()
  await expect(page.getByText('Đã ghi lý do.')).toBeVisible()
  await page.locator('.door', { hasText: name }).last().getByRole('link', { name: 'Nhập phiếu' }).click()
  await answerAll(page)
  await look(page)
  await page.getByRole('button', { name: 'Ghi phiếu' }).click()
  await expect(page.getByText(/^Đã ghi phiếu của hộ\. Mã biên nhận: /)).toBeVisible()
  await page.getByRole('link', { name: /^Hộ tiếp theo: / }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Phiếu của hộ: /)
})

test('a device passed round shows nothing of the last household, and is left with a password', async ({
  page,
  context,
}) => {
  await signedIn(context, here().user)
  await openSilent(page)
  const row = page.locator('.door').nth(-2)
  const name = await row.locator('.row-name').innerText()
  // Two households may have one name; a village has each number once.
  const number = /\d+/.exec(await row.locator('.soft').first().innerText())?.[0] ?? name
  await page.getByRole('link', { name: 'Chuyền máy tại cuộc họp' }).click()
  await page.getByLabel('Tìm hộ của mình').fill(number)
  await page.getByRole('button', { name: 'Tìm' }).click()
  await look(page)
  await page.locator('.row-link').last().click()
  await answerAll(page)
  await look(page)
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await expect(page.getByText('Xin chuyển máy cho hộ tiếp theo.')).toBeVisible()
  await expect(page.getByText(name)).toHaveCount(0)
  await look(page)
  await page.goBack()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.getByRole('link', { name: 'Hộ tiếp theo' }).click()
  await page.getByRole('link', { name: 'Kết thúc cuộc họp' }).click()
  await page.getByLabel(/^Mật khẩu của /).fill(passwordOf(here().user))
  await page.getByRole('button', { name: /^Kết thúc/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(here().village)
})
