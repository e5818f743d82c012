import { type Browser, expect, type Page } from '@playwright/test'
import { writeSlotCode } from '#app/household/household.ts'
import { answerAll, questionsOf, receiptOn, sendBallot, tick } from './ballots.ts'
import { origin, takeCode } from './place.ts'
import { look, test, visit } from './visit.ts'

test('a household comes from the front page, mends what it forgot and gets one receipt', async ({
  page,
  context,
}) => {
  const code = takeCode()
  await visit(page, '/')
  await page.getByLabel('Mã của hộ').fill(`${code.slice(0, 5)} - ${code.slice(5)}`.toLowerCase())
  await page.getByRole('button', { name: 'Mở phiếu' }).click()
  await expect(page).toHaveURL(`/p/${code}`)
  await look(page)

  const questions = await questionsOf(page)
  const [first, sixth] = [questions[0], questions[5]]
  if (!first || !sixth) throw new Error('the ballot has too few questions')
  await expect(first.getByLabel(/^Lý do chưa hài lòng/)).toBeHidden()
  await answerAll(page, { forgotten: [3, 5], dissatisfied: [0] })
  await first.getByLabel(/^Lý do chưa hài lòng/).fill('Đường vào xóm còn lầy')
  await page.getByLabel(/^Ý kiến khác/).fill('Cần thêm đèn đường')
  await sendBallot(page)

  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link')).toHaveText([/^Câu 4: chọn/, /^Câu 6: chọn/])
  await look(page)
  await expect(first.getByLabel(/^Lý do chưa hài lòng/)).toHaveValue('Đường vào xóm còn lầy')
  await expect(page.getByLabel(/^Ý kiến khác/)).toHaveValue('Cần thêm đèn đường')
  await expect(page.locator('fieldset.q input:checked')).toHaveCount(questions.length - 2)
  await summary.getByRole('link', { name: 'Câu 6' }).click()
  await expect(sixth).toBeInViewport()
  await answerAll(page, { dissatisfied: [0] })
  await sendBallot(page)

  await expect(page).toHaveURL(/\/bien-nhan(#.*)?$/)
  await look(page)
  const receipt = await receiptOn(page)
  await page.reload()
  expect(await receiptOn(page)).toBe(receipt)
  const second = await context.newPage()
  await visit(second, `/p/${code}`)
  await expect(second.locator('h1')).toHaveText('Hộ đã gửi phiếu')
  expect(await receiptOn(second)).toBe(receipt)
})

const open = async (page: Page, code: string): Promise<Page> => {
  const tab = await page.context().newPage()
  await tab.goto(`/p/${code}`)
  await answerAll(tab)
  return tab
}

/** A page of another phone: nothing that one phone keeps is known to it. */
const openElsewhere = async (browser: Browser, code: string): Promise<Page> => {
  const phone = await browser.newContext({ baseURL: origin })
  return open(await phone.newPage(), code)
}

test('two phones that send the same household’s ballot get the same receipt', async ({ page, browser }) => {
  const code = takeCode()
  const [one, other] = [await open(page, code), await openElsewhere(browser, code)]
  await sendBallot(one)
  await sendBallot(other)
  await expect(one.locator('h1')).toHaveText('Đã ghi nhận phiếu của hộ')
  await expect(other.locator('h1')).toHaveText('Hộ đã gửi phiếu')
  expect(await receiptOn(other)).toBe(await receiptOn(one))
})

test('a ballot whose reply was lost is sent again and stays one ballot', async ({ page, browser }) => {
  const code = takeCode()
  const [first, again] = [await open(page, code), await openElsewhere(browser, code)]
  await first.route('**/p/**', async route => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await sendBallot(first)
  await expect.poll(async () => (await page.request.get(`/p/${code}/bien-nhan`)).url()).toContain('bien-nhan')
  await visit(page, `/p/${code}`)
  const receipt = await receiptOn(page)
  await sendBallot(again)
  await expect(again.locator('h1')).toHaveText('Hộ đã gửi phiếu')
  expect(await receiptOn(again)).toBe(receipt)
})

test('a household that answers again keeps its receipt', async ({ page }) => {
  const code = takeCode()
  const tab = await open(page, code)
  await sendBallot(tab)
  const receipt = await receiptOn(tab)
  await visit(tab, `/p/${code}`)
  await tab.getByRole('link', { name: 'Trả lời lại' }).click()
  await look(tab)
  await answerAll(tab, { dissatisfied: [1] })
  await sendBallot(tab)
  await expect(tab).toHaveURL(/\/bien-nhan(#.*)?$/)
  expect(await receiptOn(tab)).toBe(receipt)
})

test('a code that is mistyped or nobody’s can be mended where it stands', async ({ page }) => {
  const code = takeCode()
  await visit(page, `/p/${code.slice(0, 9)}${code.endsWith('2') ? '3' : '2'}`, 404)
  await expect(page.getByRole('alert')).toContainText('thiếu hoặc sai một vài chữ')
  await visit(page, `/p/${writeSlotCode(new Uint8Array(32).fill(7))}`, 404)
  await expect(page.getByRole('alert')).toContainText('Không có hộ nào mang mã này')
  await visit(page, '/p?ma=%20-')
  await expect(page.getByRole('alert')).toContainText('Nhập mã in trên tờ giấy')
  await page.getByLabel('Mã của hộ').fill(code)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/p/${code}`)
})

test('the ballot and its receipt are in English for who asks for it', async ({ page }) => {
  const code = takeCode()
  await page.goto(`/p/${code}`)
  await page.getByRole('link', { name: 'English' }).click()
  await look(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  for (const question of await questionsOf(page)) await tick(question, 'Satisfied')
  await page.getByRole('button', { name: 'Send the ballot' }).click()
  await expect(page.locator('h1')).toContainText('ballot has been recorded')
  await look(page)
})

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLInputElement) return activeElement.id
    return activeElement instanceof HTMLButtonElement ? activeElement.type : ''
  })

test('a ballot is filled in and sent with the keyboard alone', async ({ page }) => {
  await page.goto(`/p/${takeCode()}`)
  const questions = (await questionsOf(page)).length
  for (let presses = 0; presses < 3 * questions + 20; presses += 1) {
    await page.keyboard.press('Tab')
    const where = await focused(page)
    if (where === 'submit') break
    if (where.endsWith('.satisfied')) await page.keyboard.press('Space')
  }
  await expect(page.locator('fieldset.q input:checked')).toHaveCount(questions)
  await page.keyboard.press('Enter')
  await expect(page.locator('h1')).toHaveText('Đã ghi nhận phiếu của hộ')
})
