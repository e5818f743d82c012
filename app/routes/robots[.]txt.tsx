import type { LoaderFunctionArgs } from '@remix-run/node'
import { systemOf } from '#app/http/access.server.ts'

/**
 * Nothing is closed to robots here: an address that they may not open could still be listed by itself. Pages that are not
 * for everybody say `noindex` in their headers.
 */
export const loader = ({ context }: LoaderFunctionArgs) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${systemOf(context).publicUrl}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
