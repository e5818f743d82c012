import { z } from 'zod'
import hd78 from './packs/hd78-2017.json'
import hd90 from './packs/hd90-2022.json'
import hd91 from './packs/hd91-2022.json'
import hd122 from './packs/hd122-2019.json'
import qd51 from './packs/qd51-2026.json'
import { type Rules, rulesSchema, ruleValuesSchema } from './rules.ts'

const titleSchema = ruleValuesSchema.partial().extend({
  title: rulesSchema.shape.title,
  criteriaSet: rulesSchema.shape.criteriaSet,
})

/** A pack's file: what its titles share, and each title with what is its own. Every title must end up with every value. */
const packSchema = z.object({
  pack: z.string(),
  name: z.string(),
  period: rulesSchema.shape.period,
  historical: z.boolean(),
  shared: ruleValuesSchema.partial(),
  titles: z.array(titleSchema),
})

function rulesOf(file: unknown): readonly Rules[] {
  const { pack, name, period, historical, shared, titles } = packSchema.parse(file)
  const head = { pack, packName: name, period, historical, version: 1 }
  return titles.map(own => rulesSchema.parse({ ...shared, ...own, ...head, id: `${pack}/${own.title}` }))
}

const shipped: readonly Rules[] = [hd78, hd122, hd90, hd91, qd51].flatMap(rulesOf)

/** The shipped rules of every pack and title, oldest pack first, each in its first version. */
export const listRules = (): readonly Rules[] => shipped

/** The shipped rules called `<pack>/<title>`, such as `hd90-2022/district-standard`, or null. */
export const findRules = (id: string): Rules | null => shipped.find(rules => rules.id === id) ?? null
