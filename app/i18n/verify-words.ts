import type { Checked, FindingCode, Remark } from '#app/dossier/verify.ts'

/** How the verifier of packs says what it found, in one language; `{{name}}` is a number or text of the case. */
export type VerifyWords = {
  readonly findings: Readonly<Record<FindingCode, string>>
  readonly remarks: Readonly<Record<Remark['code'], string>>
  readonly checked: Readonly<Record<Checked['code'], string>>
  /** Figures by the end of their name. */
  readonly figures: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<Label, string>>
}

export type Label =
  | 'title'
  | 'lead'
  | 'choose'
  | 'drop'
  | 'again'
  | 'working'
  | 'step'
  | 'pack'
  | 'campaign'
  | 'version'
  | 'madeOn'
  | 'agrees'
  | 'agrees-lead'
  | 'differs'
  | 'differs-lead'
  | 'checked'
  | 'findings'
  | 'remarks'
  | 'place'
  | 'expected'
  | 'found'
  | 'village'
  | 'content'
  | 'link'
  | 'line'
  | 'at'
  | 'head-of-page'
  | 'unreadable'
  | 'offline'
  | 'limits-title'
  | 'limits'
  | 'print'
  | 'language'
