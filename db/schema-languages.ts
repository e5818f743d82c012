import type { Generated } from 'kysely'
import type { JsonText } from './schema-accounts.ts'

/** Tables of further languages, and of letters of people without a code. */
export interface LanguageTables {
  spoken_language: {
    id: string
    area_id: string
    questionnaire_id: string
    questionnaire_version: number
    tag: string
    name: string
  }
  translation: { language_id: string; content: string; statement: string; meaning: string }
  /** Recordings by their hash, each once. */
  sound: { hash: string; kind: string; bytes: Buffer }
  clip: { language_id: string; content: string; hash: string }
  campaign_language: {
    campaign_id: string
    position: number
    tag: string
    name: string
    lines: JsonText
    clips: JsonText
  }
  letter: {
    id: string
    campaign_id: string
    village_id: string | null
    content: string | null
    body: string
    received_on: string
    state: Generated<string>
    answer: Generated<string | null>
    answered_on: Generated<string | null>
  }
}
