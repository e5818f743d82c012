/**
 * What a household's page does beyond a plain form, which it stays where this does not run: it keeps what is typed on
 * this phone, opens without a network, and sends the ballot by itself until the server has answered. Words are in the
 * page. A record is { b: the form's body, s: 0 draft, 1 not sent, 2 sent and not confirmed, t: when }, under the code.
 */
;(() => {
  const PLACE = 'phieu/'
  const KEPT = 'long-dan-phieu'
  const LOCK = 'phieu.lock'
  const TIMEOUT = 30000
  const OLD = 45 * 864e5
  const memory = {}
  let full = false

  const all = (selector, root) => [].slice.call((root || document).querySelectorAll(selector))
  const byId = id => document.getElementById(id)
  const ignore = () => {}
  const own = (/^\/P\/(\w+)/.exec(location.pathname.toUpperCase().replace(/-/g, '')) || [])[1]
  const html = `<!DOCTYPE html>${document.documentElement.outerHTML}`
  const stage = () => byId('main').dataset.stage

  const onPhone = (deed, otherwise) => {
    try {
      return deed(localStorage)
    } catch (_) {
      full = true
      return otherwise
    }
  }
  const read = code =>
    memory[code] || onPhone(store => JSON.parse(store.getItem(PLACE + code) || 'null'), null)
  const isOut = record => record !== null && record.s > 0
  const write = (code, b, s) => {
    full = false
    memory[code] = { b, s, t: Date.now() }
    onPhone(store => store.setItem(PLACE + code, JSON.stringify(memory[code])))
  }
  const codes = () =>
    onPhone(store => Object.keys(store), [])
      .filter(name => name.indexOf(PLACE) === 0)
      .map(name => name.slice(PLACE.length))
      .concat(Object.keys(memory))
      .filter((code, at, every) => every.indexOf(code) === at)

  const dropPage = code =>
    window.caches
      ? caches
          .open(KEPT)
          .then(kept => kept.delete(`/P/${code}`))
          .catch(ignore)
      : Promise.resolve()

  /** Leaves nothing of a household on this phone. */
  const forget = code => {
    delete memory[code]
    onPhone(store => store.removeItem(PLACE + code))
    return dropPage(code)
  }

  const show = transient => {
    const record = own && read(own)
    const state = transient || (record ? ['draft', 'unsent', 'sent'][record.s] : 'none')
    all('[data-s]').forEach(part => {
      part.hidden = part.dataset.s.split(' ').indexOf(state) < 0
    })
    all('[data-full]').forEach(part => {
      part.hidden = !full
    })
    return state
  }

  const bodyOf = form => new URLSearchParams(new FormData(form)).toString()
  const isAgain = body => /(^|&)again=yes/.test(body)

  const fill = (form, body) =>
    new URLSearchParams(body).forEach((value, name) => {
      const field = form.elements[name]
      // The language is the one that is shown now.
      if (field && name !== 'language') field.value = value
    })

  const draft = event => {
    const form = byId('phieu')
    const wasFull = full
    write(own, bodyOf(form), 0)
    show()
    const notice = document.querySelector('[data-full]')
    if (full && !wasFull) event.target.closest('.q,.field').appendChild(notice)
    const question = event.target.closest('.q.bad')
    if (question) mark(question, '')
  }

  const remove = parts => {
    for (const part of parts) part.remove()
  }

  const mark = (question, fault) => {
    question.classList.toggle('bad', fault !== '')
    remove(all('.err', question))
    if (fault === '') return
    const err = document.createElement('p')
    err.className = 'err'
    err.textContent = fault
    question.insertBefore(err, question.querySelector('.opts'))
  }

  const linkTo = (question, fault) => {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `#${question.id}`
    link.textContent = fault
    item.appendChild(link)
    return item
  }

  /** Whether every question is answered; else lists those that are not, as the server would. */
  const complete = form => {
    remove(all('#can-sua'))
    const summary = byId('thieu')
    const list = summary.querySelector('ul')
    list.textContent = ''
    all('.q', form).forEach(question => {
      const fault = question.querySelector(':checked')
        ? ''
        : question.querySelector('.q-no').textContent.replace(/\.$/, '') + summary.dataset.miss
      mark(question, fault)
      if (fault) list.appendChild(linkTo(question, fault))
    })
    summary.hidden = !list.firstChild
    if (!summary.hidden) {
      summary.focus()
      summary.scrollIntoView()
    }
    return summary.hidden
  }

  /** One page of this phone sends at a time. The server takes a ballot once anyhow. */
  const alone = job => {
    if (navigator.locks) return navigator.locks.request(LOCK, { ifAvailable: true }, lock => lock && job())
    if (Number(onPhone(store => store.getItem(LOCK), 0)) > Date.now()) return Promise.resolve()
    onPhone(store => store.setItem(LOCK, Date.now() + TIMEOUT))
    const release = () => onPhone(store => store.removeItem(LOCK))
    return job().then(release, release)
  }

  const pageIn = (text, url) => {
    const page = new DOMParser().parseFromString(text, 'text/html')
    // The form itself is no answer to a ballot: a page asked for a moment before may still say so.
    const main = page.querySelector('main[data-stage]:not([data-stage=form])')
    return main && { main, title: page.title, url }
  }

  /** The same post as the form's. The page it ends at, or null where no page of ours has answered. */
  const post = (code, body) =>
    Promise.race([
      fetch(`/p/${code}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        credentials: 'same-origin',
        body,
      }).then(response => response.text().then(text => pageIn(text, response.url))),
      new Promise(resolve => setTimeout(resolve, TIMEOUT)),
    ]).catch(ignore)

  /** Puts the server's answer in the place of the form. */
  const arrive = ({ main, title, url }) => {
    if (byId('phieu')) byId('phieu').reset()
    history.replaceState(null, '', url)
    document.title = title
    byId('main').replaceWith(document.adoptNode(main))
    bind()
    const head = main.querySelector('#can-sua') || main.querySelector('h1')
    head.tabIndex = -1
    window.scrollTo(0, 0)
    head.focus()
  }

  const sendOne = async code => {
    const { b } = read(code)
    const mine = code === own
    write(code, b, 2)
    if (mine) show('sending')
    const page = await post(code, b)
    const now = page ? page.main.dataset.stage : ''
    if (now === 'answered' || now === 'over') await forget(code)
    else if (page) write(code, b, 0)
    if (!mine) return
    if (page) arrive(page)
    else show()
  }

  const send = () =>
    alone(async () => {
      if (navigator.onLine === false) return
      for (const code of codes()) {
        if (isOut(read(code))) await sendOne(code)
      }
    })

  const submit = event => {
    event.preventDefault()
    const form = event.target
    if (!complete(form)) return
    write(own, bodyOf(form), 1)
    show()
    byId('cho').focus()
    send()
  }

  const deeds = {
    send,
    edit: () => {
      write(own, read(own).b, 0)
      fill(byId('phieu'), read(own).b)
      show()
      byId('phieu').querySelector('input').focus()
    },
    wipe: button => {
      if (!window.confirm(button.dataset.ask)) return
      forget(own)
      byId('phieu').reset()
      show('wiped')
    },
  }

  /** Where a question has no recording and the phone has a Vietnamese voice, a button has it read aloud. */
  const listen = () => {
    const form = byId('phieu')
    const speech = window.speechSynthesis
    if (!form || !speech) return
    const words = form.dataset.listen
    const voice = speech.getVoices().filter(one => /^vi/i.test(one.lang))[0]
    if (!words || !voice) return
    all('.q', form).forEach(question => {
      if (question.querySelector('audio,.hear')) return
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'btn btn-2 hear'
      button.textContent = words
      button.addEventListener('click', () => {
        const texts = all('legend,.mean', question).map(part => part.textContent)
        const said = new SpeechSynthesisUtterance(texts.join(' '))
        said.voice = voice
        said.lang = 'vi-VN'
        speech.cancel()
        speech.speak(said)
      })
      question.insertBefore(button, question.querySelector('.opts'))
    })
  }

  const bind = () => {
    const form = byId('phieu')
    if (!form) return
    listen()
    form.setAttribute('autocomplete', 'off')
    form.addEventListener('input', draft)
    form.addEventListener('change', draft)
    form.addEventListener('submit', submit)
    all('[data-do]').forEach(button => {
      button.addEventListener('click', () => deeds[button.dataset.do](button))
    })
    show()
  }

  const policy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

  /** Keeps the page as it came, for when there is no network. */
  const keepPage = () => {
    if (stage() !== 'form' || !window.caches || !navigator.serviceWorker) return
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }
    navigator.serviceWorker.register('/p-sw.js', { scope: '/p/' }).catch(ignore)
    caches
      .open(KEPT)
      .then(kept =>
        Promise.all([
          kept.put(`/P/${own}`, new Response(html, { headers })),
          fetch('/p.js', { cache: 'force-cache' }).then(script => kept.put('/p.js', script)),
        ]),
      )
      .catch(ignore)
  }

  /** Brings back what this phone holds for the page's household, or takes it away where the page needs none. */
  const take = record => {
    const form = byId('phieu')
    if (form && record && (isOut(record) || isAgain(record.b) === (stage() === 'again'))) fill(form, record.b)
    // Above the questions only before anything is shown: nothing may move under a finger that answers.
    if (form && record) form.insertBefore(byId('nhap'), form.firstChild)
    if (form && stage() === 'mend') write(own, bodyOf(form), 0)
    bind()
    if (isOut(record) || !/answered|over/.test(stage())) return
    // A draft of answering again waits for its own form; the receipt ends it.
    if (record && isAgain(record.b) && !/bien-nhan/.test(location.pathname)) dropPage(own)
    else forget(own)
  }

  /** Another page of this phone has sent, wiped or changed the same household's ballot. */
  const follow = ({ key, newValue }) => {
    const form = byId('phieu')
    if (!form || (key !== null && key !== PLACE + own)) return
    delete memory[own]
    if (newValue) return void show()
    if (navigator.onLine) return location.reload()
    form.reset()
    show('wiped')
  }

  const start = () => {
    onPhone(store => store.setItem(PLACE, ''))
    onPhone(store => store.removeItem(PLACE))
    codes().forEach(code => {
      const record = read(code)
      if (record === null || record.t < Date.now() - OLD) forget(code)
    })
    if (own) take(read(own))
    window.addEventListener('load', keepPage)
    // Voices come late in some browsers.
    if (window.speechSynthesis) speechSynthesis.onvoiceschanged = listen
    window.addEventListener('online', send)
    window.addEventListener('storage', follow)
    window.addEventListener('pageshow', event => event.persisted && location.reload())
    setInterval(send, 60000)
    send()
  }

  start()
})()
