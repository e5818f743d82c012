import { type BrowserContext, expect, type Page, test as plain } from '@playwright/test'
import { answerAll, questionsOf, receiptOn, sendBallot, tick } from './ballots.ts'
import { origin, takeCode } from './place.ts'
import { hasScripts, look, test, visit } from './visit.ts'

/** One initial window of a connection: what arrives without a second round trip. Bytes on the wire, headers included. */
const mostBytes = 14_600

/** Without the guard against console errors: a browser complains of every request that finds no network. */
const offline = plain.extend<{ readonly scripted: undefined }>({
  scripted: [
    async ({ page: _ }, use) => {
      plain.skip(!hasScripts(), 'without scripts a ballot needs the network')
      await use(undefined)
    },
    { auto: true },
  ],
})

const heading = (page: Page) => page.locator('h1')
const waiting = (page: Page) => page.locator('#cho h2:visible')
const ticked = (page: Page) => page.locator('fieldset.q input:checked')

/** A household's page whose copy for the time without a network is laid by. */
const openKept = async (page: Page, code: string): Promise<void> => {
  await page.goto(`/p/${code}`)
  await page.evaluate(async path => {
    await navigator.serviceWorker.ready
    while (!(await caches.match('/p.js')) || !(await caches.match(path)))
      await new Promise(done => setTimeout(done, 20))
  }, `/P/${code}`)
}

/** How many of the posts that these phones send are taken as a new ballot: those led to the receipt and not back. */
const countTakings = (contexts: readonly BrowserContext[]): { readonly taken: () => number } => {
  let taken = 0
  for (const context of contexts)
    context.on('response', response => {
      if (response.status() === 303 && response.headers().location?.endsWith('/bien-nhan')) taken += 1
    })
  return { taken: () => taken }
}

/** What a phone still holds of a household. */
const leftOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const kept = await caches.open('long-dan-phieu')
    const pages = (await kept.keys()).map(request => new URL(request.url).pathname)
    return [...Object.keys(localStorage), ...pages.filter(path => path !== '/p.js')]
  })

const receiptOf = async (page: Page, code: string): Promise<string> => {
  await page.goto(`/p/${code}`)
  return receiptOn(page)
}

test('the whole first visit fits the first window, and two requests make it usable', async ({ page }) => {
  test.skip(!hasScripts(), 'the visit with its script is the heavier one')
  const network = await page.context().newCDPSession(page)
  const asked: string[] = []
  let bytes = 0
  await network.send('Network.enable')
  network.on('Network.requestWillBeSent', ({ request }) => asked.push(new URL(request.url).pathname))
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const code = takeCode()
  await openKept(page, code)
  expect(asked.slice(0, 2)).toEqual([`/p/${code}`, '/p.js'])
  expect(await questionsOf(page)).toHaveLength(20)
  // The worker is fetched outside the page, and its bytes are counted nowhere: once more, inside.
  await page.evaluate(() => fetch('/p-sw.js', { cache: 'reload' }).then(answer => answer.text()))
  expect(bytes).toBeGreaterThan(5000)
  expect(bytes).toBeLessThanOrEqual(mostBytes)
})

offline(
  'a ballot is opened, answered and sent without a network, reloaded at every step',
  async ({ page, context }) => {
    const code = takeCode()
    const takings = countTakings([context])
    await openKept(page, code)
    await context.setOffline(true)
    await page.reload()
    await answerAll(page, { forgotten: [3, 5], dissatisfied: [0] })
    await page.locator('fieldset.q textarea').first().fill('Đường còn lầy')
    await expect(page.locator('#nhap')).toContainText('giữ bản nháp')
    await look(page)
    await page.reload()
    await expect(ticked(page)).toHaveCount(18)
    await expect(page.locator('fieldset.q textarea').first()).toHaveValue('Đường còn lầy')

    await sendBallot(page)
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([/^Câu 4: chọn/, /^Câu 6: chọn/])
    await look(page)
    for (const at of [3, 5]) await tick(page.locator('fieldset.q').nth(at), 'Hài lòng')
    await expect(page.locator('fieldset.bad')).toHaveCount(0)
    await sendBallot(page)
    await expect(waiting(page)).toHaveText('Chưa gửi')
    await look(page)
    await page.reload()
    await expect(waiting(page)).toHaveText('Chưa gửi')
    await page.close()

    const later = await context.newPage()
    await later.goto(`/p/${code}`)
    await expect(waiting(later)).toHaveText('Chưa gửi')
    await context.setOffline(false)
    await expect(later).toHaveURL(/\/bien-nhan$/)
    await expect(heading(later)).toHaveText('Đã ghi nhận phiếu của hộ')
    await look(later)
    const receipt = await receiptOn(later)
    expect(await leftOn(later)).toEqual([])
    await later.reload()
    expect(await receiptOn(later)).toBe(receipt)
    expect(await receiptOf(later, code)).toBe(receipt)
    expect(takings.taken()).toBe(1)
    await context.setOffline(true)
    await expect(later.reload()).rejects.toThrow(/ERR_/)
  },
)

