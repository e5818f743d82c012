import { z } from 'zod'
import { type Questionnaire, questionnaireSchema } from '#app/questionnaire/questionnaire.ts'
import { type Rules, rulesSchema } from './rules.ts'

/** What a campaign copies in at opening and keeps whatever later versions say (invariant 5). */
export type Frozen = { readonly questionnaire: Questionnaire; readonly rules: Rules }

const frozenSchema = z.object({ questionnaire: questionnaireSchema, rules: rulesSchema })

/** Reads what a campaign froze from its JSON column; throws on anything else, since only we write it. */
export const readFrozen = (json: unknown): Frozen => frozenSchema.parse(json)
