import { pathToFileURL } from 'node:url'
import { type Browser, expect, type Page } from '@playwright/test'
import { unzipSync, zipSync } from 'fflate'
import { roundPath } from './rounds.ts'
import { newSigner, signOn } from './signers.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

/** A dossier goes through verification once, and the verifier of packs is a script. */
const once = () => test.skip(!hasScripts(), 'a round is verified once')

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first().click()

/** Looks at a page on a desk. */
const lookWide = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await look(page)
  await page.setViewportSize({ width: 360, height: 640 })
}

/** Looks at a page on a phone and on a desk. */
const lookTwice = async (page: Page): Promise<void> => {
  await look(page)
  await lookWide(page)
}

/** Every part that the list at the top names is on the page. */
const partsAreThere = async (page: Page): Promise<void> => {
  const links = await page.getByRole('navigation', { name: 'Trên trang này' }).getByRole('link').all()
  expect(links.length).toBeGreaterThan(4)
  for (const link of links) await expect(page.locator(`h2${await link.getAttribute('href')}`)).toHaveCount(1)
}

/** The commune's own browser, its round of long ago posted and handed in. */
const handedIn = async (browser: Browser) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
  await signedIn(context, 'mttq-suoingan')
  const page = await context.newPage()
  const path = await roundPath(page, 'notMet')
  const days = { startsOn: '2022-07-25', days: '5', daysDocument: 'KH 12' }
  const form = { ...days, atCommune: 'yes', contact: 'MTTQ xã' }
  await page.request.post(`${path}/niem-yet/sua`, { form })
  await page.request.post(`${path}/niem-yet/ket-thuc`, { form: { confirm: 'yes' } })
  return { page, path }
}

test('a dossier is commented, sent back, handed in again, accepted and signed by two', async ({
  browser,
}) => {
  once()
  const [commune, first, second] = await Promise.all([
    handedIn(browser),
    newSigner(browser, 'Người thẩm tra thứ nhất'),
    newSigner(browser, 'Người thẩm tra thứ hai'),
  ])
  const page = await first.context.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  const path = commune.path.replace('/dot/', '/tham-tra/')
  await page.goto('/tham-tra?tim=suoi+ngan')
  await look(page)
  await page.locator(`main a[href="${path}"]`).click()
  // On a phone its evaluation is looked at below, which is most of it.
  await lookWide(page)
  await partsAreThere(page)

  await press(page, 'Ghi ý kiến')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
  await page.getByLabel('Ý kiến', { exact: true }).fill('Thiếu chữ ký ở biên bản')
  await page.getByLabel('Phải giải quyết trước khi chấp nhận').check()
  await press(page, 'Ghi ý kiến')
  await expect(page.getByText('Đã ghi ý kiến.')).toBeVisible()

  await follow(page, 'Trả lại để bổ sung')
  await press(page, 'Trả lại hồ sơ')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2)
  await lookTwice(page)
  await page.getByLabel('Vì sao trả lại').fill('Biên bản thôn Hang Én thiếu chữ ký')
  await page.getByLabel('Hạn bổ sung').fill('2099-12-31')
  await press(page, 'Trả lại hồ sơ')
  await expect(page.getByText('Đã trả lại hồ sơ cho xã.')).toBeVisible()

  await commune.page.goto(`${commune.path}/tham-tra`)
  await look(commune.page)
  await commune.page.getByLabel('Đã bổ sung, sửa những gì').fill('Đã ký đủ')
  await press(commune.page, 'Gửi lại thẩm tra')
  await expect(commune.page.getByText('Đã gửi lại thẩm tra.')).toBeVisible()

  await page.goto(`${path}/chap-nhan`)
  await expect(page.getByText('Còn 1 ý kiến phải giải quyết')).toBeVisible()
  await page.goto(path)
  await press(page, 'Ghi là đã giải quyết')
  await follow(page, 'Chấp nhận hồ sơ')
  await press(page, 'Chấp nhận, lập văn bản thẩm tra')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2)
  await lookTwice(page)
  await page.getByLabel('Kết luận thẩm tra').fill('Đủ điều kiện đưa vào hồ sơ')
  await page.getByLabel(/^Tôi đã đọc/).check()
  await press(page, 'Chấp nhận, lập văn bản thẩm tra')
  await expect(page.getByText('Đã lập văn bản thẩm tra. Hai người cần ký.')).toBeVisible()

  await follow(page, 'Ký văn bản thẩm tra')
  await press(page, 'Ký')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
  await lookTwice(page)
  await signOn(page, first)
  await expect(page.getByText('Đã ký.')).toBeVisible()
  const other = await second.context.newPage()
  await other.goto(`${path}/ky`)
  await signOn(other, second)
  await expect(other.getByText('Đã ký.')).toBeVisible()

  const note = await page.request.get(`${path}/van-ban.docx`)
  expect([note.status(), (await note.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
  for (const { context } of [first, second]) await context.close()
  await commune.page.context().close()
})

test('the audit log and the evaluation of a round are read on a phone', async ({ page, context }) => {
  once()
  await signedIn(context, 'mttq-tinh')
  const path = await roundPath(page, 'notMet')
  await visit(page, `${path}/danh-gia`)
  await partsAreThere(page)
  await page.goto('/nhat-ky')
  await page.locator('details > summary').filter({ hasText: 'Lọc nhật ký' }).click()
  await page.getByLabel('Người làm').fill('suoi ngan')
  await page.getByLabel('Loại việc').selectOption({ label: 'Kiểm phiếu, lô phiếu giấy' })
  await page.getByLabel('Từ ngày').fill('2022-07-01')
  await page.getByLabel('Đến ngày').fill('2022-07-31')
  await press(page, 'Lọc')
  await look(page)
  await visit(page, '/nhat-ky/dot')
  await visit(page, `/nhat-ky?dot=${path.split('/')[2]}`)
  await expect(page.getByText('Bỏ chọn đợt')).toBeVisible()
})

test('the verifier’s page agrees with a pack and names the file that was changed', async ({
  page,
  context,
}) => {
  once()
  await signedIn(context, 'mttq-tinh')
  const pack = await page.request.get(`${await roundPath(page, 'noBasis')}/ho-so-so-lieu.zip`)
  const bytes = await pack.body()
  await page.goto(pathToFileURL('build/verify.html').href)
  await look(page)
  const give = (buffer: Buffer) =>
    page.locator('#file').setInputFiles({ name: 'goi.zip', mimeType: 'application/zip', buffer })
  await give(bytes)
  await expect(page.locator('#outcome')).toHaveText('Mọi thứ khớp')
  await look(page)
  await press(page, 'Kiểm tra gói khác')
  const files = unzipSync(bytes)
  const changed = Buffer.from(files['data/ballots.csv'] ?? [])
  changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1
  await give(Buffer.from(zipSync({ ...files, 'data/ballots.csv': changed })))
  await expect(page.getByRole('main')).toContainText('data/ballots.csv')
  await look(page)
})