offline('two pages of one phone send one ballot', async ({ page, context }) => {
  const code = takeCode()
  const takings = countTakings([context])
  await openKept(page, code)
  const other = await context.newPage()
  await other.goto(`/p/${code}`)
  await context.setOffline(true)
  await answerAll(page)
  await answerAll(other, { dissatisfied: [2] })
  await sendBallot(page)
  await expect(waiting(page)).toHaveText('Chưa gửi')
  await expect(waiting(other)).toHaveText('Chưa gửi')
  await context.setOffline(false)
  for (const tab of [page, other]) await expect(heading(tab)).toHaveText(/Đã ghi nhận phiếu|Hộ đã gửi phiếu/)
  expect(await receiptOn(other)).toBe(await receiptOn(page))
  expect(takings.taken()).toBe(1)
  expect(await leftOn(page)).toEqual([])
})

offline('two phones of one household send one ballot', async ({ page, context, browser }) => {
  const code = takeCode()
  const second = await browser.newContext({ baseURL: origin })
  const takings = countTakings([context, second])
  const other = await second.newPage()
  for (const [tab, phone] of [
    [page, context],
    [other, second],
  ] as const) {
    await openKept(tab, code)
    await phone.setOffline(true)
    await answerAll(tab)
    await sendBallot(tab)
    await expect(waiting(tab)).toHaveText('Chưa gửi')
  }
  await Promise.all([context.setOffline(false), second.setOffline(false)])
  for (const tab of [page, other]) await expect(heading(tab)).toHaveText(/Đã ghi nhận phiếu|Hộ đã gửi phiếu/)
  expect(await receiptOn(other)).toBe(await receiptOn(page))
  expect(takings.taken()).toBe(1)
  await second.close()
})

offline(
  'a ballot whose reply was lost after it was taken is asked for again, and stays one',
  async ({ page, context }) => {
    const code = takeCode()
    const taken: string[] = []
    await openKept(page, code)
    await context.route(`**/p/${code}`, async route => {
      if (route.request().method() !== 'POST') return route.fallback()
      const reply = await route.fetch({ maxRedirects: 0 })
      taken.push(reply.headers().location ?? '')
      if (taken.length < 3) return route.abort('connectionreset')
      await context.unroute(`**/p/${code}`)
      return route.fallback()
    })
    await answerAll(page)
    await sendBallot(page)
    await expect(waiting(page)).toHaveText('Đã gửi, chờ xác nhận')
    await look(page)
    await page.getByRole('button', { name: 'Gửi ngay' }).click()
    await expect.poll(() => taken.length).toBe(2)
    await expect(waiting(page)).toHaveText('Đã gửi, chờ xác nhận')
    await page.reload()
    await expect(heading(page)).toHaveText('Hộ đã gửi phiếu')
    const receipt = await receiptOn(page)
    expect(await receiptOf(page, code)).toBe(receipt)
    expect(taken.map(to => to.endsWith('/bien-nhan'))).toEqual([true, false, false])
    await expect.poll(() => leftOn(page)).toEqual([])
  },
)

offline('a phone that refuses to store says so, and sends all the same', async ({ page, context }) => {
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  const code = takeCode()
  const takings = countTakings([context])
  await page.goto(`/p/${code}`)
  await expect(page.getByText('Máy này không cho giữ bản nháp.')).toBeVisible()
  await context.setOffline(true)
  await answerAll(page)
  await sendBallot(page)
  await expect(waiting(page)).toHaveText('Chưa gửi')
  await expect(page.getByText('Máy này không cho giữ bản nháp.')).toBeVisible()
  await context.setOffline(false)
  await expect(page).toHaveURL(/\/bien-nhan$/)
  expect(await receiptOf(page, code)).toMatch(/\w/)
  expect(takings.taken()).toBe(1)
})

offline(
  'a draft is deleted when asked for, and a waiting ballot can be changed first',
  async ({ page, context }) => {
    const code = takeCode()
    page.on('dialog', dialog => dialog.accept())
    await openKept(page, code)
    await answerAll(page, { forgotten: [1] })
    await page.getByRole('button', { name: 'Xóa bản nháp trên máy này' }).click()
    await expect(page.locator('#nhap')).toContainText('không còn giữ gì')
    await expect(ticked(page)).toHaveCount(0)
    expect(await leftOn(page)).toEqual([])

    await context.setOffline(true)
    await answerAll(page)
    await sendBallot(page)
    await page.getByRole('button', { name: 'Sửa lại phiếu' }).click()
    await expect(ticked(page)).toHaveCount(20)
    await sendBallot(page)
    await page.getByRole('button', { name: 'Xóa khỏi máy này' }).click()
    expect(await leftOn(page)).toEqual([])
  },
)

test('letters grow and shrink by plain links, and the page still fits 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const code = takeCode()
  await visit(page, `/p/${code}`)
  const height = async () => (await page.locator('legend').first().boundingBox())?.height ?? 0
  const before = await height()
  await page.getByRole('link', { name: 'Chữ to hơn' }).click()
  await look(page)
  expect(await height()).toBeGreaterThan(before)
  await visit(page, `/p/${code}`)
  expect(await height()).toBeGreaterThan(before)
  await answerAll(page)
  await sendBallot(page)
  await expect(heading(page)).toHaveText('Đã ghi nhận phiếu của hộ')
  await page.getByRole('link', { name: 'Chữ vừa' }).click()
  await expect(page.getByRole('link', { name: 'Chữ to hơn' })).toBeVisible()
})
