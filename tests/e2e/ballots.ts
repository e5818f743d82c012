import type { Locator, Page } from '@playwright/test'

export type Answers = {
  /** Questions left out, counted from 0. */
  readonly forgotten?: readonly number[]
  /** Questions answered "Chưa hài lòng". */
  readonly dissatisfied?: readonly number[]
  /** Questions of a paper sheet that were left blank. */
  readonly blank?: readonly number[]
}

/** Every question of the ballot that stands there, the overall question last; the page is whole once its foot is there. */
export const questionsOf = async (page: Page): Promise<readonly Locator[]> => {
  await page.locator('footer').waitFor()
  return page.locator('fieldset.q').all()
}

const labelFor = (at: number, { dissatisfied = [], blank = [] }: Answers): string => {
  if (dissatisfied.includes(at)) return 'Chưa hài lòng'
  return blank.includes(at) ? 'Để trống' : 'Hài lòng'
}

/** Ticks one box of a question as a finger does, on its label. */
export const tick = (question: Locator, label: string): Promise<void> =>
  question.locator('.opts > label').getByText(label, { exact: true }).click()

/** Answers the ballot: "Hài lòng" wherever nothing else is said. */
export const answerAll = async (page: Page, answers: Answers = {}): Promise<void> => {
  for (const [at, question] of (await questionsOf(page)).entries())
    if (!answers.forgotten?.includes(at)) await tick(question, labelFor(at, answers))
}

export const sendBallot = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Gửi phiếu' }).click()

/** The receipt that the page shows, or an error when it shows none. */
export const receiptOn = async (page: Page): Promise<string> => {
  const receipt = await page.locator('.box.success .code').textContent()
  if (!receipt) throw new Error(`no receipt on ${page.url()}`)
  return receipt
}
