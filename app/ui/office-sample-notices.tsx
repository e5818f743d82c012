import { formatInteger } from '#app/i18n/format.ts'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

type ViewProps = {
  readonly open: boolean
  readonly sample: { readonly households: number } | null
  readonly joint: { readonly id: string; readonly name: string; readonly stages: unknown } | null
  readonly villages: readonly { readonly name: string; readonly gone: number }[]
  readonly register: { readonly households: number; readonly villages: number }
}

/** Who is asked where this campaign draws nobody itself: everybody, or whom the joint campaign chose. */
export const EveryoneAsked = ({ sample, joint, register }: ViewProps) => {
  const t = useT()
  const { language } = useSite()
  if (sample) return null
  const { villages } = register
  if (joint)
    return (
      <p className="lead">
        {t(joint.stages ? 'office.sample.byJoint' : 'office.sample.byJointAll', { name: joint.name })}
      </p>
    )
  return (
    <>
      <p className="lead">
        {t('office.sample.everyone', { households: formatInteger(register.households, language), villages })}
      </p>
      <p className="soft">{t('office.sample.everyoneUsual')}</p>
    </>
  )
}

/** What has changed in the register since the list was fixed. */
export const SampleNotices = ({ open, sample, villages, register }: ViewProps) => {
  const t = useT()
  const { language } = useSite()
  const gone = villages.filter(village => village.gone > 0)
  const write = (count: number) => formatInteger(count, language)
  return (
    <>
      {open && gone.length > 0 ? (
        <Notice kind="warning" title={t('office.sample.goneTitle')}>
          <p>
            {t('office.sample.gone', {
              villages: gone.map(({ name, gone: n }) => `${name} (${n})`).join(', '),
            })}
          </p>
        </Notice>
      ) : null}
      {open && sample && sample.households !== register.households ? (
        <Notice>
          <p>
            {t('office.sample.changed', {
              now: write(register.households),
              listed: write(sample.households),
            })}
          </p>
        </Notice>
      ) : null}
    </>
  )
}
