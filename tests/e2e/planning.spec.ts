import { expect, type Page } from '@playwright/test'
import { takeNumber } from './place.ts'
import { signedIn } from './staff.ts'
import { look, test, visit } from './visit.ts'

/** A draft of a demonstration commune that these tests make and cancel again; each does the next step. */
test.describe.configure({ mode: 'serial' })

const round = { name: '', path: '' }
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click()

test('a plan that starts in the past and takes too long says so, and is mended', async ({
  page,
  context,
}) => {
  round.name = `Kế hoạch thử ${takeNumber()}`
  await signedIn(context, 'mttq-suoingan')
  await page.goto('/dot/moi')
  await page.getByLabel('Tên đợt').fill(round.name)
  await page.getByLabel('Danh hiệu').selectOption('commune-standard')
  await page.getByLabel('Ngày bắt đầu').fill(dayFromNow(-3))
  await page.getByLabel('Ngày kết thúc').fill(dayFromNow(70))
  await page.getByLabel('Bộ câu hỏi').selectOption('qd318')
  await page.getByLabel('Bộ quy tắc').selectOption('hd90-2022/commune-standard')
  await press(page, 'Lập đợt')
  round.path = new URL(page.url()).pathname
  await expect(page.getByText('quá thời hạn 20 ngày làm việc')).toBeVisible()
  await follow(page, 'Xem và ban hành kế hoạch')
  await look(page)
  await follow(page, 'Sửa kế hoạch')
  await page.getByLabel('Ngày bắt đầu').fill(dayFromNow(1))
  await page.getByLabel('Ngày kết thúc').fill('')
  await page.getByLabel(/^Suối Cạn/).uncheck()
  await press(page, 'Lưu kế hoạch')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
  await expect(page.getByLabel(/^Suối Cạn/)).not.toBeChecked()
  await look(page)
  await page.getByLabel('Ngày kết thúc').fill(dayFromNow(10))
  await press(page, 'Lưu kế hoạch')
  await expect(page.getByText('Đã lưu kế hoạch.')).toBeVisible()
  await expect(page.getByText('quá thời hạn')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('5 thôn')
})

test('a team is named, the plan is issued and read as a Word file', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  await page.goto(`${round.path}/ke-hoach`)
  await follow(page, 'Thêm tổ')
  await look(page)
  await page.getByLabel('Tên tổ').fill('Tổ lấy ý kiến số 1')
  await page.getByLabel('Tổ trưởng').fill('Trưởng ban công tác Mặt trận')
  await page.getByLabel(/^Hang Én/).check()
  await press(page, 'Lưu tổ')
  await expect(page.getByText('Thôn chưa có tổ phụ trách')).toContainText('Rừng Thông')
  await follow(page, 'Ban hành kế hoạch')
  await press(page, 'Ghi nhận đã ban hành')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3)
  await look(page)
  await page.getByLabel('Số', { exact: true }).fill('12')
  await page.getByLabel('Ngày ký').fill(dayFromNow(-1))
  await page.getByLabel('Người ký').fill('Chủ tịch Ủy ban MTTQ xã')
  await press(page, 'Ghi nhận đã ban hành')
  await expect(page.getByText('Đã ban hành kế hoạch')).toBeVisible()
  await look(page)
  const paper = await page.request.get(`${round.path}/ke-hoach.docx`)
  expect((await paper.body()).subarray(0, 2).toString()).toBe('PK')
})

test('the list finds the round without accents, and cancelling it is asked once', async ({
  page,
  context,
}) => {
  await signedIn(context, 'mttq-suoingan')
  await page.goto('/dot')
  await page.getByLabel('Tên đợt hoặc tên xã').fill(round.name.replace('Kế hoạch thử', 'ke hoach thu'))
  await page.getByLabel('Trạng thái').selectOption('ke-hoach')
  await press(page, 'Tìm')
  await look(page)
  await follow(page, round.name)
  await follow(page, 'Hủy đợt này')
  await press(page, 'Hủy đợt')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2)
  await look(page)
  await page.getByLabel('Lý do hủy').fill('Lập để thử')
  await page.getByLabel('Tôi hiểu rằng việc hủy không làm lại được.').check()
  await press(page, 'Hủy đợt')
  await expect(page.getByText('Lý do: Lập để thử')).toBeVisible()
  await visit(page, `${round.path}/ke-hoach`)
})
