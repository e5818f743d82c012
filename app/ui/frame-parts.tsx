import type { Language } from '#app/basics/language.ts'
import type { TextSize } from '#app/basics/text-size.ts'
import { useSite, useT } from './site.tsx'

/** First thing on the page for a keyboard: past the header. */
export const SkipLink = () => (
  <a className="skip" href="#main">
    {useT()('frame.skip')}
  </a>
)

/** A ballot with a tick that grows like a seedling: the product's mark, beside its name. */
const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="7" fill="#9b1c1c" />
    <path
      d="M8 17.5 14 23.5 24.5 9.5"
      fill="none"
      stroke="#fffdf8"
      strokeWidth="3.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)

export const Brand = () => {
  const t = useT()
  return (
    <a className="brand" href="/">
      <Mark />
      <span>{t('frame.product')}</span>
    </a>
  )
}

type SwitchProps = {
  /** What the address says beside, e.g. `lai=1`, and must say still. */
  readonly keep?: string | undefined
}

const choosing = (choice: string, keep: string | undefined): string =>
  keep ? `?${choice}&${keep}` : `?${choice}`

/** A plain link, so it works without script; the root keeps the choice in a cookie. */
export const LanguageSwitch = ({ keep }: SwitchProps) => {
  const { language } = useSite()
  const t = useT()
  const other: Language = language === 'vi' ? 'en' : 'vi'
  return (
    <a className="switch" href={choosing(`lang=${other}`, keep)} lang={other} hrefLang={other} rel="nofollow">
      {t('frame.otherLanguage')}
    </a>
  )
}

/** Larger letters and back, as plain a link as the language. */
export const TextSizeSwitch = ({ keep }: SwitchProps) => {
  const { textSize } = useSite()
  const t = useT()
  const other: TextSize = textSize === 'to' ? 'vua' : 'to'
  return (
    <a className="switch" href={choosing(`co=${other}`, keep)} rel="nofollow">
      {t(other === 'to' ? 'frame.largerText' : 'frame.usualText')}
    </a>
  )
}

/** Shown on every page while the installation holds made-up data. */
export const DemonstrationBanner = ({ shown }: { readonly shown?: boolean | undefined }) => {
  const site = useSite()
  const t = useT()
  if (!(shown ?? site.demonstration)) return null
  return <p className="demo">{t('frame.demonstration')}</p>
}
