/*
 * Copies a text that stands on the page. The buttons are hidden until this file runs: without it nothing is shown, and the
 * text is selected by hand.
 */
;(() => {
  const textOf = element => ('value' in element ? element.value : element.textContent.trim())

  /* Outside HTTPS a browser has no clipboard: there the old command copies what is selected. */
  const copySelected = element => {
    if (element.select) element.select()
    else getSelection().selectAllChildren(element)
    return document.execCommand('copy')
  }

  const copy = async element => {
    try {
      await navigator.clipboard.writeText(textOf(element))
      return true
    } catch {
      return copySelected(element)
    }
  }

  for (const button of document.querySelectorAll('button[data-copy]')) {
    const text = document.getElementById(button.dataset.copy)
    const said = button.parentElement.querySelector('[role="status"]')
    if (!text || !said) continue
    button.closest('[hidden]').hidden = false
    button.addEventListener('click', async () => {
      said.textContent = ''
      if (await copy(text)) said.textContent = button.dataset.done
    })
  }
})()
