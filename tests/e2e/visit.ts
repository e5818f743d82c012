import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page, type Response } from '@playwright/test'

type Complaint = { readonly text: string; readonly url: string }

const withoutHash = (url: string): string => url.split('#')[0] ?? ''

/** A page or post answered with a refusal, or never, is written to the console too; that is no fault of the page. */
const isRefusal = ({ text, url }: Complaint, refused: ReadonlySet<string>): boolean =>
  text.startsWith('Failed to load resource') && refused.has(withoutHash(url))

/** `test` whose pages may write no error to the console and throw nothing. */
export const test = base.extend<{ readonly quiet: undefined }>({
  quiet: [
    async ({ context }, use) => {
      const complaints: Complaint[] = []
      const refused = new Set<string>()
      context.on('console', message => {
        if (message.type() === 'error') complaints.push({ text: message.text(), url: message.location().url })
      })
      context.on('weberror', error => complaints.push({ text: String(error.error()), url: '' }))
      context.on('response', response => {
        const request = response.request()
        if (response.status() >= 400 && (request.isNavigationRequest() || request.method() === 'POST'))
          refused.add(withoutHash(response.url()))
      })
      context.on('requestfailed', request => {
        if (request.method() === 'POST') refused.add(withoutHash(request.url()))
      })
      await use(undefined)
      expect(complaints.filter(one => !isRefusal(one, refused))).toEqual([])
    },
    { auto: true },
  ],
})

/** Whether tests of this project run scripts. */
export const hasScripts = (): boolean => test.info().project.name === 'scripts on'

/** What axe finds, each as `rule: element`; minor findings (advice on style) are left out. */
const barriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
}

/**
 * Axe is a script itself. A page that sends none is the same in both projects and looked at where scripts run; of any
 * other, where scripts are off, axe gets a copy whose own scripts stay off, in a window with scripts.
 */
const barriersWithoutScripts = async (page: Page): Promise<readonly string[]> => {
  if ((await page.locator('script').count()) === 0) return []
  const context = await page.context().browser()?.newContext({
    javaScriptEnabled: true,
    viewport: page.viewportSize(),
  })
  if (!context) throw new Error('no browser')
  const body = await page.content()
  await context.route(withoutHash(page.url()), route =>
    route.fulfill({
      body,
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': `script-src 'none'` },
    }),
  )
  const copy = await context.newPage()
  await copy.goto(page.url())
  const found = await barriers(copy)
  await context.close()
  return found
}

/** Nobody is kept out of the page that stands there, and it does not have to be pushed sideways. */
export const look = async (page: Page): Promise<void> => {
  await page.waitForLoadState()
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page).toHaveTitle(/Lòng Dân/)
  const { clientWidth, scrollWidth } = await page.locator('html').evaluate(root => ({
    clientWidth: root.clientWidth,
    scrollWidth: root.scrollWidth,
  }))
  expect(scrollWidth, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(clientWidth)
  expect(await (hasScripts() ? barriers(page) : barriersWithoutScripts(page)), page.url()).toEqual([])
}

/** Opens an address, expects its status, looks at the page. */
export const visit = async (page: Page, address: string, status = 200): Promise<Response> => {
  const response = await page.goto(address)
  expect(response?.status(), address).toBe(status)
  await look(page)
  if (!response) throw new Error(`no answer from ${address}`)
  return response
}
