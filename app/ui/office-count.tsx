import { type FormEvent, useState } from 'react'
import { formatInteger } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { SheetFrame } from '#app/tally/sheet.ts'
import { checkTyped, type TypedSheet } from '#app/tally/sheet-typed.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { useSheetErrors } from './office-count-words.ts'
import { contentName } from './results-words.ts'
import { useSite, useT } from './site.tsx'
import { TextArea, TextField } from './text-field.tsx'

type Cells = { readonly typed: TypedSheet; readonly errors: readonly FormError[] }

type CellProps = Cells & {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

const Cell = ({ typed, errors, name, ...field }: CellProps) => (
  <TextField
    {...field}
    name={name}
    value={typed[name]}
    error={errorOf(errors, name)}
    inputMode="numeric"
    width="short"
    maxLength={6}
  />
)

const HeadCells = ({ frame, ...cells }: Cells & { readonly frame: SheetFrame }) => {
  const t = useT()
  return (
    <>
      <h2>{t('office.count.head')}</h2>
      <Cell {...cells} name="issued" label={t('office.count.issued')} />
      <Cell {...cells} name="collected" label={t('office.count.collected')} />
      <Cell
        {...cells}
        name="ballots"
        label={t('office.count.ballots')}
        hint={t('office.count.ballotsHint', { ballots: frame.ballots })}
      />
      <h2>{t('office.count.hand')}</h2>
      <Cell {...cells} name="invalid" label={t('office.count.invalid')} />
      <Cell
        {...cells}
        name="anyDissatisfied"
        label={t('office.count.any')}
        hint={t('office.count.anyHint')}
        optional
      />
    </>
  )
}

type LinesProps = Cells & { readonly questionnaire: Questionnaire; readonly longestReason: number }

const Lines = ({ questionnaire, longestReason, ...cells }: LinesProps) => {
  const t = useT()
  const { language } = useSite()
  return questionnaire.contents.map((content, index) => (
    <fieldset className="count-line" key={content.key}>
      <legend>{contentName(content, index, { t, language })}</legend>
      <div className="count-cells">
        {(['satisfied', 'dissatisfied', 'blank'] as const).map(option => (
          <Cell
            key={option}
            {...cells}
            name={`${option}.${content.key}`}
            label={t(`office.count.${option}`)}
          />
        ))}
      </div>
      <TextArea
        name={`reason.${content.key}`}
        label={t('office.count.reason')}
        optional
        rows={1}
        value={cells.typed[`reason.${content.key}`]}
        error={errorOf(cells.errors, `reason.${content.key}`)}
        maxLength={longestReason}
      />
    </fieldset>
  ))
}

/** Said while it is typed: what does not fit yet, then what is still empty, then that all agrees. */
const State = ({ wrong, empty }: { readonly wrong: number; readonly empty: number }) => {
  const t = useT()
  const words = () => {
    if (wrong > 0) return t('office.count.stillWrong', { count: wrong })
    return empty > 0 ? t('office.count.stillEmpty', { count: empty }) : t('office.count.fits')
  }
  return (
    <p className="count-state" role="status">
      {words()}
    </p>
  )
}

const typedIn = (form: HTMLFormElement): TypedSheet =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )

type CountFormProps = {
  readonly questionnaire: Questionnaire
  readonly frame: SheetFrame
  readonly longestReason: number
  /** What stands in the cells: typed before, recorded before, or the ballots the system holds. */
  readonly typed: TypedSheet
  /** What the server found; empty before anything was sent. */
  readonly errors: readonly FormError[]
  readonly back: string
}

/** The sheet as a form. With script every law of counting is checked as it is typed; the server checks them all again. */
export const CountForm = ({ frame, typed, errors, back, ...lines }: CountFormProps) => {
  const t = useT()
  const [live, setLive] = useState<TypedSheet | null>(null)
  const liveFaults = live ? checkTyped(live, frame) : []
  const wrong = liveFaults.filter(fault => fault.code !== 'count-missing')
  const liveErrors = useSheetErrors(wrong, lines.questionnaire)
  const cells = { typed, errors: live ? liveErrors : errors }
  const look = (event: FormEvent<HTMLFormElement>) => setLive(typedIn(event.currentTarget))
  return (
    <form method="post" onInput={look}>
      <HeadCells {...cells} frame={frame} />
      <h2>{t('office.count.lines')}</h2>
      <Lines {...cells} {...lines} />
      {live ? <State wrong={wrong.length} empty={liveFaults.length - wrong.length} /> : null}
      <div className="actions">
        <SubmitButton>{t('office.count.save')}</SubmitButton>
        <LinkButton href={back}>{t('office.count.back')}</LinkButton>
      </div>
    </form>
  )
}

/** What the page says first: the village, its households, and what recording changes. */
export const CountHead = ({ name, households }: { readonly name: string; readonly households: number }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <>
      <h1>{t('office.count.title')}</h1>
      <p className="lead">
        {t('office.count.lead', { village: name, households: formatInteger(households, language) })}
      </p>
      <p>{t('office.count.effect')}</p>
    </>
  )
}
