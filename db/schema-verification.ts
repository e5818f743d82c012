import type { Generated } from 'kysely'
import type { Moment } from './schema-accounts.ts'

/** Tables of verification: what an appraiser said, sent back, accepted and signed. */
export interface VerificationTables {
  verification: {
    campaign_id: string
    version: number
    state: string
    submitted_at: Moment
    note_id: Generated<string | null>
  }
  verification_note: {
    id: string
    campaign_id: string
    version: number
    /** The paper as JSON text, byte by byte as it was hashed. */
    paper: string
    sha256: string
    accepted_by: string
    accepted_at: Moment
  }
  verification_signature: {
    note_id: string
    position: number
    account_id: string
    name: string
    role: string
    sha256: string
    signed_at: Moment
  }
  verification_return: {
    id: string
    campaign_id: string
    version: number
    summary: string
    deadline: string
    returned_by: string
    returned_at: Moment
    answer: Generated<string | null>
    answered_by: Generated<string | null>
    answered_at: Moment | null
  }
  verification_return_reason: {
    return_id: string
    position: number
    village_id: string | null
    content: string | null
    reason: string
  }
  verification_comment: {
    id: string
    campaign_id: string
    version: number
    kind: string
    village_id: string | null
    content: string | null
    measure: string | null
    paper: string | null
    body: string
    blocking: boolean
    written_by: string
    written_at: Moment
    answer: Generated<string | null>
    answered_by: Generated<string | null>
    answered_at: Moment | null
    resolved_by: Generated<string | null>
    resolved_at: Moment | null
  }
}
