import { z } from 'zod'
import type { Language } from '#app/basics/language.ts'
import { type Verification, verifyInSteps, verifySteps } from '#app/dossier/verify-pack.ts'
import { sayLabel } from '#app/i18n/verify-say.ts'
import { button, element } from './elements.ts'
import { outcomeParts } from './outcome.ts'
import { verifyTools } from './tools.ts'

/*
 * The verifier as one page: opened from a file, without a network. It checks with the same code as `npm run verify`.
 */

// The page's own policy forbids code made of texts.
z.config({ jitless: true })

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly file: string; readonly step: number }
  | { readonly kind: 'done'; readonly file: string; readonly verification: Verification }

let state: State = { kind: 'waiting' }
let language: Language = 'vi'

/** A moment in which the page can draw itself and be used. */
const breathe = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))

function show(next: State): void {
  state = next
  draw()
  if (next.kind === 'done') document.getElementById('outcome')?.focus()
}

async function check(file: File): Promise<void> {
  show({ kind: 'working', file: file.name, step: 0 })
  await breathe()
  const bytes = new Uint8Array(await file.arrayBuffer())
  const running = verifyInSteps(bytes, verifyTools)
  let step = running.next()
  while (!step.done) {
    show({ kind: 'working', file: file.name, step: step.value })
    await breathe()
    step = running.next()
  }
  show({ kind: 'done', file: file.name, verification: step.value })
}

const take = (files: FileList | null | undefined): void => {
  const file = files?.[0]
  if (file) void check(file)
}

function chooser(): HTMLElement {
  const input = element('input', { type: 'file', id: 'file', accept: '.zip,application/zip' })
  input.addEventListener('change', () => take(input.files))
  const drop = element(
    'div',
    { class: 'drop' },
    input,
    element('label', { for: 'file', class: 'pick' }, sayLabel('choose', language)),
    element('span', { class: 'soft' }, sayLabel('drop', language)),
  )
  drop.addEventListener('dragover', () => drop.classList.add('over'))
  drop.addEventListener('dragleave', () => drop.classList.remove('over'))
  return drop
}

function working(file: string, step: number): HTMLElement {
  const text = sayLabel('step', language, { step: String(step), steps: String(verifySteps) })
  return element(
    'section',
    { role: 'status' },
    element('h2', {}, `${sayLabel('working', language)} ${file}`),
    element('progress', {
      ...{ max: String(verifySteps), value: String(step) },
      'aria-label': sayLabel('working', language),
    }),
    element('p', { class: 'soft' }, text),
  )
}

const actions = (): HTMLElement =>
  element(
    'div',
    { class: 'actions' },
    button(sayLabel('again', language), () => show({ kind: 'waiting' })),
    button(sayLabel('print', language), () => print()),
  )

function parts(): readonly HTMLElement[] {
  if (state.kind === 'waiting') return [chooser()]
  if (state.kind === 'working') return [working(state.file, state.step)]
  return [...outcomeParts(state.verification, state.file, language), actions()]
}

function switchLanguage(): void {
  language = language === 'vi' ? 'en' : 'vi'
  draw()
  document.querySelector<HTMLButtonElement>('header button')?.focus()
}

const header = (): HTMLElement => {
  const other = button(sayLabel('language', language), switchLanguage)
  other.lang = language === 'vi' ? 'en' : 'vi'
  return element('header', {}, element('p', { class: 'brand' }, 'Lòng Dân'), other)
}

const limits = (): HTMLElement =>
  element(
    'section',
    {},
    element('h2', {}, sayLabel('limits-title', language)),
    element('p', {}, sayLabel('limits', language)),
  )

function draw(): void {
  const title = sayLabel('title', language)
  document.documentElement.lang = language
  document.title = `${title} – Lòng Dân`
  const main = element(
    'main',
    {},
    element('h1', {}, title),
    state.kind === 'done' ? null : element('p', { class: 'lead' }, sayLabel('lead', language)),
    ...parts(),
    limits(),
  )
  document.body.replaceChildren(
    header(),
    main,
    element('footer', { class: 'soft' }, sayLabel('offline', language)),
  )
}

// A file may be dropped anywhere; a browser would open it otherwise.
for (const name of ['dragover', 'drop'] as const) addEventListener(name, event => event.preventDefault())
addEventListener('drop', event => {
  if (state.kind !== 'working') take(event.dataTransfer?.files)
})

draw()
