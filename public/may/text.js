/** Texts come with the page, in its language; `{{name}}` is filled in here. A key without a text shows itself. */
export const speaker = texts => (key, values) => {
  const text = Object.hasOwn(texts, key) ? texts[key] : key
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name) => {
    const value = values === undefined ? undefined : values[name]
    return value === undefined ? whole : String(value)
  })
}
