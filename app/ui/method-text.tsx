/** The document on the method; its HTML is made at the server from our own text. */
export const MethodText = ({ html }: { readonly html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own document, rendered by the server
  <article className="document" dangerouslySetInnerHTML={{ __html: html }} />
)
