import { fill, h } from './dom.js'

export const LONGEST_REASON = 500
export const LONGEST_OPINION = 1000

const ANSWERS = [
  ['satisfied', 'satisfied'],
  ['dissatisfied', 'dissatisfied'],
]

/** Characters that can be neither shown nor stored; line breaks and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to take them out
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

const textOf = value => value.replace(/\r\n?/g, '\n').replace(unreadable, '').normalize('NFC').trim()

const choice = (t, { key, value, word, chosen }) => {
  const id = `answer.${key}.${value}`
  const box = h('input', {
    type: 'radio',
    class: value === 'dissatisfied' ? 'opt opens' : 'opt',
    id,
    name: `answer.${key}`,
    value,
    autocomplete: 'off',
  })
  box.checked = chosen === value
  return [box, h('label', { for: id }, t(word))]
}

const area = ({ id, rows, longest, value }) => {
  const box = h('textarea', { id, name: id, rows, maxlength: longest, autocomplete: 'off' })
  box.value = value || ''
  return box
}

const reason = (t, key, draft) => {
  const id = `reason.${key}`
  const box = area({ id, rows: 2, longest: LONGEST_REASON, value: draft.reasons[key] })
  const label = h('label', { for: id }, t('reason'), h('span', { class: 'opt-word' }, ` ${t('optional')}`))
  return h('div', { class: 'reason' }, h('div', { class: 'field' }, label, box))
}

const question = (t, language, draft) => (content, index) => {
  const { key } = content
  const meaning = content.meaning[language]
  return h(
    'fieldset',
    { class: 'q', id: `answer.${key}`, tabindex: '-1' },
    h(
      'legend',
      {},
      h('span', { class: 'q-no' }, key === 'overall' ? t('overall') : t('question', { number: index + 1 })),
      ` ${content.statement[language]}`,
    ),
    meaning ? h('p', { class: 'mean' }, `${t('meaning')} ${meaning}`) : null,
    h('p', { class: 'err', id: `fault.${key}`, hidden: true }, t('faultMissing')),
    h(
      'div',
      { class: 'opts' },
      ANSWERS.map(([value, word]) => choice(t, { key, value, word, chosen: draft.answers[key] })),
      reason(t, key, draft),
    ),
  )
}

const opinion = (t, draft) => {
  const id = 'otherOpinion'
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, t('opinion'), h('span', { class: 'opt-word' }, ` ${t('optional')}`)),
    h('p', { class: 'hint', id: 'opinion-hint' }, t('opinionHint')),
    area({ id, rows: 4, longest: LONGEST_OPINION, value: draft.otherOpinion }),
  )
}

export const emptyDraft = { answers: {}, reasons: {}, otherOpinion: '' }

/** All contents of a ballot, both answers equally near; `read` gives what stands there, `complain` marks what is missing. */
export const ballotFields = ({ t, language, questionnaire, draft }) => {
  const summary = h('div', { class: 'summary', role: 'alert', tabindex: '-1', hidden: true })
  const contents = questionnaire.contents
  const questions = contents.map(question(t, language, draft))
  const fields = h('div', {}, summary, questions, opinion(t, draft))
  const chosen = key => {
    const box = fields.querySelector(`input[name="answer.${key}"]:checked`)
    return box ? box.value : null
  }
  const typed = id => textOf(fields.querySelector(`[id="${id}"]`).value)
  return {
    fields,
    /** A draft: what was typed, complete or not. */
    draft: () => {
      const draftNow = { answers: {}, reasons: {}, otherOpinion: typed('otherOpinion') }
      for (const { key } of contents) {
        if (chosen(key)) draftNow.answers[key] = chosen(key)
        if (typed(`reason.${key}`)) draftNow.reasons[key] = typed(`reason.${key}`)
      }
      return draftNow
    },
    /** The ballot, or null with the missing lines marked and the summary in focus. */
    read: () => {
      const missing = contents.filter(({ key }) => chosen(key) === null)
      complain({ t, fields, summary, contents, missing })
      return missing.length > 0 ? null : ballotIn({ contents, chosen, typed })
    },
  }
}

const ballotIn = ({ contents, chosen, typed }) => {
  const ballot = { answers: {}, reasons: {}, otherOpinion: typed('otherOpinion') }
  for (const { key } of contents) {
    ballot.answers[key] = chosen(key)
    // A reason belongs to "Chưa hài lòng": what stays in the box after the household changed its mind is dropped.
    const why = typed(`reason.${key}`)
    if (why && chosen(key) === 'dissatisfied') ballot.reasons[key] = why
  }
  return ballot
}

const complain = ({ t, fields, summary, contents, missing }) => {
  contents.forEach(({ key }) => {
    const bad = missing.some(one => one.key === key)
    fields.querySelector(`[id="answer.${key}"]`).className = bad ? 'q bad' : 'q'
    fields.querySelector(`[id="fault.${key}"]`).hidden = !bad
    fields.querySelectorAll(`input[name="answer.${key}"]`).forEach(box => {
      if (bad) box.setAttribute('aria-describedby', `fault.${key}`)
      else box.removeAttribute('aria-describedby')
    })
  })
  summary.hidden = missing.length === 0
  const lines = missing.map(({ key }) => h('li', {}, jump(t, fields, { key, contents })))
  fill(summary, h('h2', {}, t('faultSummary')), h('ul', {}, lines))
  if (missing.length > 0) summary.focus()
}

/** A link that focuses a question without becoming the page's address, which says where one is. */
const jump = (t, fields, { key, contents }) => {
  const at = contents.findIndex(content => content.key === key)
  const line = key === 'overall' ? t('overall') : t('question', { number: at + 1 })
  const go = event => {
    event.preventDefault()
    fields.querySelector(`input[name="answer.${key}"]`).focus()
    fields.querySelector(`[id="answer.${key}"]`).scrollIntoView()
  }
  return h('a', { href: `#answer.${key}`, onclick: go }, `${line} ${t('faultMissing')}`)
}
