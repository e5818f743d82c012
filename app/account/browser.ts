/** Families of browsers that people know by name, in the order in which their marks are looked for. */
const families = [
  ['zalo', /Zalo/i],
  ['coc-coc', /coc_coc_browser|CocCoc/i],
  ['edge', /Edg(e|A|iOS)?\//],
  ['samsung', /SamsungBrowser\//],
  ['opera', /OPR\/|Opera/],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
] as const

const devices = [
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux|X11/],
] as const

export type BrowserFamily = (typeof families)[number][0] | 'other'
export type Device = (typeof devices)[number][0] | 'other'

/** What a person recognises a session by; no version and no address, which would tell more than is needed. */
export type Browser = { readonly family: BrowserFamily; readonly device: Device }

const unknown: Browser = { family: 'other', device: 'other' }

/** The browser that a `User-Agent` header speaks of. */
export const browserOf = (userAgent: string | null): Browser => ({
  family: families.find(([, mark]) => mark.test(userAgent ?? ''))?.[0] ?? 'other',
  device: devices.find(([, mark]) => mark.test(userAgent ?? ''))?.[0] ?? 'other',
})

/** `family/device`, as a session keeps it. */
export const writeBrowser = ({ family, device }: Browser): string => `${family}/${device}`

/** A browser as a session keeps it; anything else is an unknown one. */
export const readBrowser = (kept: string): Browser => {
  const [family, device] = kept.split('/')
  return {
    family: families.find(([name]) => name === family)?.[0] ?? unknown.family,
    device: devices.find(([name]) => name === device)?.[0] ?? unknown.device,
  }
}
