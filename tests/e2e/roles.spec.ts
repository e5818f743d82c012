import { expect, type Page } from '@playwright/test'
import { roundPath, rounds } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

const button = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

test('the cadre of a draft may fill and open it', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  await visit(page, '/dot')
  await visit(page, await roundPath(page, 'draft'))
  await expect(button(page, 'Nhập danh sách hộ')).toBeVisible()
  await button(page, 'Xem và mở đợt').click()
  await look(page)
})

test('the cadre of a round that collects sees participation and no answers', async ({ page, context }) => {
  await signedIn(context, 'mttq-bentrang')
  await visit(page, await roundPath(page, 'collecting'))
  await expect(button(page, 'Thu phiếu của hộ')).toBeVisible()
  await expect(button(page, 'Khóa thu phiếu')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Hài lòng chung')
  await button(page, 'Khóa thu phiếu').click()
  await look(page)
  await expect(page.getByText('Chưa hết ngày cuối của đợt')).toBeVisible()
})

test('a village team sees its own villages alone', async ({ page, context }) => {
  await signedIn(context, 'to-doimo')
  await visit(page, '/dot')
  const path = await roundPath(page, 'collecting')
  await visit(page, path)
  const main = page.getByRole('main')
  await expect(main).toContainText('Gốc Gạo')
  await expect(main).not.toContainText('Bến Chè')
  await expect(button(page, 'Khóa thu phiếu')).toHaveCount(0)
  await visit(page, `${path}/thu`)
  await visit(page, `${path}/khoa`, 403)
})

const results = [
  { round: 'met', cadre: 'mttq-bentrang', says: 'Mọi yêu cầu của bộ quy tắc đều đạt.' },
  { round: 'notMet', cadre: 'mttq-suoingan', says: 'Chưa đạt, vì:' },
  { round: 'close', cadre: 'mttq-donggam', says: 'Chưa nói được' },
  { round: 'noBasis', cadre: 'mttq-donggam', says: 'Chưa có căn cứ kết luận' },
] as const

for (const { round, cadre, says } of results)
  test(`the results of a closed round say what they rest on: ${says}`, async ({ page, context }) => {
    await signedIn(context, cadre)
    await visit(page, `${await roundPath(page, round)}/ket-qua`)
    await expect(page.getByRole('main')).toContainText(says)
    await expect(page.getByText('Tỷ lệ của riêng câu hỏi chung')).toBeVisible()
    await expect(page.locator('figure.bars').first()).toBeVisible()
  })

for (const user of ['mttq-tinh', 'thamtra'])
  test(`${user} follows every round and changes none`, async ({ page, context }) => {
    await signedIn(context, user)
    await visit(page, '/dot')
    await expect(button(page, 'Lập đợt mới')).toHaveCount(0)
    const draft = await roundPath(page, 'draft')
    const closed = await roundPath(page, 'met')
    await visit(page, draft)
    await expect(button(page, 'Xem và mở đợt')).toHaveCount(0)
    for (const refused of ['/mo', '/danh-sach', '/thu'])
      expect((await page.request.get(draft + refused)).status(), refused).toBe(403)
    await visit(page, closed)
    await visit(page, `${closed}/ket-qua`)
    expect((await page.request.get(`${closed}/bao-cao.docx`)).status()).toBe(200)
    expect((await page.request.get('/dot/moi')).status()).toBe(403)
    expect((await page.request.get('/quan-tri')).status()).toBe(403)
  })

test('the people’s committee, judged by the count, reads closed results alone', async ({ page, context }) => {
  await signedIn(context, 'ubnd-bentrang')
  await visit(page, '/dot')
  const main = page.getByRole('main')
  await expect(main.getByText(rounds.collecting)).toBeVisible()
  await expect(main.getByRole('link', { name: rounds.collecting })).toHaveCount(0)
  await visit(page, await roundPath(page, 'met'))
  await expect(main).toContainText('Mọi yêu cầu của bộ quy tắc đều đạt.')
})

test('a round that collects gives its results to nobody', async ({ page, context, browser }) => {
  await signedIn(context, 'mttq-bentrang')
  const path = await roundPath(page, 'collecting')
  const other = await browser.newContext()
  await signedIn(other, 'ubnd-bentrang')
  expect((await other.request.get(path)).status()).toBe(409)
  await other.close()
  await visit(page, `${path}/ket-qua`, 409)
  expect((await page.request.get(`${path}/bao-cao.docx`)).status()).toBe(409)
  expect([404, 409]).toContain((await page.request.get(path.replace('/dot/', '/ket-qua/'))).status())
})

test('the administrator keeps accounts and sees no round', async ({ page, context }) => {
  await signedIn(context, 'thamtra')
  const closed = await roundPath(page, 'met')
  await context.clearCookies()
  await signedIn(context, 'quantri')
  await page.goto('/dot')
  await expect(page).toHaveURL('/quan-tri')
  await look(page)
  expect((await page.request.get(`${closed}/ket-qua`)).status()).toBe(403)
})

test('everybody may list and read the closed rounds', async ({ page }) => {
  await visit(page, '/ket-qua')
  await page.getByRole('main').getByRole('link', { name: 'Xã Suối Ngân' }).click()
  await look(page)
  await expect(page.getByText('Chưa đạt, vì:')).toBeVisible()
})

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('the results draw their chart where scripts run, and bars where none do', async ({
    page,
    context,
  }) => {
    await signedIn(context, 'mttq-suoingan')
    const path = await roundPath(page, 'notMet')
    await page.goto(`${path}/ket-qua`)
    const drawn = page.locator('figure.chart:not(.waiting) canvas')
    await expect(drawn).toHaveCount(hasScripts() ? 1 : 0)
    await expect(page.locator('figure.bars')).toHaveCount(hasScripts() ? 0 : 1)
    if (hasScripts()) await expect(drawn).toBeVisible()
    await look(page)
  })

  test('the front page, a list, a round and public results fit', async ({ page, context }) => {
    await visit(page, '/')
    await signedIn(context, 'mttq-bentrang')
    await visit(page, '/dot')
    const collecting = await roundPath(page, 'collecting')
    await visit(page, collecting)
    await visit(page, (await roundPath(page, 'met')).replace('/dot/', '/ket-qua/'))
  })
})
