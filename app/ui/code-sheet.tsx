import type { ReactNode } from 'react'
import { formatDate } from '#app/i18n/format.ts'
import type { QrDrawing } from './qr.ts'
import { useSite, useT } from './site.tsx'

export type CodeCard = {
  readonly key: string
  readonly number: string | null
  readonly name: string
  /** As shown: `7K3PM-X9QRT`. */
  readonly code: string
  readonly qr: QrDrawing
}

type CodeSheetProps = {
  readonly village: string
  readonly commune: string
  /** Address to type, without the code: `longdan.example.vn`. */
  readonly site: string
  /** Last day of collecting, `yyyy-mm-dd`. */
  readonly endsOn: string
  readonly cards: readonly CodeCard[]
  /** What the cadre reads and presses above the slips; it is not printed. */
  readonly children?: ReactNode
}

/** The quiet zone of four modules that scanners need (ISO/IEC 18004). */
const quiet = 4

const Qr = ({ qr, label }: { readonly qr: QrDrawing; readonly label: string }) => (
  <svg
    className="qr"
    role="img"
    aria-label={label}
    viewBox={`${-quiet} ${-quiet} ${qr.size + 2 * quiet} ${qr.size + 2 * quiet}`}
    shapeRendering="crispEdges"
  >
    <rect x={-quiet} y={-quiet} width={qr.size + 2 * quiet} height={qr.size + 2 * quiet} fill="#fff" />
    <path d={qr.path} fill="#000" />
  </svg>
)

type CardsProps = Omit<CodeSheetProps, 'children'>

const Card = ({ card, sheet }: { readonly card: CodeCard; readonly sheet: CardsProps }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <li className="card">
      <div className="card-head">
        <p className="card-asked">{t('sheet.asked')}</p>
        <p>
          <b>{card.name}</b>
          {card.number ? ` · ${t('sheet.household', { number: card.number })}` : ''}
        </p>
        <p>{`${sheet.village}, ${sheet.commune}`}</p>
      </div>
      <div className="card-body">
        <Qr qr={card.qr} label={t('sheet.qr')} />
        <div>
          <p className="card-label">{t('sheet.code')}</p>
          <p className="card-code">{card.code}</p>
        </div>
      </div>
      <ol className="card-how">
        <li>{t('sheet.stepOne', { site: sheet.site })}</li>
        <li>{t('sheet.stepTwo')}</li>
        <li>{t('sheet.stepThree', { date: formatDate(sheet.endsOn, language) })}</li>
      </ol>
    </li>
  )
}

/** The slips alone. */
export const CodeCards = (props: CardsProps) => (
  <ol className="cards">
    {props.cards.map(card => (
      <Card key={card.key} card={card} sheet={props} />
    ))}
  </ol>
)

/** Slips with the households' codes, eight to an A4 sheet, to print, cut and hand out. */
export const CodeSheet = (props: CodeSheetProps) => {
  const t = useT()
  return (
    <>
      <div className="screen-only">
        <h1>{t('sheet.title', { village: props.village })}</h1>
        <p>{t('sheet.print')}</p>
        {props.children}
      </div>
      <CodeCards {...props} />
    </>
  )
}
