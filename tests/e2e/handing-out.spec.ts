import { expect, type Page } from '@playwright/test'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

/** A household that has answered, so that no other test needs its code; each project has its own. */
const openHousehold = async (page: Page): Promise<string> => {
  await page.goto(`${await roundPath(page, 'collecting')}/phat-phieu`)
  await look(page)
  await page.getByRole('link', { name: 'Cầu Tre' }).click()
  await page.getByLabel('Tình trạng').selectOption('answered')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await look(page)
  await page
    .getByRole('table')
    .getByRole('link')
    .nth(hasScripts() ? 0 : 1)
    .click()
  await look(page)
  return new URL(page.url()).pathname
}

const shownCode = async (page: Page, household: string): Promise<string> => {
  await visit(page, `${household}/ma`)
  return (await page.locator('.card-code').innerText()).replace('-', '')
}

test('a lost code is replaced: the old one says so, the new one opens', async ({ page, context }) => {
  await signedIn(context, 'mttq-bentrang')
  const household = await openHousehold(page)
  const old = await shownCode(page, household)
  await visit(page, `${household}/cap-lai`)
  await page.getByRole('button', { name: 'Cấp mã mới' }).click()
  await expect(page.getByText('Đã cấp mã mới; mã cũ không dùng được nữa.')).toBeVisible()
  const renewed = await shownCode(page, household)
  expect(renewed).not.toBe(old)
  await visit(page, `/p/${old}`, 410)
  await expect(page.getByRole('alert')).toContainText('Mã này đã được thay')
  await visit(page, `/p/${renewed}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Mã chưa đúng')
})

test('the papers of a village are files, and the message to copy names no household', async ({
  page,
  context,
}) => {
  await signedIn(context, 'mttq-bentrang')
  await page.goto(`${await roundPath(page, 'collecting')}/phat-phieu`)
  await page.getByRole('link', { name: 'Cầu Tre' }).click()
  const papers = [
    'Phiếu mã: 12 hộ một trang',
    'Thư ngỏ: Khổ A5',
    'Danh sách phát phiếu: Tệp PDF',
    'Danh sách phát phiếu: Tệp Excel',
  ]
  for (const name of papers) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
    const answer = await context.request.get(href ?? '')
    expect(answer.status(), name).toBe(200)
    expect(answer.headers()['content-disposition'], name).toContain('attachment')
  }
  await expect(page.getByLabel('Nội dung để chép')).toHaveValue(/thôn Cầu Tre/)
  const copy = page.getByRole('button', { name: 'Chép', exact: true })
  if (!hasScripts()) return expect(copy).toBeHidden()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await copy.click()
  await expect(page.getByText('Đã chép.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('thôn Cầu Tre')
})
