import { SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { useRoundName } from './public-compare.tsx'
import type { ClosedRound } from './public-list.tsx'
import { useT } from './site.tsx'

type CompareFormProps = {
  readonly rounds: readonly ClosedRound[]
  readonly chosen: { readonly a: string; readonly b: string }
  readonly errors: readonly FormError[]
}

/** Two rounds to choose; the choice stands in the address, so that a comparison can be passed on. */
export const CompareForm = ({ rounds, chosen, errors }: CompareFormProps) => {
  const t = useT()
  const nameOf = useRoundName()
  if (rounds.length < 2)
    return (
      <Notice>
        <p>{t('compare.tooFew')}</p>
      </Notice>
    )
  const options = rounds.map(round => ({
    value: round.id as string,
    label: nameOf({ campaign: round, closedOn: round.closedOn }),
  }))
  const field = (name: 'a' | 'b') => ({ name, options, value: chosen[name], error: errorOf(errors, name) })
  return (
    <form method="get">
      <SelectField {...field('a')} label={t('compare.first')} />
      <SelectField {...field('b')} label={t('compare.second')} />
      <SubmitButton>{t('compare.submit')}</SubmitButton>
    </form>
  )
}
