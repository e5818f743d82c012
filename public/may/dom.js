/**
 * Makes an element: `h('p', { class: 'lead', onclick: fn }, 'text', another)`. Attributes that are false, null or
 * undefined are left out; text is always text, so nothing typed can become markup.
 */
export const h = (tag, attributes, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === false || value === null || value === undefined) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  add(element, children)
  return element
}

const add = (element, children) => {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue
    if (Array.isArray(child)) add(element, child)
    else element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  }
}

/** Takes everything out of an element and puts these in. */
export const fill = (element, ...children) => {
  while (element.firstChild) element.removeChild(element.firstChild)
  add(element, children)
}

/** A heading that takes the focus when its view comes up. */
export const heading = text => h('h1', { tabindex: '-1' }, text)

export const button = (label, onclick, kind) =>
  h('button', { type: 'button', class: kind === undefined ? 'btn btn-2' : kind, onclick }, label)

export const link = (label, href, kind) =>
  h('a', { class: kind === undefined ? 'btn btn-2' : kind, href }, label)

/** Something the reader must know: `info`, `warning` or `success`. */
export const notice = (kind, ...children) =>
  h('div', { class: `notice ${kind}`, role: kind === 'success' ? 'status' : null }, children)

export const badge = (tone, text) => h('span', { class: `badge ${tone}` }, text)
