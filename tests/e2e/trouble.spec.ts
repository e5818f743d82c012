import { request as rawRequest } from 'node:http'
import { type APIResponse, expect } from '@playwright/test'
import { origin, takeCode, takeNumber } from './place.ts'
import { roundPath } from './rounds.ts'
import { fillSignIn, signedIn } from './staff.ts'
import { look, test, visit } from './visit.ts'

const secrets = /\n\s+at |node_modules|\.tsx?:\d|\.js:\d|PostgreSQL|syntax error|ZodError/

/** A refusal with this status, in words for people and without a trace of how the product is made. */
const expectRefusal = async (answer: APIResponse, status: number): Promise<void> => {
  expect(answer.status(), answer.url()).toBe(status)
  const body = await answer.text()
  expect(body).toContain('<h1')
  expect(body).not.toMatch(secrets)
}

test('who follows a deep link signs in and comes back to it', async ({ page }) => {
  await visit(page, '/dot/moi')
  await expect(page).toHaveURL(/^[^?]+\/dang-nhap\?toi=/)
  await fillSignIn(page, 'mttq-donggam')
  await expect(page).toHaveURL('/dot/moi')
  await look(page)
})

test('a wrong password is refused, keeps the name and tells nothing', async ({ page }) => {
  await page.goto('/dang-nhap')
  await fillSignIn(page, 'khong-co-ai', 'mat khau doan mo')
  await look(page)
  await expect(page.getByRole('alert')).toContainText('Tên đăng nhập hoặc mật khẩu chưa đúng')
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('khong-co-ai')
  await expect(page.getByLabel('Mật khẩu')).toHaveValue('')
})

test('signing in leads to no other site', async ({ page }) => {
  await page.goto('/dang-nhap?toi=https://evil.example/dot')
  await fillSignIn(page, 'mttq-donggam')
  await expect(page).toHaveURL('/dot')
})

test('signing out ends the session', async ({ page }) => {
  await page.goto('/dang-nhap')
  await fillSignIn(page, 'mttq-donggam')
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await look(page)
  await page.goto('/dot')
  await expect(page).toHaveURL(/dang-nhap/)
})

test('a form whose session has ended keeps what was typed, through signing in again', async ({
  page,
  context,
}) => {
  const name = `Đợt viết dở số ${takeNumber()}`
  await signedIn(context, 'mttq-donggam')
  await page.goto('/dot/moi')
  await page.getByLabel('Tên đợt').fill(name)
  await page.getByLabel('Danh hiệu').selectOption('commune-standard')
  await page.getByLabel('Ngày bắt đầu').fill('2027-03-01')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Lập đợt' }).click()
  await expect(page.locator('h1')).toHaveText('Phiên làm việc đã hết')
  await look(page)
  await fillSignIn(page, 'mttq-donggam')
  await look(page)
  await page.getByRole('button', { name: 'Gửi lại' }).click()
  await expect(page.getByLabel('Tên đợt')).toHaveValue(name)
  await expect(page.getByLabel('Danh hiệu')).toHaveValue('commune-standard')
  await expect(page.getByLabel('Ngày bắt đầu')).toHaveValue('2027-03-01')
})

test('a cadre of another commune is refused at every page and deed of a round', async ({ page, context }) => {
  await signedIn(context, 'mttq-bentrang')
  const collecting = await roundPath(page, 'collecting')
  const closed = await roundPath(page, 'met')
  await context.clearCookies()
  await signedIn(context, 'mttq-suoingan')
  await visit(page, collecting, 403)
  for (const below of ['/danh-sach', '/mo', '/khoa', '/thu', '/ket-qua'])
    await expectRefusal(await page.request.get(collecting + below), 403)
  for (const below of ['/ket-qua', '/bao-cao.docx', '/bieu-tong-hop.xlsx'])
    await expectRefusal(await page.request.get(closed + below), 403)
  for (const deed of ['/khoa', '/mo'])
    await expectRefusal(await page.request.post(collecting + deed, { form: {} }), 403)
})

