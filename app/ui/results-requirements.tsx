import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { compareRates, printThreshold } from '#app/tally/rate.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Check } from '#app/verdict/judge.ts'
import { Badge } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import { RateText } from './rate-text.tsx'
import { contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

type RequirementsProps = { readonly results: Results; readonly questionnaire: Questionnaire }

/** Of the contents only the lowest stands here: every other one is in the table of contents. */
const shown = (checks: readonly Check[]): readonly Check[] => {
  const contents = checks.filter(check => check.requirement === 'contentThreshold')
  const lowest = contents.reduce<Check | null>(
    (low, check) => (low === null || compareRates(check.rate, low.rate) < 0 ? check : low),
    null,
  )
  return [...checks.filter(check => check.requirement !== 'contentThreshold'), ...(lowest ? [lowest] : [])]
}

/** Every requirement of the rules beside the figure it was put to. */
export const Requirements = ({ results, questionnaire }: RequirementsProps) => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(questionnaire, { t, language })
  const rows = shown(results.checks)
  if (rows.length === 0) return null
  const nameOf = ({ requirement, content, commune }: Check): string => {
    if (requirement !== 'contentThreshold' || content === null) return t(`term.ruleKey.${requirement}`)
    const name = names.get(content) ?? content
    const place = commune === null ? name : t('results.verdict.inCommune', { content: name, commune })
    return t('results.verdict.weakest', { content: place })
  }
  return (
    <DataTable
      caption={t('results.verdict.requirements')}
      columns={[
        { header: t('results.verdict.requirement'), cell: nameOf },
        {
          header: t('results.verdict.reached'),
          cell: check => <RateText rate={check.rate} />,
          numeric: true,
        },
        {
          header: t('results.verdict.threshold'),
          cell: check => `≥ ${printThreshold(check.threshold, language)}`,
          numeric: true,
        },
        { header: t('results.verdict.outcome'), cell: check => <Outcome holds={check.holds} /> },
      ]}
      rows={rows}
      rowKey={check => `${check.requirement} ${check.content} ${check.commune}`}
    />
  )
}

const Outcome = ({ holds }: { readonly holds: boolean }) => {
  const t = useT()
  return holds ? (
    <Badge tone="good" icon="yes">
      {t('results.verdict.holds')}
    </Badge>
  ) : (
    <Badge tone="bad" icon="no">
      {t('results.verdict.fails')}
    </Badge>
  )
}
