import type { Generated } from 'kysely'
import type { JsonText, Moment } from './schema-accounts.ts'

/** Tables of the dossiers of recognition. */
export interface DossierTables {
  dossier_list: {
    province_id: string
    title: string
    version: number
    papers: JsonText
    made_by: string
    made_at: Moment
  }
  dossier: {
    id: string
    commune_id: string
    title: string
    year: number
    list_version: number
    opened_by: string
    opened_at: Moment
    submitted_on: string | null
    submitted_number: string | null
    submitted_by: string | null
    campaign_id: string | null
  }
  dossier_paper: {
    id: string
    dossier_id: string
    position: number
    key: string
    name: string
    kind: string
    owner: string
    agency: string
    due_on: string | null
    source: string
    status: string
    not_applicable: Generated<string | null>
  }
  dossier_file: {
    id: string
    paper_id: string
    number: number
    name: string
    kind: string
    size: number
    sha256: string
    bytes: Buffer | null
    state: Generated<string>
    replaces: string | null
    sent_by: string
    sent_at: Moment
    ended_at: Generated<Date | null>
    reason: Generated<string | null>
  }
}
