import { type Voice, voicesOn } from '#app/dossier/opinions.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

type Written = { readonly villageId: string; readonly content: string | null; readonly body: string }

type OpinionsProps = { readonly questionnaire: Questionnaire; readonly opinions: readonly Written[] }

/** So many stand open under one heading; a commune's whole harvest folds. */
const openVoices = 10

const VoiceList = ({ voices }: { readonly voices: readonly Voice[] }) => {
  const t = useT()
  return (
    <ul>
      {voices.map(({ text, times }) => (
        <li key={text}>{times === 1 ? text : t('results.opinions.times', { text, count: times })}</li>
      ))}
    </ul>
  )
}

const Voices = ({ heading, voices }: { readonly heading: string; readonly voices: readonly Voice[] }) => {
  const t = useT()
  const rest = voices.slice(openVoices)
  if (voices.length === 0) return null
  return (
    <section>
      <h3>{heading}</h3>
      <VoiceList voices={voices.slice(0, openVoices)} />
      {rest.length > 0 ? (
        <details>
          <summary>{t('results.opinions.rest', { count: rest.length })}</summary>
          <VoiceList voices={rest} />
        </details>
      ) : null}
    </section>
  )
}

/** Reasons content by content and the other opinions, the same text once. For staff: texts may name people. */
export const ResultsOpinions = ({ questionnaire, opinions }: OpinionsProps) => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(questionnaire, { t, language })
  return (
    <section aria-labelledby="opinions-title">
      <h2 id="opinions-title">{t('results.opinions.title')}</h2>
      <p className="soft">{t(opinions.length === 0 ? 'results.opinions.none' : 'results.opinions.lead')}</p>
      {[...names].map(([content, name]) => (
        <Voices
          key={content}
          heading={t('results.opinions.reasons', { content: name })}
          voices={voicesOn(opinions, content)}
        />
      ))}
      <Voices heading={t('results.opinions.other')} voices={voicesOn(opinions, null)} />
    </section>
  )
}
