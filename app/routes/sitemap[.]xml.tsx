import type { LoaderFunctionArgs } from '@remix-run/node'
import { systemOf } from '#app/http/access.server.ts'
import { listPublicAddresses } from '#app/services/public-list.server.ts'

/** The pages that everybody may read, for search engines (sitemaps.org 0.9). */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const system = systemOf(context)
  const pages = (await listPublicAddresses(system)).map(({ path, changedOn }) => {
    const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`
    return `<url><loc>${system.publicUrl}${path}</loc>${changed}</url>`
  })
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join('\n')}\n</urlset>\n`,
    {
      headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
    },
  )
}
