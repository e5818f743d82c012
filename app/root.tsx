import { data, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { languageCookie, requestLanguage } from '#app/http/language.server.ts'
import { isKey, translator } from '#app/i18n/translate.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { type FrameKind, frameOf, hydrates } from '#app/ui/page.ts'
import { SiteProvider } from '#app/ui/site.tsx'
import fontsHref from '#app/ui/styles/fonts.css?url'
import officeHref from '#app/ui/styles/office.css?url'
import residentHref from '#app/ui/styles/resident.css?url'

/** What the server hands to every page. */
type PageContext = { readonly nonce?: string; readonly demonstration?: boolean }

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { nonce, demonstration = false } = context as PageContext
  const cookie = languageCookie(request)
  return data(
    { language: requestLanguage(request), demonstration, nonce },
    cookie ? { headers: { 'Set-Cookie': cookie } } : undefined,
  )
}

const sheets: { readonly [frame in FrameKind]: readonly string[] } = {
  resident: [residentHref],
  public: [officeHref],
  office: [fontsHref, officeHref],
}

const unknownSite = { language: 'vi', demonstration: false, nonce: undefined } as const

/** Plain unless a route asks for scripts: a resident's page is markup and one small sheet. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const site = useRouteLoaderData<typeof loader>('root') ?? unknownSite
  const matches = useMatches()
  const failed = Boolean(useRouteError())
  const frame = frameOf(matches)
  return (
    <html lang={site.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#9b1c1c" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        {sheets[frame].map(href => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <Links />
      </head>
      <body className={frame}>
        <SiteProvider site={site}>{children}</SiteProvider>
        {hydrates(matches) && !failed ? <Scripts {...(site.nonce ? { nonce: site.nonce } : {})} /> : null}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export const meta = ({ error, data: site }: { readonly error?: unknown; readonly data?: unknown }) => {
  const language = (site as { readonly language?: 'vi' | 'en' } | undefined)?.language ?? 'vi'
  const t = translator(language)
  if (error === undefined) return [{ title: t('frame.product') }]
  const title = `status.${isRouteErrorResponse(error) ? error.status : 500}.title`
  return [{ title: `${t(isKey(title) ? title : 'status.500.title')} · ${t('frame.product')}` }]
}

/** A thrown `{ problem: code }` is said in its own words; anything else by its status alone. */
export function ErrorBoundary() {
  const error = useRouteError()
  const site = useRouteLoaderData<typeof loader>('root') ?? unknownSite
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />
  const problem = `problem.${(error.data as { readonly problem?: string } | null)?.problem ?? ''}`
  return (
    <ErrorPage status={error.status} what={isKey(problem) ? translator(site.language)(problem) : undefined} />
  )
}
