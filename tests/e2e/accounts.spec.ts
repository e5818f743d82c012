import { expect, type Page } from '@playwright/test'
import { phoneCode } from '../support/second-step.ts'
import { takeNumber } from './place.ts'
import { fillSignIn, signedIn } from './staff.ts'
import { look, test, visit } from './visit.ts'

const password = 'mot cau ngan de nho'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('whoever is invited opens an account, sets a second step up and signs in with it', async ({
  page,
  context,
  browser,
}) => {
  const user = `to-moi-${takeNumber()}`
  await signedIn(context, 'mttq-bentrang')
  await visit(page, '/quan-tri')
  await visit(page, '/quan-tri/moi')
  await press(page, 'Tạo liên kết mời')
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  await page.getByLabel('Họ và tên, hoặc tên tổ').fill('Tổ để thử')
  await page.getByLabel('Ao Sen').check()
  await press(page, 'Tạo liên kết mời')
  const link = await page.locator('.one-time-link').innerText()
  await look(page)

  const other = await browser.newContext()
  const phone = await other.newPage()
  await visit(phone, new URL(link).pathname)
  await phone.getByLabel('Tên đăng nhập').fill(user)
  await phone.getByLabel('Mật khẩu').fill(password)
  await press(phone, 'Mở tài khoản')
  await expect(phone).toHaveURL('/dot')
  await visit(phone, '/tai-khoan')
  await visit(phone, '/tai-khoan/hai-buoc')
  const secret = await phone.locator('.secret').innerText()
  await phone.getByLabel('Mã sáu chữ số trên điện thoại').fill(phoneCode(secret, new Date()))
  await phone.getByLabel('Mật khẩu hiện tại').fill(password)
  await press(phone, 'Xác nhận')
  const codes = await phone.locator('.recovery-codes code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await look(phone)
  await press(phone, 'Đăng xuất')

  await visit(phone, '/dang-nhap')
  await fillSignIn(phone, user, password)
  await look(phone)
  await phone.getByText('Không có điện thoại bên mình?').click()
  await phone.getByLabel('Mã khôi phục').fill(codes[0] ?? '')
  await press(phone, 'Tiếp tục')
  await expect(phone).toHaveURL('/dot')
  await other.close()
})

test('the administrator finds accounts and areas, old units apart', async ({ page, context }) => {
  await signedIn(context, 'quantri')
  await visit(page, '/quan-tri?tim=ben+che')
  await expect(page.getByRole('main')).toContainText('to-benche')
  await visit(page, '/quan-tri/tai-khoan/to-benche')
  await visit(page, '/quan-tri/tai-khoan/to-benche/dat-lai')
  await visit(page, '/quan-tri/loi-moi')
  await visit(page, '/quan-tri/dia-ban?tim=suoi+ngan')
  await expect(page.getByRole('main')).toContainText('99002')
  await visit(page, '/quan-tri/xa/99002')
  await visit(page, '/quan-tri/dia-ban/99002/ket-thuc')
  await visit(page, '/quan-tri/dia-ban/nhap')
})
