import type { Page } from '@playwright/test'

/** Rounds of the demonstration by their names. */
export const rounds = {
  draft: /^Lấy ý kiến lại về công nhận xã Suối Ngân/,
  collecting: /^Lấy ý kiến về công nhận xã Bến Trăng .* nâng cao$/,
  met: /^Lấy ý kiến về công nhận xã Bến Trăng .* năm 2022$/,
  notMet: /^Lấy ý kiến về công nhận xã Suối Ngân .* năm 2022$/,
  close: /^Lấy ý kiến về công nhận xã Đồng Gấm .* năm 2022$/,
  noBasis: /^Lấy ý kiến về công nhận xã Đồng Gấm .* năm 2025$/,
}

/** Where the list of whoever is signed in leads for a round. */
export const roundPath = async (page: Page, name: keyof typeof rounds): Promise<string> => {
  await page.goto('/dot')
  const href = await page.getByRole('link', { name: rounds[name] }).getAttribute('href')
  if (!href) throw new Error(`no way to the round ${name}`)
  return href
}
