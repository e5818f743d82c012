import type { Browser, BrowserContext, Page } from '@playwright/test'
import { phoneCode } from '../support/second-step.ts'
import { takeNumber } from './place.ts'
import { signedIn } from './staff.ts'

const password = 'mot cau ngan de nho'

/** Somebody who may sign: a browser signed in as a new appraiser, whose phone shows codes for this secret. */
export type Signer = { readonly context: BrowserContext; readonly secret: string }

const linkFor = async (browser: Browser, name: string): Promise<string> => {
  const administrator = await browser.newContext()
  await signedIn(administrator, 'quantri')
  const form = { name, role: 'appraiser', 'area.99': 'on' }
  const answer = await administrator.request.post('/quan-tri/moi?noi=99', { form })
  const path = /\/loi-moi\/[\w-]+/.exec(await answer.text())?.[0]
  await administrator.close()
  if (!path) throw new Error(`no invitation for ${name}: ${answer.status()}`)
  return path
}

/** Opens an account of an appraiser and sets its second step up with the code before this one, so that this one is left. */
export const newSigner = async (browser: Browser, name: string): Promise<Signer> => {
  const link = await linkFor(browser, name)
  const context = await browser.newContext()
  await context.request.post(link, { form: { username: `tham-tra-${takeNumber()}`, password } })
  const page = await (await context.request.get('/tai-khoan/hai-buoc')).text()
  const secret = /class="[^"]*secret[^"]*"[^>]*>([A-Z2-7 ]+)</.exec(page)?.[1]
  if (!secret) throw new Error(`no second step for ${name}`)
  const form = { code: phoneCode(secret, new Date(), -1), password }
  const answer = await context.request.post('/tai-khoan/hai-buoc', { form })
  if (answer.status() !== 200) throw new Error(`${name} could not set a second step up: ${answer.status()}`)
  return { context, secret }
}

/** Signs on the page that stands there. */
export const signOn = async (page: Page, { secret }: Signer): Promise<void> => {
  await page.getByLabel('Mật khẩu của bạn').fill(password)
  await page.getByLabel('Mã trên điện thoại').fill(phoneCode(secret, new Date()))
  await page.getByRole('button', { name: 'Ký', exact: true }).click()
}
