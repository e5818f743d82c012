import type { System } from './context.server.ts'
import { sealBallot } from './seal.server.ts'
import type { Submission } from './submission.server.ts'

const prepared = new WeakMap<Submission, { readonly key: Buffer; readonly sealed: Buffer }>()

/** Seals a ballot while it waits for its batch, so that the database need not wait for that. */
export const prepare = (system: System, submission: Submission): void => {
  const key = system.keys.find(submission.campaignId)
  if (key) prepared.set(submission, { key, sealed: sealBallot(key, submission) })
}

/** The ballot sealed with this key, which may have become another one since it was prepared. */
export const sealedOf = (key: Buffer, submission: Submission): Buffer => {
  const before = prepared.get(submission)
  return before?.key.equals(key) ? before.sealed : sealBallot(key, submission)
}
