import { type Rules, thresholdKeys } from '#app/verdict/rules.ts'
import { Badge } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import { useT } from './site.tsx'

/** Whether an official verdict may rest on these rules, in a word. */
export const BasisBadge = ({ rules }: { readonly rules: Rules }) => {
  const t = useT()
  const missing = thresholdKeys.filter(key => rules[key].status !== 'confirmed').length
  return missing === 0 ? (
    <Badge tone="good" icon="yes">
      {t('office.rules.sure')}
    </Badge>
  ) : (
    <Badge tone="open" icon="open">
      {t('office.rules.missing', { count: missing })}
    </Badge>
  )
}

const useYears = () => {
  const t = useT()
  return ({ period, historical }: Rules): string => {
    const from = String(period.from)
    const to = period.to
    const years =
      to === null ? t('office.plan.from', { from }) : t('office.plan.fromTo', { from, to: String(to) })
    return historical ? `${years} (${t('office.plan.historical')})` : years
  }
}

const Pack = ({ titles }: { readonly titles: readonly [Rules, ...Rules[]] }) => {
  const t = useT()
  const years = useYears()
  return (
    <DataTable
      caption={t('office.rules.table', { pack: titles[0].packName, years: years(titles[0]) })}
      columns={[
        {
          header: t('office.rules.heading'),
          cell: rules => <a href={`/quy-tac/${rules.id}`}>{t(`term.title.${rules.title}`)}</a>,
        },
        { header: t('office.rules.basis'), cell: rules => <BasisBadge rules={rules} /> },
        { header: t('office.rules.version'), cell: rules => rules.version, numeric: true },
      ]}
      rows={titles}
      rowKey={rules => rules.id}
    />
  )
}

/** Titles of each pack together, the newest pack first. */
const packsOf = (all: readonly Rules[]): readonly (readonly [Rules, ...Rules[]])[] => {
  const packs = new Map<string, [Rules, ...Rules[]]>()
  for (const rules of [...all].sort((a, b) => b.period.from - a.period.from)) {
    const pack = packs.get(rules.pack)
    if (pack) pack.push(rules)
    else packs.set(rules.pack, [rules])
  }
  return [...packs.values()]
}

/** Every pack with its titles, and whether a verdict may rest on each. */
export const RulePacks = ({ rules }: { readonly rules: readonly Rules[] }) => {
  const t = useT()
  return (
    <>
      <h1>{t('office.rules.title')}</h1>
      <p className="lead">{t('office.rules.lead')}</p>
      {packsOf(rules).map(titles => (
        <Pack key={titles[0].pack} titles={titles} />
      ))}
    </>
  )
}
