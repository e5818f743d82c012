import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkPublished, type Published, type PublishedRate } from '#app/tally/published.ts'
import fixture from '#tests/fixtures/published-surveys.json'

const number = z.number().nullish()
const criterionSchema = z.object({
  name: z.string(),
  rate: number,
  counts: z.object({ satisfied: number, dissatisfied: number, dissatisfied_rate: number }).optional(),
})
const surveySchema = z.object({
  place: z.string(),
  households: number,
  households_asked: number,
  collected: number,
  satisfied: number,
  published_rate: number,
  published_coverage: number,
  per_criterion: z.array(criterionSchema),
  consistent: z.union([z.boolean(), z.literal('unknown')]),
})

type Survey = z.infer<typeof surveySchema>
type Criterion = z.infer<typeof criterionSchema>

const surveys: readonly Survey[] = z.array(surveySchema).parse(fixture)

const text = (percent: number) => String(percent).replace('.', ',')

function rate(name: string, printed: string, part?: number | null, whole?: number | null): PublishedRate {
  const known = typeof part === 'number' && typeof whole === 'number'
  return { name, text: printed, rate: known ? { part, whole } : null }
}

function contentRates(survey: Survey, { name, rate: printed, counts }: Criterion): readonly PublishedRate[] {
  const whole = survey.collected
  const other = counts?.dissatisfied_rate
  return [
    ...(printed == null ? [] : [rate(name, text(printed), counts?.satisfied, whole)]),
    ...(other == null ? [] : [rate(`${name}: chưa hài lòng`, text(other), counts?.dissatisfied, whole)]),
  ]
}

/** The survey's own figures, entered as the fixture holds them. The overall rate is divided by what the survey had: collected ballots, or else households asked. */
function entered(survey: Survey, added: Partial<Published> = {}): Published {
  const { households, households_asked: asked, collected, satisfied, published_rate: overall } = survey
  const coverage = survey.published_coverage
  return {
    coverage: coverage == null ? null : rate('coverage', text(coverage), asked, households),
    overall: overall == null ? [] : [rate('overall', text(overall), satisfied, collected ?? asked)],
    contents: survey.per_criterion.flatMap(criterion => contentRates(survey, criterion)),
    collectionEnded: null,
    reported: null,
    ...added,
  }
}

function survey(place: string): Survey {
  const found = surveys.find(one => one.place.includes(place))
  if (!found) throw new Error(`no survey of ${place}`)
  return found
}

const found = (published: Published) => checkPublished(published).map(problem => problem.code)

describe('the published surveys', () => {
  test.each(['Tiền Giang', 'Hòa Tịnh', 'Tân Phước', 'Sơn Tây', 'Mỹ Đức', 'Linh Cang', 'Tam Anh Nam'])(
    'of %s agrees with its counts',
    place => {
      const one = survey(place)
      expect(one.consistent).toBe(true)
      expect(checkPublished(entered(one))).toEqual([])
    },
  )

  test('Hòa Định cut 74,18 off to 74,17', () => {
    expect(checkPublished(entered(survey('Hòa Định')))).toEqual([
      {
        code: 'rate-truncated',
        figure: 'coverage',
        published: '74,17',
        expected: '74,18',
        numbers: { part: 1893, whole: 2552 },
      },
    ])
  })

  test('Thanh Oai gave two overall rates', () => {
    const overall = [rate('câu 11', '97,29%'), rate('tỷ lệ chung', '96,11%')]
    expect(found(entered(survey('Thanh Oai'), { overall }))).toEqual(['two-overall-rates'])
  })

  test('Mỹ Đông had criteria “trên 100 %”', () => {
    const contents = [rate('cao nhất', 'trên 100%'), rate('thấp nhất', '92')]
    expect(found(entered(survey('Mỹ Đông'), { contents }))).toEqual(['rate-above-100'])
  })

  test('Tam Kỳ said “hơn 93 %” and no count, so that nothing can be recomputed', () => {
    const overall = [rate('overall', 'hơn 93%')]
    expect(found(entered(survey('Tam Kỳ'), { overall }))).toEqual(['rate-not-exact'])
  })

  test('Duy Xuyên wrote one mean as the rate of ten questions', () => {
    const contents = Array.from({ length: 10 }, (_, i) => rate(`câu ${i + 1}`, '98,87%'))
    expect(found(entered(survey('Duy Xuyên'), { contents }))).toEqual(['contents-share-one-rate'])
  })

  test('are all entered here', () => {
    expect(surveys).toHaveLength(12)
  })
})

describe('a published figure', () => {
  const nothing: Published = {
    coverage: null,
    overall: [],
    contents: [],
    collectionEnded: null,
    reported: null,
  }
  const one = (printed: string, part: number, whole: number) =>
    found({ ...nothing, overall: [rate('overall', printed, part, whole)] })

  test('may have any number of decimals if rounded half-up at them', () => {
    expect([one('72', 11_683, 16_226), one('98,6', 71, 72), one('98.611', 71, 72)]).toEqual([[], [], []])
  })

  test('that is neither rounded nor cut off is wrong', () => {
    expect(one('98,60', 71, 72)).toEqual(['rate-wrong'])
  })

  test('of 100 although somebody is dissatisfied hides them', () => {
    expect(one('100,00', 65_624, 65_627)).toEqual(['rate-hides-somebody'])
    expect(one('100,00', 72, 72)).toEqual([])
  })

  test('cannot be above its whole, above 100 %, or without a base', () => {
    expect(one('99', 73, 72)).toEqual(['part-above-whole'])
    expect(one('101,39', 73, 72)).toEqual(['rate-above-100'])
    expect(one('0', 0, 0)).toEqual(['rate-without-base'])
  })

  test('must be a number', () => {
    expect(one('gần hết', 71, 72)).toEqual(['rate-unreadable'])
  })

  test('given twice at different decimals is one figure', () => {
    const overall = [rate('câu 11', '97,29'), rate('tỷ lệ chung', '97,3%')]
    expect(found({ ...nothing, overall })).toEqual([])
  })

  test('cannot be reported before collection ended', () => {
    const early = { ...nothing, collectionEnded: '2024-07-18', reported: '2024-07-17' }
    expect(checkPublished(early)).toMatchObject([
      { code: 'reported-before-collection-ended', published: '2024-07-17', expected: '2024-07-18' },
    ])
    expect(found({ ...early, reported: '2024-07-18' })).toEqual([])
  })
})
