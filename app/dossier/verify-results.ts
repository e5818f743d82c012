import { z } from 'zod'
import { byHandOf } from '#app/tally/sheet.ts'
import type { Inconsistent, Results } from '#app/verdict/compute.ts'
import { fileText, type PackFiles, packPaths, readJson } from './pack.ts'
import type { ClosingData } from './pack-counts.ts'
import { type Finding, guardedPart, type Part, partOf, type Remark } from './verify.ts'
import { type Gap, gapsBetween } from './verify-compare.ts'

const isContentList = (path: Gap['path'], at: number): boolean =>
  path[at] === 'contents' && typeof path[at + 1] === 'number'

/** Members below a village, a commune or the area, as content and figure. */
function figureIn({ contents }: Results, path: Gap['path']) {
  if (!isContentList(path, 0)) return { figure: path.join('.') }
  const content = contents[Number(path[1])]
  return content === undefined
    ? { figure: path.join('.') }
    : { content, figure: path.slice(2).join('.') || 'content' }
}

/** Where a gap of the results lies, in words of the survey: village, content, figure. */
function placeOf(results: Results, { path }: Gap): Finding['place'] {
  const [member, index] = path
  const file = packPaths.results
  if (member === 'area') return { file, ...figureIn(results, path.slice(1)) }
  if (member === 'units' && typeof index === 'number') {
    const village = results.units[index]?.name
    if (village !== undefined) return { file, village, ...figureIn(results, path.slice(2)) }
  }
  if (member === 'checks' && typeof index === 'number') {
    const check = results.checks[index]
    const content = check?.content ? { content: check.content } : {}
    return { file, ...content, figure: ['checks', check?.requirement ?? index, ...path.slice(2)].join('.') }
  }
  return { file, figure: path.join('.') }
}

const contradictions = ({ problems }: Inconsistent): readonly Finding[] =>
  problems.map(({ code, unit, content, field, numbers }) => ({
    code: 'counts-inconsistent',
    place: {
      ...{ file: packPaths.ballots, figure: field === undefined ? code : `${code}: ${field}` },
      ...(unit === undefined ? {} : { village: unit }),
      ...(content === undefined ? {} : { content }),
    },
    found: JSON.stringify(numbers),
  }))

const sheetRemarks = ({ sheets }: ClosingData): readonly Remark[] =>
  sheets.length === 0
    ? []
    : [
        {
          code: 'counted-by-hand',
          numbers: { villages: sheets.length, ballots: sheets.reduce((sum, one) => sum + byHandOf(one), 0) },
        },
      ]

/** The figures counted again (`computed`) against `results.json`, figure by figure. */
export const verifyResults = (
  files: PackFiles,
  data: ClosingData,
  computed: Results | Inconsistent,
): Part => {
  if (computed.kind === 'inconsistent')
    return { findings: contradictions(computed), remarks: [], checked: [] }
  return guardedPart(packPaths.results, () => {
    const found = readJson(packPaths.results, fileText(files, packPaths.results), z.unknown())
    const findings = gapsBetween(computed, found).map(
      (gap): Finding => ({
        ...{ code: 'results-differ', place: placeOf(computed, gap) },
        ...{ expected: gap.expected, found: gap.found },
      }),
    )
    const villages = computed.units.length
    const counted = partOf(
      findings,
      { code: 'results', numbers: { villages, checks: computed.checks.length } },
      sheetRemarks(data),
    )
    const ballots = { code: 'ballots', numbers: { ballots: data.ballots.length, villages } } as const
    return findings.length > 0 ? counted : { ...counted, checked: [ballots, ...counted.checked] }
  })
}
