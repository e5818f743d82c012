import type { Language } from '#app/basics/language.ts'
import { machine } from '#app/i18n/catalogue/vi/office-machine.ts'
import { type Key, translator } from '#app/i18n/translate.ts'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

/** Texts that other pages say too: the name in the scripts, and whose words it takes. */
const shared = {
  channelSelf: 'term.channel.self',
  channelVisit: 'term.channel.visit',
  channelMeeting: 'term.channel.meeting',
  channelPaper: 'term.channel.paper',
  outcomeNotReached: 'term.outcome.not-reached',
  outcomeAbsent: 'term.outcome.absent',
  outcomeMoved: 'term.outcome.moved',
  outcomeRefused: 'term.outcome.refused',
  question: 'ballot.question',
  overall: 'ballot.overall',
  meaning: 'ballot.meaning',
  satisfied: 'ballot.answer.satisfied',
  dissatisfied: 'ballot.answer.dissatisfied',
  reason: 'ballot.reason',
  opinion: 'ballot.otherOpinion',
  opinionHint: 'ballot.otherOpinionHint',
  optional: 'form.optional',
  faultSummary: 'form.errorSummary',
  receipt: 'resident.receipt',
  meetingSend: 'ballot.submit',
  number: 'office.collect.number',
  noNumber: 'office.collect.noNumber',
  unnamed: 'office.collect.unnamed',
  search: 'office.collect.search',
  searchHint: 'office.collect.searchHint',
} as const satisfies { readonly [name: string]: Key }

/** Whatever a text leaves open stays open: the scripts in `public/may` fill it in on the device. */
const places = Object.fromEntries(
  ['all', 'answered', 'count', 'days', 'left', 'means', 'name', 'number', 'receipt', 'text'].map(name => [
    name,
    `{{${name}}}`,
  ]),
)

/** Every text of the scripts in one language, their `{{values}}` still to be filled in. */
export const machineTexts = (language: Language): Readonly<Record<string, string>> => {
  const t = translator(language)
  const own = Object.keys(machine).map(
    name => [name, `office.machine.${name as keyof typeof machine}` as const] as const,
  )
  const keys: readonly (readonly [string, Key])[] = [...own, ...Object.entries(shared)]
  return Object.fromEntries(keys.map(([name, key]) => [name, t(key, places)]))
}

type MachineProps = {
  readonly campaign: { readonly id: string; readonly name: string; readonly collecting: boolean }
  readonly collector: { readonly id: string; readonly name: string }
}

/** Inside a script element nothing may look like its end; `<` is written so that JSON reads it all the same. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** The place of the collector's scripts, and what they need to know. Without them it leads to the page that needs none. */
export const Machine = ({ campaign, collector }: MachineProps) => {
  const t = useT()
  const { language } = useSite()
  const online = `/dot/${campaign.id}/thu`
  const data = asData({ campaign, collector, language, texts: machineTexts(language) })
  return (
    <>
      <div id="may" className="may">
        <h1>{t('office.machine.title')}</h1>
        <p>{t('office.machine.opening')}</p>
        <noscript>
          <Notice kind="warning">
            <p>{t('office.machine.failure')}</p>
          </Notice>
        </noscript>
        <p>
          <a className="tap" href={online}>
            {t('office.machine.workOnline')}
          </a>
        </p>
      </div>
      <div id="may-failure" hidden>
        <Notice kind="warning">
          <p>{t('office.machine.failure')}</p>
          <p>
            <a className="tap" href={online}>
              {t('office.machine.workOnline')}
            </a>
          </p>
        </Notice>
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data for a script, which markup's escapes would spoil */}
      <script id="may-data" type="application/json" dangerouslySetInnerHTML={{ __html: data }} />
      <script type="module" src="/may/app.js" />
    </>
  )
}
