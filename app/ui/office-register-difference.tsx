import { formatInteger } from '#app/i18n/format.ts'
import { DataTable } from './data-table.tsx'
import { useHouseholdLine } from './office-register-words.ts'
import { useSite, useT } from './site.tsx'
import { Stats } from './stat.tsx'

export type DifferingHousehold = {
  readonly id: string
  readonly villageId: string
  readonly number: string | null
  readonly name: string
}

export type ShownDifference = {
  readonly fresh: number
  readonly known: number
  readonly renumbered: number
  readonly elsewhere: readonly (DifferingHousehold & { readonly toVillageId: string })[]
  readonly away: readonly DifferingHousehold[]
  readonly missing: readonly DifferingHousehold[]
}

type Villages = readonly { readonly villageId: string; readonly name: string }[]

const nameIn = (villages: Villages, id: string): string =>
  villages.find(village => village.villageId === id)?.name ?? ''

/** How many households are new, known, changed or gone, if the register lists any yet. */
export const DifferenceStats = ({ difference }: { readonly difference: ShownDifference }) => {
  const t = useT()
  const { language } = useSite()
  const kinds = ['fresh', 'known', 'renumbered', 'elsewhere', 'missing'] as const
  const countOf = (kind: (typeof kinds)[number]): number => {
    const found = difference[kind]
    return typeof found === 'number' ? found : found.length
  }
  return (
    <>
      <h3>{t('office.register.diff.title')}</h3>
      <Stats
        items={kinds.map(kind => ({
          label: t(`office.register.diff.${kind}`),
          value: formatInteger(countOf(kind), language),
          note: t(`office.register.diff.${kind}Note`),
        }))}
      />
    </>
  )
}

/** At most so many missing households stand on a page: each has its own box to tick. */
const mostMissing = 300

type MissingProps = { readonly missing: readonly DifferingHousehold[]; readonly villages: Villages }

/** Households that the file does not name: none is ticked beforehand. */
export const MissingHouseholds = ({ missing, villages }: MissingProps) => {
  const t = useT()
  const lineOf = useHouseholdLine()
  if (missing.length === 0) return null
  const shown = missing.slice(0, mostMissing)
  const rest = missing.length - shown.length
  return (
    <fieldset className="field">
      <legend>{t('office.register.diff.missingList')}</legend>
      <p className="hint">{t('office.register.diff.missingHint')}</p>
      <input type="hidden" name="reason" value={t('office.register.moveOut.missingReason')} />
      <details open={shown.length <= 20} className="picks">
        <summary>{t('office.register.diff.more', { count: shown.length })}</summary>
        {shown.map(one => (
          <label className="pick" key={one.id}>
            <input type="checkbox" name={`di.${one.id}`} value="1" />
            <span>{lineOf(one, nameIn(villages, one.villageId))}</span>
          </label>
        ))}
      </details>
      {rest > 0 ? <p>{t('office.register.diff.missingRest', { count: rest })}</p> : null}
    </fieldset>
  )
}

type DifferencesProps = { readonly difference: ShownDifference; readonly villages: Villages }

/** Households whose village changes, and those that moved out and are listed all the same. */
export const DifferenceLists = ({ difference, villages }: DifferencesProps) => {
  const t = useT()
  const lineOf = useHouseholdLine()
  const { elsewhere, away } = difference
  return (
    <>
      {elsewhere.length > 0 ? (
        <DataTable
          caption={t('office.register.diff.elsewhereList')}
          columns={[
            { header: t('office.register.list.name'), cell: one => lineOf(one) },
            { header: t('office.register.diff.from'), cell: one => nameIn(villages, one.villageId) },
            { header: t('office.register.diff.to'), cell: one => nameIn(villages, one.toVillageId) },
          ]}
          rows={elsewhere}
          rowKey={one => one.id}
        />
      ) : null}
      {away.length > 0 ? (
        <section className="findings">
          <h3>{t('office.register.diff.awayList')}</h3>
          <p>{t('office.register.diff.awayHint')}</p>
          <ul>
            {away.map(one => (
              <li key={one.id}>{lineOf(one, nameIn(villages, one.villageId))}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
