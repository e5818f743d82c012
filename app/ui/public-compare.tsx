import type { Campaign } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import { isKey } from '#app/i18n/translate.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { Rate } from '#app/tally/rate.ts'
import type { Comparison, Difference } from '#app/verdict/comparable.ts'
import type { Results } from '#app/verdict/compute.ts'
import { type Column, DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import { RateText } from './rate-text.tsx'
import { contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

/** One round of the two; `closedOn` is a day, `yyyy-mm-dd`. */
export type ComparedRound = {
  readonly campaign: Pick<Campaign, 'id' | 'communeName' | 'title'>
  readonly closedOn: string
  readonly questionnaire: Questionnaire
  readonly results: Results
  readonly handCounted: readonly { readonly name: string }[]
}

type PairProps = { readonly a: ComparedRound; readonly b: ComparedRound }

type Line = { readonly name: string; readonly a: Rate | null; readonly b: Rate | null }

const useLines = ({ a, b }: PairProps): readonly Line[] => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(a.questionnaire, { t, language })
  const [left, right] = [a.results.area, b.results.area]
  return [
    ...left.contents.map(({ content, satisfied }, index) => ({
      name: names.get(content) ?? content,
      a: satisfied,
      b: right.contents[index]?.satisfied ?? null,
    })),
    { name: t('results.any'), a: left.anyDissatisfied, b: right.anyDissatisfied },
    { name: t('results.coverage'), a: left.coverage, b: right.coverage },
  ]
}

const HandCounted = ({ campaign, closedOn, handCounted }: ComparedRound) => {
  const t = useT()
  const { language } = useSite()
  if (handCounted.length === 0) return null
  const villages = handCounted.map(village => village.name).join(', ')
  const closed = formatDate(closedOn, language)
  return <p className="soft">{t('compare.hand', { commune: campaign.communeName, closed, villages })}</p>
}

/** Rates and counts of two rounds that mean the same thing. */
const SideBySide = ({ a, b }: PairProps) => {
  const t = useT()
  const { language } = useSite()
  const side = (key: 'a' | 'b', round: ComparedRound): Column<Line> => ({
    header: t('compare.column', {
      side: t(key === 'a' ? 'compare.first' : 'compare.second'),
      commune: round.campaign.communeName,
      closed: formatDate(round.closedOn, language),
    }),
    cell: line => {
      const rate = line[key]
      return rate ? <RateText rate={rate} /> : '–'
    },
    numeric: true,
  })
  return (
    <>
      <DataTable
        caption={t('compare.table')}
        columns={[{ header: t('compare.line'), cell: line => line.name }, side('a', a), side('b', b)]}
        rows={useLines({ a, b })}
        rowKey={line => line.name}
      />
      <HandCounted {...a} />
      <HandCounted {...b} />
    </>
  )
}

/** What differs, in words. */
const useReason = ({ a, b }: PairProps) => {
  const t = useT()
  const { language } = useSite()
  const nameOf = ({ questionnaire: { name, version } }: ComparedRound): string =>
    t('compare.version', { name: name[language], version })
  const word = (code: Difference['code'], value: string): string => {
    const key = code === 'title-differs' ? `term.title.${value}` : `term.ruleValue.${value}`
    return isKey(key) ? t(key) : value
  }
  return ({ code, values: [left, right] }: Difference): string =>
    code === 'questionnaire-differs'
      ? t(`compare.reason.${code}`, { a: nameOf(a), b: nameOf(b) })
      : t(`compare.reason.${code}`, { a: word(code, left), b: word(code, right) })
}

/** `Xã Sơn Lộc · Xã đạt chuẩn nông thôn mới · khóa ngày 20/03/2026`. */
export const useRoundName = () => {
  const t = useT()
  const { language } = useSite()
  return ({ campaign, closedOn }: Pick<ComparedRound, 'campaign' | 'closedOn'>): string =>
    t('compare.round', {
      commune: campaign.communeName,
      title: t(`term.title.${campaign.title}`),
      closed: formatDate(closedOn, language),
    })
}

const NotComparable = ({ reasons, ...pair }: PairProps & { readonly reasons: readonly Difference[] }) => {
  const t = useT()
  const say = useReason(pair)
  const nameOf = useRoundName()
  return (
    <section className="panel" aria-labelledby="not-title">
      <h2 id="not-title">{t('compare.not')}</h2>
      <p>{t('compare.notWhat')}</p>
      <ul className="reasons">
        {reasons.map(reason => (
          <li key={reason.code}>{say(reason)}</li>
        ))}
      </ul>
      <p>{t('compare.alone')}</p>
      <ul>
        {[pair.a, pair.b].map(round => (
          <li key={round.campaign.id}>
            <a href={`/ket-qua/${round.campaign.id}`}>{nameOf(round)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Two rounds side by side, or why they are not. */
export const ComparedPair = ({ comparison, ...pair }: PairProps & { readonly comparison: Comparison }) => {
  const t = useT()
  return (
    <>
      {comparison.kind === 'comparable' ? (
        <SideBySide {...pair} />
      ) : (
        <NotComparable {...pair} reasons={comparison.reasons} />
      )}
      <p className="soft">
        <How to="so-sanh" what={t('compare.title')} />
      </p>
    </>
  )
}
