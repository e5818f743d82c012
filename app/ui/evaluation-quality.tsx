import type { EvaluationShown } from './evaluation-shown.ts'
import { CallbackResults } from './office-callbacks.tsx'
import { AssistedSigns, CollectorSigns } from './office-signs.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'

/** Fewest ballots of a comparison and its level, as the signs are made with. */
type Settings = { readonly fewest: number; readonly level: number }

/** Quality signs that are worth a look and what call-back found; nothing for whoever may not read them. */
export const EvaluationQuality = (evaluation: EvaluationShown) => {
  const t = useT()
  const { signs, callbacks, campaign } = evaluation
  if (signs === null || callbacks === null) return null
  const settings: Settings = { fewest: signs.fewest, level: signs.level }
  return (
    <>
      <Panel title={t('office.signs.title')} anchor="signs-title">
        <p>{t('office.signs.notVerdict')}</p>
        <ul>
          <li>{t('office.evaluation.quality.collectors', { count: signs.collectors.length })}</li>
          <li>{t('office.evaluation.quality.villages', { count: signs.villages.length })}</li>
          <li>{t('office.evaluation.quality.bursts', { count: signs.bursts })}</li>
        </ul>
        <p>
          {t('office.evaluation.quality.compared', { count: signs.compared, tooFew: signs.tooFew })}{' '}
          <a href={`/dot/${campaign.id}/theo-doi/dau-hieu`}>{t('office.evaluation.quality.link')}</a>
        </p>
      </Panel>
      {signs.collectors.length === 0 ? null : (
        <CollectorSigns signs={signs.collectors} tooFew={0} collecting={false} {...settings} />
      )}
      {signs.villages.length === 0 ? null : <AssistedSigns signs={signs.villages} tooFew={0} {...settings} />}
      {callbacks.whole.drawn === 0 ? (
        <Panel title={t('office.callback.result')}>
          <p>{t('office.evaluation.quality.noCallback')}</p>
        </Panel>
      ) : (
        <CallbackResults {...callbacks} fewest={callbacks.fewest} />
      )}
    </>
  )
}
