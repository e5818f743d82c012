import { z } from 'zod'
import { readDay } from '#app/basics/day.ts'
import { methods } from '#app/campaign/plan.ts'
import { titles } from '#app/programme/titles.ts'

const longestLine = 200

/** Longest purpose, list of requirements or reason in characters. */
export const longestPlanText = 4000

const day = (fault: string) =>
  z.string().transform((raw, issue) => {
    const read = readDay(raw)
    if (read) return read
    issue.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })

const line = (fault: string) =>
  z.string().normalize('NFC').trim().min(1, fault).max(longestLine, 'text-too-long')

/** Several lines, empty ones left out; null when nothing was written. */
const lines = z
  .string()
  .normalize('NFC')
  .max(longestPlanText, 'text-too-long')
  .transform(
    raw =>
      raw
        .split(/\r?\n/u)
        .map(one => one.trim())
        .filter(Boolean)
        .join('\n') || null,
  )

/** What a campaign is about, apart from its commune. */
export const campaignFacts = {
  name: line('name-missing'),
  title: z.enum(titles, 'title-missing'),
  startsOn: day('first-day-unreadable'),
  endsOn: day('last-day-unreadable'),
  questionnaireId: z.string().min(1, 'questionnaire-unknown'),
  rulesId: z.string().min(1, 'rules-unknown'),
} as const

/** Shape of the form that plans a campaign. */
export const campaignFormSchema = z.object({
  ...campaignFacts,
  communeId: z.string().regex(/^\d{5}$/, 'commune-missing'),
})

export type CampaignForm = z.infer<typeof campaignFormSchema>

/** Shape of the form that edits a plan. `villageIds` are those ticked. */
export const planFormSchema = z.object({
  ...campaignFacts,
  villageIds: z.array(z.string()),
  methods: z.array(z.enum(methods)).min(1, 'plan-method-missing'),
  purpose: lines,
  requirements: lines,
})

export type PlanForm = Readonly<z.infer<typeof planFormSchema>>

/** Shape of the form that issues a plan: the paper's number without its sign, its day, who signs. */
export const issueFormSchema = z.object({
  number: z
    .string()
    .trim()
    .regex(/^\d{1,5}[a-zA-Z]?$/, 'plan-number-unreadable'),
  issuedOn: day('plan-day-unreadable'),
  signer: line('plan-signer-missing'),
})

export type IssueForm = Readonly<z.infer<typeof issueFormSchema>>

/** Shape of the form of a team. */
export const teamFormSchema = z.object({
  name: line('team-name-missing'),
  leader: line('team-leader-missing'),
  members: lines.transform(members => members ?? ''),
  villageIds: z.array(z.string()).min(1, 'team-village-missing'),
})

export type TeamForm = Readonly<z.infer<typeof teamFormSchema>>

/** Shape of the form that cancels a campaign. */
export const cancelFormSchema = z.object({
  reason: z.string().normalize('NFC').trim().min(1, 'cancel-reason-missing').max(1000, 'text-too-long'),
  confirm: z.literal('yes', 'confirm-missing'),
})

export type CancelForm = Readonly<z.infer<typeof cancelFormSchema>>
