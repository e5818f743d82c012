import type { BrowserContext, Page } from '@playwright/test'
import { passwordOf } from './place.ts'

type Cookies = Parameters<BrowserContext['addCookies']>[0]

/** Sessions of this worker: a password takes the server a while to check, on purpose. */
const sessions = new Map<string, Cookies>()

/** Fills in the sign-in page that stands there. */
export const fillSignIn = async (page: Page, user: string, password = passwordOf(user)): Promise<void> => {
  await page.getByLabel('Tên đăng nhập').fill(user)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

/** Gives the browser a session of a demonstration account, or of one with its own password. */
export const signedIn = async (
  context: BrowserContext,
  username: string,
  password?: string,
): Promise<void> => {
  const known = sessions.get(username)
  if (known) return context.addCookies(known)
  const form = { username, password: password ?? passwordOf(username) }
  const answer = await context.request.post('/dang-nhap', { form, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${username} was not let in: ${answer.status()}`)
  sessions.set(username, await context.cookies())
}
