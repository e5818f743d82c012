import { expect, type Page } from '@playwright/test'
import { codesOf } from './place.ts'
import { roundPath } from './rounds.ts'
import { signedIn } from './staff.ts'
import { hasScripts, look, test, visit } from './visit.ts'

/** Each project has a village of the collecting round for itself, in which no other test answers. */
const village = () => (hasScripts() ? 'Núi Voi' : 'Giếng Đá')

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

const openSheet = async (page: Page): Promise<void> => {
  await page
    .getByRole('row', { name: new RegExp(`^${village()}`) })
    .getByRole('link', { name: 'Biểu kiểm phiếu tay' })
    .click()
}

/** Types a sheet of ten ballots counted by hand, all of them satisfied with everything. */
const typeSheet = async (page: Page): Promise<void> => {
  await page.locator('footer').waitFor()
  const recorded = Number(await page.locator('[name="ballots"]').inputValue())
  const heads = { issued: recorded + 12, collected: recorded + 10, invalid: 0 }
  for (const [name, count] of Object.entries(heads))
    await page.locator(`[name="${name}"]`).fill(String(count))
  const counts = { satisfied: '10', dissatisfied: '0', blank: '0' }
  for (const [option, count] of Object.entries(counts))
    for (const cell of await page.locator(`[name^="${option}."]`).all()) await cell.fill(count)
}

/** Where scripts run the page says by itself that all agrees, from the first key after it has woken up. */
const mendOverall = async (page: Page): Promise<void> => {
  const cell = page.locator('[name="satisfied.overall"]')
  if (!hasScripts()) return cell.fill('10')
  await expect(async () => {
    await cell.fill('9')
    await cell.fill('10')
    await expect(page.getByRole('status')).toHaveText('Mọi số đã khớp nhau.', { timeout: 500 })
  }).toPass()
}

test('a village’s count by hand is checked, recorded, and can be taken back', async ({ page, context }) => {
  await signedIn(context, 'mttq-bentrang')
  const path = await roundPath(page, 'collecting')
  await page.goto(path)
  await openSheet(page)
  await look(page)
  await press(page, 'Ghi biểu')
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  await look(page)
  await typeSheet(page)
  await page.locator('[name="satisfied.overall"]').fill('9')
  await press(page, 'Ghi biểu')
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(/9 \+ 0 \+ 0 = 9/)
  await mendOverall(page)
  await press(page, 'Ghi biểu')
  await expect(page.getByText('Đã ghi biểu kiểm phiếu tay của thôn.')).toBeVisible()
  await look(page)
  // The row of its own village: the other project counts another one in the same round at the same time.
  const row = page.getByRole('row').filter({ hasText: village() })
  await expect(row.getByText('Kiểm phiếu tay: 10 phiếu')).toHaveCount(1)
  await visit(page, `/p/${codesOf(village()).at(-1)}`, 410)

  await page.goto(path)
  await openSheet(page)
  await page.locator('details > summary').filter({ hasText: 'Rút biểu này' }).click()
  await page.getByLabel(/^Tôi muốn bỏ các số kiểm tay/).check()
  await press(page, 'Rút biểu này')
  await expect(page.getByText('Đã rút biểu kiểm phiếu tay.')).toBeVisible()
  await visit(page, `/p/${codesOf(village()).at(-1)}`)
})
