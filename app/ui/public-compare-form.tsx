import { formatDate } from '#app/i18n/format.ts'
import { SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import type { ClosedRound } from './public-list.tsx'
import { useSite, useT } from './site.tsx'

type CompareFormProps = {
  readonly rounds: readonly ClosedRound[]
  readonly chosen: { readonly a: string; readonly b: string }
  readonly errors: readonly FormError[]
}

/** Two rounds to choose; the choice stands in the address, so that a comparison can be passed on. */
export const CompareForm = ({ rounds, chosen, errors }: CompareFormProps) => {
  const t = useT()
  const { language } = useSite()
  if (rounds.length < 2)
    return (
      <Notice>
        <p>{t('compare.tooFew')}</p>
      </Notice>
    )
  const options = rounds.map(({ id, communeName, title, closedOn }) => ({
    value: id as string,
    label: t('compare.round', {
      commune: communeName,
      title: t(`term.title.${title}`),
      closed: formatDate(closedOn, language),
    }),
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