const nobody = '00000000-0000-4000-8000-000000000000'

test('what does not exist is not found', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  await visit(page, '/khong-co-trang-nay', 404)
  await visit(page, `/dot/${nobody}`, 404)
  const addresses = [
    `/dot/${nobody}/ket-qua`,
    `/dot/${nobody}/bao-cao.docx`,
    '/dot/khong-phai-ma',
    `/ket-qua/${nobody}`,
    '/ket-qua/%F0%9F%8C%BE',
    `/ket-qua/${nobody}/bien-nhan`,
    '/quan-tri/xa/00000',
  ]
  for (const address of addresses)
    expect([403, 404], address).toContain((await page.request.get(address)).status())
})

test('a method that no page answers is refused', async ({ page }) => {
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    await expectRefusal(await page.request.fetch('/dang-nhap', { method }), 405)
  for (const address of ['/', '/ket-qua', '/p'])
    await expectRefusal(await page.request.post(address, { form: { a: 'b' } }), 405)
})

test('a post from another site is refused, whoever is signed in', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }])
    for (const address of ['/dang-xuat', '/dot/moi', `/p/${takeCode()}`])
      await expectRefusal(await page.request.post(address, { headers, form: { a: 'b' } }), 403)
  await visit(page, '/dot')
})

/** Posts that many bytes; a client of its own, since the answer comes before all is sent. */
const postBytes = (path: string, bytes: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sending = rawRequest(new URL(path, origin), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': bytes },
    })
    sending.on('response', answer => {
      resolve(answer.statusCode)
      sending.destroy()
    })
    sending.on('error', reject)
    sending.write('a='.padEnd(65_536, 'x'))
  })

test('a post of 30 MB is refused', async () => {
  for (const path of [`/p/${takeCode()}`, '/dang-nhap', `/dot/${nobody}/danh-sach`])
    expect(await postBytes(path, 30_000_000)).toBe(413)
})

const rubbish = '\u0000\u0001\u001b[2J\ufffe\ud800<script>alert(1)</script>'

test('rubbish in every field is said to be unreadable and never a fault of ours', async ({ page }) => {
  const code = takeCode()
  await page.goto(`/p/${code}`)
  const names = await page
    .locator('form [name]')
    .evaluateAll(fields => [...new Set(fields.map(field => field.getAttribute('name') ?? ''))])
  expect(names.length).toBeGreaterThan(30)
  const form = Object.fromEntries(names.map(name => [name, rubbish]))
  await expectRefusal(await page.request.post(`/p/${code}`, { form }), 422)
  await expectRefusal(await page.request.post(`/p/${code}`, { multipart: form }), 422)
  await expectRefusal(
    await page.request.post('/dang-nhap', { form: { username: rubbish, password: rubbish, toi: rubbish } }),
    422,
  )
})

const bytes = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 167 + 13) % 256))

test('a body that is no form is said to be unreadable', async ({ page }) => {
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
    'application/octet-stream',
  ]
  for (const address of [`/p/${takeCode()}`, '/dang-nhap'])
    for (const type of types)
      await expectRefusal(
        await page.request.post(address, { data: bytes, headers: { 'Content-Type': type } }),
        422,
      )
})

test('a file that is no spreadsheet is refused at its box', async ({ page, context }) => {
  await signedIn(context, 'mttq-suoingan')
  const path = await roundPath(page, 'draft')
  await page.goto(`${path}/danh-sach`)
  const files = [
    { name: 'anh.xlsx', mimeType: 'image/png', buffer: bytes },
    { name: 'trong.xlsx', mimeType: 'text/plain', buffer: Buffer.from('PK\u0003\u0004 hong') },
  ]
  for (const file of files) {
    await page.getByLabel('Tệp danh sách hộ (.xlsx)').setInputFiles(file)
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
  }
  await look(page)
})
