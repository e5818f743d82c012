/*
 * Keying a paper sheet: 1, 2, 0, 3 choose an answer and go to the next line, Backspace goes back a line, Enter records the
 * sheet. Without this file the same form works by Tab and the space bar, or by its quick line.
 */
;(() => {
  const form = document.querySelector('form[data-keying]')
  if (!form) return
  const answers = { 1: 'satisfied', 2: 'dissatisfied', 0: 'blank', 3: 'both' }
  const lines = Array.from(form.querySelectorAll('.key-line'))
  const save = form.querySelector('button[type="submit"]')
  form.classList.add('scripted')

  const isTyping = element =>
    element && (element.tagName === 'TEXTAREA' || (element.tagName === 'INPUT' && element.type === 'text'))

  const lineOf = element => (element?.closest ? lines.indexOf(element.closest('.key-line')) : -1)

  /* The line the next key is for: the one in focus, else the first without an answer. */
  let current = 0

  const focusLine = index => {
    current = Math.max(0, Math.min(index, lines.length))
    if (current === lines.length) return save.focus()
    const line = lines[current]
    const input = line.querySelector('input:checked') || line.querySelector('input[type="radio"]')
    input.focus({ preventScroll: true })
    line.scrollIntoView({ block: 'nearest' })
  }

  form.addEventListener('focusin', event => {
    const index = lineOf(event.target)
    if (index >= 0) current = index
  })

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    if (event.key === 'Backspace') {
      event.preventDefault()
      return focusLine(current - 1)
    }
    if (event.key === 'Enter' && lineOf(event.target) >= 0) {
      event.preventDefault()
      return save.click()
    }
    const answer = answers[event.key]
    if (!answer || current >= lines.length) return
    event.preventDefault()
    lines[current].querySelector(`input[value="${answer}"]`).checked = true
    focusLine(current + 1)
  })

  /* A sheet sent twice by an impatient finger would be keyed once, and refused once. */
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
  })
  window.addEventListener('pageshow', () => delete form.dataset.sent)

  if (!document.querySelector('.summary')) focusLine(0)
})()
