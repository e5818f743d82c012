import { button, fill, h, heading, link, notice } from './dom.js'

const problems = {
  'signed-out': 'problemSignedOut',
  closed: 'problemClosed',
  unreachable: 'problemUnreachable',
}

/** Why the server did not answer as asked, and what to do. */
export const problemText = (app, answer) => {
  const { t } = app
  if (answer.kind === 'refused' && answer.code === 'forbidden') return t('problemForbidden')
  return t(problems[answer.kind] || 'problemOther')
}

/** Signing in happens in a window of its own, so that nothing typed here is left. */
export const problemNotice = (app, answer) =>
  notice(
    'warning',
    h('p', {}, problemText(app, answer)),
    answer.kind === 'signed-out'
      ? h(
          'p',
          {},
          h(
            'a',
            { class: 'btn btn-2', href: app.signIn, target: '_blank', rel: 'noopener' },
            app.t('signIn'),
          ),
        )
      : null,
  )

/** Takes a village's list onto the device; the server's answer when it could not. */
export const downloadVillage = async (app, id) => {
  const answer = await app.server.village(id)
  if (answer.kind !== 'ok') return answer
  const { village, questionnaire, doors, exchangeKey, acknowledgeKey, campaign, collector } = answer.body
  app.me = collector
  const kept = {
    campaignId: app.campaign.id,
    endsOn: campaign.endsOn,
    id: village.id,
    name: village.name,
    questionnaire,
    doors,
    exchangeKey,
    acknowledgeKey,
  }
  try {
    await app.store.put('villages', `${app.campaign.id}|${village.id}`, kept)
    return answer
  } catch (_full) {
    return { kind: 'full' }
  }
}

const pick = (app, village, held) => {
  const { t } = app
  const box = h('input', { type: 'checkbox', name: 'thon', value: village.id })
  box.checked = village.assigned && !held
  const line = t('villageLine', { answered: village.collected, all: village.households })
  return h(
    'label',
    { class: 'pick' },
    box,
    h('span', {}, village.name, h('span', { class: 'hint' }, held ? `${line} ${t('alreadyHere')}` : line)),
  )
}

const downloadAll = async (app, ids, tell) => {
  for (const [at, id] of ids.entries()) {
    tell(app.t('downloading', { number: at + 1, all: ids.length }))
    const answer = await downloadVillage(app, id)
    if (answer.kind !== 'ok') return answer
  }
  return { kind: 'ok' }
}

const chosenIn = form => Array.from(form.querySelectorAll('input:checked')).map(box => box.value)

const choosing = (app, villages, held) => {
  const { t } = app
  const said = h('div', { role: 'alert' })
  const form = h('form', {})
  const submit = async event => {
    event.preventDefault()
    const ids = chosenIn(form)
    if (ids.length === 0) return fill(said, h('p', { class: 'err' }, t('chooseOne')))
    const answer = await downloadAll(app, ids, app.say)
    if (answer.kind === 'full') return fill(said, notice('warning', h('p', {}, t('downloadFull'))))
    if (answer.kind !== 'ok') return fill(said, problemNotice(app, answer))
    app.words = t('downloaded', { count: ids.length })
    app.go('#')
  }
  form.addEventListener('submit', submit)
  fill(
    form,
    h(
      'fieldset',
      { class: 'field' },
      h('legend', {}, t('chooseVillages')),
      h('p', { class: 'hint' }, t('chooseHint')),
      villages.map(village =>
        pick(
          app,
          village,
          held.some(one => one.id === village.id),
        ),
      ),
    ),
    said,
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'btn' }, t('downloadNow'))),
  )
  return form
}

/** Which villages may come onto this device; asks the server. */
export const downloadView = async app => {
  const { t } = app
  const place = h('div', {}, h('p', {}, t('asking')))
  const ask = async () => {
    const answer = await app.server.villages()
    if (answer.kind !== 'ok')
      return fill(place, problemNotice(app, answer), h('p', {}, button(t('tryAgain'), ask)))
    const { villages } = answer.body
    fill(
      place,
      villages.length === 0 ? h('p', {}, t('noneForYou')) : choosing(app, villages, await app.villages()),
    )
  }
  ask()
  return { title: t('download'), nodes: [heading(t('download')), place, h('p', {}, link(t('back'), '#'))] }
}
