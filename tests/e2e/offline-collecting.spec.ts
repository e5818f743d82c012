import { expect, type Page, test as plain } from '@playwright/test'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

const collector = 'to-doimo'

const open = async (page: Page): Promise<string> => {
  const path = `${await roundPath(page, 'collecting')}/may`
  await page.goto(path)
  await expect(page.locator('.may-line')).toBeVisible()
  return path
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('link', { name }).click()

const download = async (page: Page, village: string): Promise<void> => {
  await follow(page, 'Tải thôn về máy')
  await page.getByLabel(village).check()
  await look(page)
  await press(page, 'Tải về máy')
  await expect(page.getByText('Đã tải về máy.')).toBeVisible()
}

const answer = async (page: Page): Promise<void> => {
  await page.locator('fieldset.q').first().waitFor()
  for (const question of await page.locator('fieldset.q:not(.may-means)').all())
    await question.getByText('Hài lòng', { exact: true }).click()
}

const badgeOf = (page: Page, door: string) => page.locator('.row').filter({ hasText: door }).locator('.badge')

/** The name of a waiting household in the list shown, counted from its end: other tests take theirs from the beginning. */
const nameHere = async (page: Page, fromEnd: number): Promise<string> => {
  await page.getByLabel('Chỉ hộ chưa có phiếu').check()
  const text = (await page.locator('.may-door:visible').allInnerTexts()).at(-fromEnd)
  if (!text) throw new Error('no household waits')
  return text.split('\n')[0] ?? text
}

const nameAt = async (page: Page, village: string, fromEnd: number): Promise<string> => {
  await follow(page, new RegExp(`^${village} `))
  return nameHere(page, fromEnd)
}

const enter = async (page: Page, name: string): Promise<void> => {
  await page.locator('.may-door:visible').filter({ hasText: name }).last().click()
  await answer(page)
  await press(page, 'Lưu phiếu')
}

test('a village collected without a network, through reloads, ends with exactly its ballots recorded', async ({
  page,
  context,
}) => {
  test.skip(!hasScripts(), 'collecting without a network is a script')
  await signedIn(context, collector)
  await open(page)
  await expect(page.locator('#may-ready')).toContainText('mở lại được khi không có mạng')
  await look(page)
  await download(page, 'Gốc Gạo')
  await context.setOffline(true)
  await page.reload()
  const first = await nameAt(page, 'Gốc Gạo', 1)
  await look(page)
  await page.locator('.may-door:visible').filter({ hasText: first }).last().click()
  await press(page, 'Lưu phiếu')
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  await look(page)
  await answerHalf(page)
  await page.reload()
  await expect(page.locator('fieldset.q:not(.may-means) input:checked')).toHaveCount(2)
  await answer(page)
  await press(page, 'Lưu phiếu')
  await expect(page.getByText('Đã lưu phiếu trên máy.')).toBeVisible()
  await page.reload()
  await expect(badgeOf(page, first)).toHaveText('Chưa gửi')
  const second = await nameHere(page, 1)
  await noteAbsent(page, second)
  await context.setOffline(false)
  await expect(badgeOf(page, first)).toHaveText('Đã ghi nhận')
  await expect(badgeOf(page, second)).toHaveText('Vắng nhà dài ngày')
  const { doors } = await listed(page)
  expect(doors.filter(({ name }) => name === first).map(({ channel }) => channel)).toContain('visit')
  expect(doors.filter(({ name }) => name === second).map(({ outcome }) => outcome)).toContain('absent')
  await page.goto(`${page.url().split('#')[0]}#gui`)
  await expect(page.getByText('Đã ghi nhận: 2')).toBeVisible()
  await look(page)
})

const noteAbsent = async (page: Page, name: string): Promise<void> => {
  await page.locator('.may-door:visible').filter({ hasText: name }).last().click()
  await page.getByText('Không lấy được ý kiến của hộ?').click()
  await press(page, 'Vắng nhà dài ngày')
  await expect(page.getByText('Đã lưu trên máy: Vắng nhà dài ngày.')).toBeVisible()
}

type Listed = {
  readonly doors: readonly {
    readonly name: string
    readonly channel: string | null
    readonly outcome: string | null
  }[]
}

/** What the server says of the village shown. */
const listed = async (page: Page): Promise<Listed> => {
  const [path = '', hash = ''] = page.url().split('#')
  return (await page.request.get(`${path}/du-lieu?thon=${hash.split('/')[1]}`)).json()
}

/** Two answers, kept as a draft. */
const answerHalf = async (page: Page): Promise<void> => {
  for (const question of (await page.locator('fieldset.q:not(.may-means)').all()).slice(0, 2))
    await question.getByText('Chưa hài lòng', { exact: true }).click()
  await expect(page.getByText('Phiếu đang nhập được giữ trên máy.')).toBeVisible()
}

test('at a meeting the next household finds nothing of the last one', async ({ page, context }) => {
  test.skip(!hasScripts(), 'collecting without a network is a script')
  await signedIn(context, collector)
  await open(page)
  await download(page, 'Đồi Mơ')
  const name = await nameAt(page, 'Đồi Mơ', 1)
  await follow(page, 'Thu tại cuộc họp')
  await expect(page.getByRole('link', { name })).toHaveCount(0)
  await page.getByLabel('Tên chủ hộ hoặc số hộ').fill(name)
  await look(page)
  await page.locator('.may-door').filter({ hasText: name }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await answer(page)
  await look(page)
  await press(page, 'Gửi phiếu')
  await expect(page.getByRole('heading', { name: 'Cảm ơn đã trả lời' })).toBeVisible()
  await expect(page.locator('.code')).toHaveText(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
  await look(page)
  await page.goBack()
  await expect(page.locator('main')).not.toContainText(name)
  await expect(page.locator('input:checked')).toHaveCount(0)
  expect(await page.locator('main').innerHTML()).not.toContain(name)
})

test('a browser that keeps nothing says so and records only what the server signed', async ({
  page,
  context,
}) => {
  test.skip(!hasScripts(), 'collecting without a network is a script')
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await signedIn(context, collector)
  await open(page)
  await expect(page.getByText('Trình duyệt không cho lưu trên máy')).toBeVisible()
  await look(page)
  await download(page, 'Đồi Mơ')
  const name = await nameAt(page, 'Đồi Mơ', 3)
  await page.locator('.may-door:visible').filter({ hasText: name }).last().click()
  await answer(page)
  await context.setOffline(true)
  await page.route('**/may', route => route.fulfill({ status: 200, body: '' }))
  await press(page, 'Lưu phiếu')
  await expect(page.getByText('Phiếu chưa được lưu và chưa được ghi nhận.')).toBeVisible()
  await context.setOffline(false)
  await page.unroute('**/may')
  await press(page, 'Lưu phiếu')
  await expect(page.getByText('Máy chủ đã ghi nhận phiếu. Mã biên nhận:')).toBeVisible()
})

/** Without the guard against console errors: a browser complains of an answer that never comes. */
plain(
  'a reply lost on the way is asked for again: one ballot, the same receipt',
  async ({ page, context }) => {
    plain.skip(!hasScripts(), 'collecting without a network is a script')
    await signedIn(context, collector)
    await open(page)
    await download(page, 'Gốc Gạo')
    const name = await nameAt(page, 'Gốc Gạo', 5)
    const receipts: string[] = []
    await context.route('**/may/gui', async route => {
      const reply = await route.fetch()
      receipts.push((await reply.json()).results[0].receipt)
      await (receipts.length === 1 ? route.abort() : route.fulfill({ response: reply }))
    })
    await enter(page, name)
    await expect(badgeOf(page, name)).toHaveText('Đã thử gửi, chờ xác nhận')
    await page.reload()
    await expect(badgeOf(page, name)).toHaveText('Đã ghi nhận')
    expect(receipts).toHaveLength(2)
    expect(receipts[1]).toBe(receipts[0])
  },
)

test('without scripts the page leads to the one that needs none', async ({ page, context }) => {
  test.skip(hasScripts(), 'where scripts run the page collects by itself')
  await signedIn(context, collector)
  const path = await roundPath(page, 'collecting')
  await visit(page, `${path}/may`)
  await page.getByRole('main').getByRole('link', { name: 'Thu phiếu có mạng' }).first().click()
  await expect(page).toHaveURL(/\/thu$/)
})
