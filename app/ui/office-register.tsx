import {
  type ProblemKind,
  registerMessage,
  type Told,
  type WarningKind,
} from '#app/household/register/register.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { isKey } from '#app/i18n/translate.ts'
import { SubmitButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { Notice } from './notice.tsx'
import { HouseholdsTable } from './office-draft.tsx'
import {
  DifferenceLists,
  DifferenceStats,
  MissingHouseholds,
  type ShownDifference,
} from './office-register-difference.tsx'
import { useSite, useT } from './site.tsx'
import { Stats } from './stat.tsx'

type Found = Told<ProblemKind | WarningKind>

/** So many lines stand open; a register with hundreds of doubtful lines folds the rest. */
const openLines = 100

/** From so many lines on, how many there are of each kind stands above them. */
const manyLines = 10

const useKindName = () => {
  const t = useT()
  return (kind: string): string => {
    const key = `office.register.kind.${kind}`
    return isKey(key) ? t(key) : kind
  }
}

const LineTable = ({
  findings,
  caption,
}: {
  readonly findings: readonly Found[]
  readonly caption: string
}) => {
  const t = useT()
  const { language } = useSite()
  const place = ({ row, sheet }: Found): string =>
    sheet ? t('office.register.sheetRow', { sheet, row: String(row) }) : String(row)
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { header: t('office.register.row'), cell: place },
        { header: t('office.register.reason'), cell: found => registerMessage(found, language) },
      ]}
      rows={findings}
      rowKey={found => `${found.sheet ?? ''} ${found.row} ${found.kind} ${found.quote}`}
    />
  )
}

const countKinds = (findings: readonly Found[]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>()
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** Above a longer list: how many lines of each kind. */
const Kinds = ({ findings }: { readonly findings: readonly Found[] }) => {
  const { language } = useSite()
  const kindName = useKindName()
  return (
    <ul>
      {countKinds(findings).map(([kind, count]) => (
        <li key={kind}>
          {kindName(kind)}: <b>{formatInteger(count, language)}</b>
        </li>
      ))}
    </ul>
  )
}

type FindingsProps = { readonly title: string; readonly none: string; readonly findings: readonly Found[] }

/** Lines of one sort with what was found at each. */
export const Findings = ({ title, none, findings }: FindingsProps) => {
  const t = useT()
  const rest = findings.slice(openLines)
  return (
    <section className="findings">
      <h2>{title}</h2>
      {findings.length > manyLines ? <Kinds findings={findings} /> : null}
      {findings.length === 0 ? (
        <p>{none}</p>
      ) : (
        <LineTable findings={findings.slice(0, openLines)} caption={title} />
      )}
      {rest.length > 0 ? (
        <details>
          <summary>{t('office.register.rest', { count: rest.length })}</summary>
          <LineTable findings={rest} caption={title} />
        </details>
      ) : null}
    </section>
  )
}

type WaitingProps = {
  readonly waiting: {
    readonly importId: string
    readonly fileName: string
    readonly rows: number
    readonly villages: Readonly<Record<string, number>>
    readonly problems: readonly Told<ProblemKind>[]
    readonly warnings: readonly Told<WarningKind>[]
    /** Against the register as it is. */
    readonly difference?: ShownDifference
  }
  /** The commune's villages, by which the difference names them. */
  readonly listed?: readonly { readonly villageId: string; readonly name: string }[]
  /** Whether the register lists anybody yet: a first list has nothing to be compared with. */
  readonly compared?: boolean
}

const CheckStats = ({ waiting }: WaitingProps) => {
  const t = useT()
  const { language } = useSite()
  const count = (number: number) => formatInteger(number, language)
  const { rows, problems, warnings } = waiting
  return (
    <Stats
      items={[
        { label: t('office.register.good'), value: count(rows), note: t('office.register.goodNote') },
        {
          label: t('office.register.left'),
          value: count(problems.length),
          note: t('office.register.leftNote'),
        },
        {
          label: t('office.register.look'),
          value: count(warnings.length),
          note: t('office.register.lookNote'),
        },
      ]}
    />
  )
}

/** The confirmation stands right under the figures, before the long lists: cadres come back to it. */
const Confirm = ({ waiting, listed = [] }: WaitingProps) => {
  const t = useT()
  if (waiting.rows === 0)
    return (
      <Notice kind="warning">
        <p>{t('office.register.noneGood')}</p>
      </Notice>
    )
  return (
    <form method="post" className="confirm">
      <input type="hidden" name="importId" value={waiting.importId} />
      <p>{t('office.register.confirmHint', { count: waiting.rows })}</p>
      <MissingHouseholds missing={waiting.difference?.missing ?? []} villages={listed} />
      <SubmitButton>{t('office.register.confirm')}</SubmitButton>
    </form>
  )
}

const Discard = () => {
  const t = useT()
  return (
    <form method="post" className="confirm">
      <SubmitButton kind="secondary" name="discard" value="1">
        {t('office.register.discard')}
      </SubmitButton>
    </form>
  )
}

/** A checked file: what would be written, what is left out and why, what to look at. */
export const RegisterCheck = ({ waiting, listed = [], compared = false }: WaitingProps) => {
  const t = useT()
  const order = new Map(listed.map(({ name }, at) => [name, at]))
  // The database gives the counts in an order of its own.
  const villages = Object.entries(waiting.villages)
    .map(([name, households]) => ({ name, households }))
    .sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0))
  const empty = villages.filter(village => village.households === 0).map(village => village.name)
  return (
    <>
      <h2>{t('office.register.result', { file: waiting.fileName })}</h2>
      <CheckStats waiting={waiting} />
      {waiting.difference && compared ? (
        <>
          <DifferenceStats difference={waiting.difference} />
          <DifferenceLists difference={waiting.difference} villages={listed} />
        </>
      ) : null}
      <Confirm waiting={waiting} listed={listed} />
      {waiting.difference ? <Discard /> : null}
      {empty.length > 0 ? (
        <Notice kind="warning">
          <p>{t('office.register.zero', { names: empty.join(', ') })}</p>
        </Notice>
      ) : null}
      <HouseholdsTable villages={villages} caption={t('office.register.byVillage')} />
      <Findings
        title={t('office.register.problems')}
        none={t('office.register.noProblems')}
        findings={waiting.problems}
      />
      <Findings
        title={t('office.register.warnings')}
        none={t('office.register.noWarnings')}
        findings={waiting.warnings}
      />
    </>
  )
}
