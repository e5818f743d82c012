import type { Language } from '#app/basics/language.ts'
import type { Finding } from '#app/dossier/verify.ts'
import type { Verification } from '#app/dossier/verify-pack.ts'
import { formatDate } from '#app/i18n/format.ts'
import { sayChecked, sayFinding, sayLabel, sayPlace, sayRemark } from '#app/i18n/verify-say.ts'
import { element } from './elements.ts'

const term = (label: string, ...texts: readonly string[]): readonly HTMLElement[] => [
  element('dt', {}, label),
  ...texts.map(text => element('dd', {}, text)),
]

const fact = (label: string, text: string): HTMLElement => element('div', {}, ...term(label, text))

const facts = ({ manifest }: Verification, file: string, language: Language): HTMLElement => {
  const { campaign, version, madeOn } = manifest ?? {}
  return element(
    'dl',
    { class: 'facts' },
    fact(sayLabel('pack', language), file),
    campaign
      ? fact(
          sayLabel('campaign', language),
          `${campaign.name} (${campaign.communeName}, ${campaign.provinceName})`,
        )
      : null,
    version ? fact(sayLabel('version', language), String(version)) : null,
    madeOn ? fact(sayLabel('madeOn', language), formatDate(madeOn, language)) : null,
  )
}

/** In one sentence whether everything agrees; what the eye and the screen reader come to first. */
function banner(verification: Verification, file: string, language: Language): HTMLElement {
  const { findings, usable } = verification
  const agrees = findings.length === 0
  const heading = agrees
    ? sayLabel('agrees', language)
    : sayLabel('differs', language, { findings: String(findings.length) })
  const lead = usable
    ? sayLabel(agrees ? 'agrees-lead' : 'differs-lead', language)
    : sayLabel('unreadable', language)
  return element(
    'section',
    { class: `outcome ${agrees ? 'agrees' : 'differs'}` },
    element('h2', { tabindex: '-1', id: 'outcome' }, heading),
    element('p', {}, lead),
    facts(verification, file, language),
  )
}

function findingItem(finding: Finding, language: Language, contents: Verification['contents']): HTMLElement {
  const { expected, found } = finding
  const place = sayPlace(finding, language, contents)
  const pair = [
    ...(expected === undefined ? [] : term(sayLabel('expected', language), expected)),
    ...(found === undefined ? [] : term(sayLabel('found', language), found)),
  ]
  return element(
    'li',
    {},
    element('p', { class: 'what' }, sayFinding(finding, language)),
    place === '' ? null : element('p', {}, place),
    pair.length === 0 ? null : element('dl', { class: 'pair' }, ...pair),
  )
}

const list = (
  { kind, heading }: { readonly kind: string; readonly heading: string },
  items: readonly HTMLElement[],
): HTMLElement | null =>
  items.length === 0
    ? null
    : element('section', { class: kind }, element('h2', {}, heading), element('ul', {}, ...items))

const plain = (text: string): HTMLElement => element('li', {}, text)

/** Everything that came of checking a file, as parts of the page. */
export function outcomeParts(
  verification: Verification,
  file: string,
  language: Language,
): readonly HTMLElement[] {
  const { findings, remarks, checked, contents } = verification
  const parts = [
    banner(verification, file, language),
    list(
      { kind: 'findings', heading: sayLabel('findings', language) },
      findings.map(one => findingItem(one, language, contents)),
    ),
    list(
      { kind: 'checked', heading: sayLabel('checked', language) },
      checked.map(one => plain(sayChecked(one, language))),
    ),
    list(
      { kind: 'remarks', heading: sayLabel('remarks', language) },
      remarks.map(one => plain(sayRemark(one, language))),
    ),
  ]
  return parts.filter(part => part !== null)
}
