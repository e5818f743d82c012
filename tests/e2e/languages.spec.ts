import { expect } from '@playwright/test'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

test('somebody without a code leaves a letter; the cadre answers it, and it is counted nowhere', async ({
  page,
  context,
}) => {
  const words = `Đường xóm Trong còn lầy (${hasScripts() ? 'có' : 'không'} kịch bản).`
  await signedIn(context, 'mttq-bentrang')
  const round = await roundPath(page, 'collecting')
  await visit(page, `/gop-y/${round.split('/').at(-1)}`)
  await expect(page.getByText('không tính vào tỷ lệ hài lòng nào')).toBeVisible()
  await page.getByRole('button', { name: 'Gửi thư góp ý' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await look(page)
  await page.getByLabel('Góp ý của ông bà').fill(words)
  await page.getByRole('button', { name: 'Gửi thư góp ý' }).click()
  await expect(page.getByRole('heading', { name: 'Đã nhận thư góp ý' })).toBeVisible()
  await expect(page.getByText('không tính vào tỷ lệ hài lòng nào')).toBeVisible()
  await look(page)

  await visit(page, `${round}/gop-y?loai=new`)
  await page.getByRole('listitem').filter({ hasText: words }).getByRole('link', { name: 'Mở thư' }).click()
  await look(page)
  await page.getByLabel('Trả lời, cách giải quyết').fill('Đã chuyển UBND xã.')
  await page.getByRole('button', { name: 'Ghi trả lời' }).click()
  await expect(page.getByText('Đã ghi trả lời.')).toBeVisible()
})

test('a language is added, recorded and deleted without a word of it being made up', async ({
  page,
  context,
}) => {
  await signedIn(context, 'mttq-bentrang')
  await visit(page, '/ngon-ngu')
  await page.getByLabel('Bảng hỏi', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Mã ngôn ngữ').fill(hasScripts() ? 'qaa' : 'qab')
  await page.getByLabel('Tên ngôn ngữ').fill('Thử')
  await page.getByRole('button', { name: 'Thêm ngôn ngữ' }).click()
  await expect(page.getByText('Chưa dịch câu hỏi: 20 câu.')).toBeVisible()
  await page.getByLabel('Câu hỏi', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Tệp âm thanh').setInputFiles({
    name: 'cau-1.mp3',
    mimeType: 'audio/mpeg',
    buffer: Buffer.from('ID3\u0004\u0000'),
  })
  await page.getByRole('button', { name: 'Gửi bản thu' }).click()
  await expect(page.getByText('Chưa có bản thu: 19 câu.')).toBeVisible()
  await expect(page.locator('audio[preload="none"]')).toHaveCount(1)
  await look(page)
  await page.getByRole('link', { name: 'Xóa ngôn ngữ này' }).click()
  await look(page)
  await page.getByRole('button', { name: 'Xóa', exact: true }).click()
  await expect(page.getByText('Đã xóa ngôn ngữ.')).toBeVisible()
})
