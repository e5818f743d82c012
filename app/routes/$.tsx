/** Every address that is no page: answered in the reader's language by the root's error page. */
export const loader = () => {
  throw new Response(null, { status: 404 })
}

/** A post to no page is no page either. */
export const action = () => loader()

export default function Nothing() {
  return null
}
