/** What came of asking a household once more: it was reached, nobody was there, or it would not answer. */
export const callbackOutcomes = ['reached', 'not-reached', 'declined'] as const
export type CallbackOutcome = (typeof callbackOutcomes)[number]

/** How a household says that it was asked: by one of the means, not at all, or it does not remember. Never what it answered. */
export const saids = ['visit', 'meeting', 'paper', 'self', 'not-asked', 'unsure'] as const
export type Said = (typeof saids)[number]

/** Whether the household was given its receipt. */
export const receipts = ['yes', 'no', 'unsure'] as const
export type Receipt = (typeof receipts)[number]

/** Most households drawn at once. */
export const largestDraw = 500
