import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { answerAll, receiptOn, sendBallot } from './ballots.ts'
import { takeNumber } from './place.ts'
import { fillSignIn, signedIn } from './staff.ts'
import { look, test, visit } from './visit.ts'

/** One commune from its first village to its results; each test does the next step of the same round. */
test.describe.configure({ mode: 'serial', timeout: 90_000 })

const register = 'tests/fixtures/household-register-messy.xlsx'
const truth: { villages: Record<string, number>; rows: number; problems: readonly unknown[] } = JSON.parse(
  readFileSync('tests/fixtures/household-register-messy.truth.json', 'utf8'),
)
const villages = Object.keys(truth.villages)
const password = 'mot cau ngan de nho'
const number = { taken: 0 }
const commune = () => `Xã Thử ${number.taken}`
const cadre = () => `canbo${number.taken}`
const collector = () => `to${number.taken}`
const round = { path: '', codes: [] as readonly string[], receipt: '', overall: '' }

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click()
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const makeAccount = async (page: Page, user: string, role: string, area: RegExp): Promise<void> => {
  await page.goto('/quan-tri/tai-khoan')
  await page.getByLabel('Tài khoản thuộc').selectOption({ label: commune() })
  await press(page, 'Tiếp tục')
  await look(page)
  await page.getByLabel('Họ và tên').fill('Tài khoản để thử')
  await page.getByLabel('Tên đăng nhập').fill(user)
  await page.getByLabel('Vai trò').selectOption({ label: role })
  await page.getByLabel(area).check()
  await page.getByLabel('Mật khẩu ban đầu').fill(password)
  await press(page, 'Lập tài khoản')
  await expect(page.getByText('Đã lập tài khoản.')).toBeVisible()
}

test('the administrator adds a commune, its villages, a cadre and a village team', async ({
  page,
  context,
}) => {
  number.taken = takeNumber()
  await signedIn(context, 'quantri')
  await visit(page, '/quan-tri/xa')
  await press(page, 'Thêm xã')
  await look(page)
  await page.getByLabel('Mã xã').fill(String(99_100 + number.taken))
  await page.getByLabel('Tên xã').fill(commune())
  await press(page, 'Thêm xã')
  await page.getByLabel('Tên các thôn, mỗi dòng một thôn').fill(villages.join('\n'))
  await press(page, 'Thêm thôn')
  await expect(page.getByRole('main').locator('ul.rows > li')).toHaveCount(villages.length)
  await look(page)
  await makeAccount(page, cadre(), 'Ban Thường trực MTTQ xã', /^Cả xã/)
  await makeAccount(page, collector(), 'Tổ lấy ý kiến thôn', /^Tân Sơn$/)
  await look(page)
})

test('the cadre signs in, finds nothing yet and plans a round', async ({ page }) => {
  await visit(page, '/dang-nhap')
  await fillSignIn(page, cadre(), password)
  await expect(page).toHaveURL('/dot')
  await look(page)
  await expect(page.getByText('Chưa có đợt lấy ý kiến nào')).toBeVisible()
  await follow(page, 'Lập đợt mới')
  await look(page)
  await page.getByLabel('Tên đợt').fill(`Lấy ý kiến ${commune()}`)
  await page.getByLabel('Ngày bắt đầu').fill(dayFromNow(1))
  await page.getByLabel('Ngày kết thúc').fill(dayFromNow(-1))
  await press(page, 'Lập đợt')
  await expect(page.getByRole('alert').getByRole('link')).not.toHaveCount(0)
  await expect(page.getByLabel('Tên đợt')).toHaveValue(`Lấy ý kiến ${commune()}`)
  await look(page)
  await page.getByLabel('Danh hiệu').selectOption('commune-standard')
  await page.getByLabel('Ngày bắt đầu').fill(dayFromNow(0))
  await page.getByLabel('Ngày kết thúc').fill(dayFromNow(13))
  await page.getByLabel('Bộ câu hỏi').selectOption('qd318')
  await page.getByLabel('Bộ quy tắc').selectOption('hd122-2019/commune-standard')
  await press(page, 'Lập đợt')
  await expect(page.getByText('Đã lập đợt lấy ý kiến.')).toBeVisible()
  round.path = new URL(page.url()).pathname
  await look(page)
})

test('a messy register is checked whole before anything is written', async ({ page, context }) => {
  await signedIn(context, cadre(), password)
  await visit(page, round.path)
  await follow(page, 'Nhập danh sách hộ')
  await look(page)
  await press(page, 'Kiểm tra tệp')
  await expect(page.getByRole('alert')).toContainText('Chọn tệp danh sách hộ')
  await page.getByLabel('Tệp danh sách hộ (.xlsx)').setInputFiles(register)
  await press(page, 'Kiểm tra tệp')
  await look(page)
  const stats = page.locator('.stats')
  await expect(stats).toContainText('2.520')
  await expect(stats).toContainText(String(truth.problems.length))
  await expect(page.getByText('Sổ hộ chưa có hộ nào.')).toBeVisible()
  await press(page, 'Ghi vào sổ hộ')
  await expect(page.getByText('Đã ghi 2.520 hộ mới vào sổ hộ')).toBeVisible()
  await look(page)
})

