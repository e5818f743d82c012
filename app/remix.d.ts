import '@remix-run/node'

// Tells the types what remix.config.js turned on, so that loader data keeps its own type on the page.
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
