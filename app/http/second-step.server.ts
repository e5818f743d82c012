import type { Waiting } from '#app/account/second-step.ts'

/** Where staff begin when no page was asked for. */
export const officeStart = '/dot'

/** Where a session goes on: to the second step it waits for, or to the page that was asked for. */
export const pathAfter = (waiting: Waiting, to: string | null): string => {
  if (waiting === null) return to ?? officeStart
  const path = waiting === 'second-step' ? '/dang-nhap/xac-thuc' : '/dang-nhap/cai-dat'
  return to ? `${path}?toi=${encodeURIComponent(to)}` : path
}
