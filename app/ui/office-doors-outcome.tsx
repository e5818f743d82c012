import { outcomes } from '#app/household/outcome.ts'
import { SubmitButton } from './button.tsx'
import type { Door, Place } from './office-doors-place.ts'
import { useT } from './site.tsx'

type OutcomeFormProps = { readonly door: Door; readonly place: Place; readonly name: string }

/** Why a household has not answered: one press, without leaving the list. */
export const OutcomeForm = ({ door, place, name }: OutcomeFormProps) => {
  const t = useT()
  return (
    <details className="why-not">
      <summary aria-label={t('office.collect.outcomeOf', { name })}>{t('office.collect.outcome')}</summary>
      <form method="post" action={`/dot/${place.campaignId}/thu`}>
        <input type="hidden" name="slot" value={door.slotId} />
        <input type="hidden" name="thon" value={place.villageId} />
        <input type="hidden" name="cach" value={place.means} />
        <input type="hidden" name="tim" value={place.search} />
        <input type="hidden" name="con" value={place.waiting ? '1' : ''} />
        <input type="hidden" name="trang" value={place.page} />
        <p className="hint">{t('office.collect.outcomeHint')}</p>
        <div className="actions">
          {outcomes
            .filter(outcome => outcome !== door.outcome)
            .map(outcome => (
              <SubmitButton key={outcome} kind="secondary" name="outcome" value={outcome}>
                {t(`term.outcome.${outcome}`)}
              </SubmitButton>
            ))}
          {door.outcome ? (
            <SubmitButton kind="secondary" name="outcome" value="none">
              {t('office.collect.outcomeNone')}
            </SubmitButton>
          ) : null}
        </div>
      </form>
    </details>
  )
}