test('opening freezes the round and gives every household a code to print', async ({ page, context }) => {
  await signedIn(context, cadre(), password)
  await page.goto(round.path)
  await follow(page, 'Xem và mở đợt')
  await look(page)
  await press(page, 'Mở đợt và chốt những điều trên')
  await expect(page.getByText('Đã mở đợt.')).toBeVisible()
  await look(page)
  await page
    .getByRole('row', { name: /^Tân Sơn/ })
    .getByRole('link', { name: 'Mã và phát phiếu' })
    .click()
  await look(page)
  // The sheet is long: it is there when its last card is.
  await expect(page.locator('.card-code')).toHaveCount(truth.villages['Tân Sơn'] ?? 0)
  round.codes = (await page.locator('.card-code').allTextContents()).map(code => code.replace('-', ''))
  expect(new Set(round.codes).size).toBe(93)
  await press(page, 'Ghi nhận đã phát phiếu')
  await expect(page.getByText('Đã ghi nhận phát phiếu cho 93 hộ.')).toBeVisible()
})

test('a resident answers with the code from the sheet', async ({ page }) => {
  await page.goto(`/p/${round.codes[0]}`)
  await answerAll(page, { dissatisfied: [2] })
  await sendBallot(page)
  round.receipt = await receiptOn(page)
})

const enter = async (page: Page, means: string, fill: () => Promise<void>): Promise<void> => {
  await page.goto(`${round.path}/thu`)
  await page.getByRole('link', { name: 'Tân Sơn' }).click()
  await follow(page, means)
  await follow(page, 'Chỉ xem hộ chưa trả lời')
  await page
    .getByRole('link', { name: /^Nhập phiếu của / })
    .first()
    .click()
  await look(page)
  await fill()
  await press(page, 'Ghi phiếu')
  await expect(page.getByText('Đã ghi phiếu của hộ. Mã biên nhận:')).toBeVisible()
  await look(page)
}

test('the village team enters a visit, a paper ballot with a blank line and an invalid sheet', async ({
  page,
  context,
}) => {
  await signedIn(context, collector(), password)
  await enter(page, 'Đến tận nhà', () => answerAll(page, { dissatisfied: [19] }))
  await enter(page, 'Phiếu giấy', () => answerAll(page, { blank: [4] }))
  await enter(page, 'Phiếu giấy', () => page.getByLabel('Cả phiếu không hợp lệ').check())
  await visit(page, round.path)
})

test('nothing of the answers shows while the round collects', async ({ page, context }) => {
  await signedIn(context, cadre(), password)
  await visit(page, round.path)
  await expect(page.getByText('4/2.520').first()).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Hài lòng chung')
  await visit(page, `${round.path}/ket-qua`, 409)
})

const stat = (page: Page, label: string) => page.locator('.stats > *').filter({ hasText: label }).first()

test('closing counts; the page says rates with their counts and their base', async ({ page, context }) => {
  await signedIn(context, cadre(), password)
  await page.goto(round.path)
  await follow(page, 'Khóa thu phiếu')
  await look(page)
  await press(page, 'Khóa thu phiếu và kiểm phiếu')
  await expect(page.getByRole('alert')).toContainText('chưa ghi lý do')
  await page.getByLabel('Các thôn còn lại').selectOption('not-reached')
  await press(page, 'Ghi lý do')
  await press(page, 'Khóa thu phiếu và kiểm phiếu')
  await expect(page.getByText('Đã khóa thu phiếu và đếm xong.')).toBeVisible()
  await look(page)
  await follow(page, 'Xem kết quả')
  await look(page)
  round.overall = (await stat(page, 'Hài lòng chung').textContent()) ?? ''
  expect(round.overall).toMatch(/66,67\s%/)
  expect(round.overall).toContain('2/3 phiếu hợp lệ')
  await expect(stat(page, 'Phiếu không hợp lệ')).toContainText('1')
  await expect(stat(page, 'Tỷ lệ hộ được lấy ý kiến')).toContainText('4/2.520 hộ')
})

const papers = [
  { link: 'Báo cáo (.docx)', file: /\.docx$/ },
  { link: 'Biểu tổng hợp (.xlsx)', file: /\.xlsx$/ },
]

test('the report and the tally come as files', async ({ page, context }) => {
  await signedIn(context, cadre(), password)
  await page.goto(`${round.path}/ket-qua`)
  for (const { link, file } of papers) {
    const href = await page.getByRole('link', { name: link }).getAttribute('href')
    expect(href).toMatch(file)
    const answer = await page.request.get(href ?? '')
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK')
  }
})

test('everybody reads the ballots, not the answers of three households, and a receipt can be checked', async ({
  page,
}) => {
  await visit(page, '/ket-qua')
  await page.getByRole('link', { name: commune(), exact: true }).click()
  await look(page)
  await expect(page.getByText('Dưới năm phiếu hợp lệ')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('66,67')
  await expect(stat(page, 'Phiếu không hợp lệ')).toContainText('1')
  await page.locator('a[href$="/bien-nhan"]').first().click()
  await look(page)
  await page.locator('input[name="ma"]').fill(round.receipt)
  await page.keyboard.press('Enter')
  await look(page)
})

test('a household that comes after closing is led to the results', async ({ page }) => {
  await visit(page, `/p/${round.codes.at(-1)}`, 410)
  await expect(page.locator('h1')).toHaveText('Đã hết hạn nhận phiếu')
  await page.getByRole('link', { name: /^Xem kết quả của xã/ }).click()
  await expect(stat(page, 'Tỷ lệ hộ được lấy ý kiến')).toContainText('4/2.520 hộ')
})
