import { data, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { languageCookie, queryBeside, requestLanguage } from '#app/http/language.server.ts'
import { requestTextSize, textSizeCookie } from '#app/http/text-size.server.ts'
import { isKey, translator } from '#app/i18n/translate.ts'
import { ErrorPage, errorTitle, wayBack } from '#app/ui/error-page.tsx'
import { ResidentSheet, residentIcon } from '#app/ui/inline-sheet.tsx'
import { type KeptForm, SignInPage } from '#app/ui/office-sign-in.tsx'
import { type FrameKind, frameOf, hydrates, pageTitle, titled } from '#app/ui/page.ts'
import { type Site, SiteProvider, useSite, useT } from '#app/ui/site.tsx'
import fontsHref from '#app/ui/styles/fonts.css?url'
import officeHref from '#app/ui/styles/office.css?url'
import residentHref from '#app/ui/styles/resident.css?url'

/** What the server hands to every page. */
type PageContext = { readonly nonce?: string; readonly demonstration?: boolean }

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { nonce, demonstration = false } = context as PageContext
  const chosen = [languageCookie(request), textSizeCookie(request)].filter(cookie => cookie !== null)
  return data(
    {
      language: requestLanguage(request),
      textSize: requestTextSize(request),
      query: queryBeside(request),
      demonstration,
      nonce,
    },
    { headers: chosen.map((cookie): [string, string] => ['Set-Cookie', cookie]) },
  )
}

const sheets: { readonly [frame in FrameKind]: readonly string[] } = {
  resident: [],
  public: [officeHref],
  office: [fontsHref, officeHref],
}

/** What the root loaded; after a failed action it has not, and the server's rendering says it instead. */
const usePageSite = (): Site & { readonly nonce?: string | undefined } => {
  const rendered = useSite()
  return useRouteLoaderData<typeof loader>('root') ?? rendered
}

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)

/** Plain unless a route asks for scripts: a resident's page is markup, one small sheet, and a script it can do without. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const site = usePageSite()
  const matches = useMatches()
  const error = useRouteError()
  const frame = frameOf(matches)
  return (
    <html lang={site.language} className={site.textSize === 'to' ? 'to' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#9b1c1c" />
        <meta name="format-detection" content="telephone=no" />
        {error ? (
          <title>{pageTitle(errorTitle(statusOf(error), translator(site.language)))}</title>
        ) : (
          <Meta />
        )}
        <link rel="icon" href={frame === 'resident' ? residentIcon : '/favicon.svg'} type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        {frame === 'resident' ? <ResidentSheet href={residentHref} /> : null}
        {sheets[frame].map(href => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <Links />
        {frame === 'resident' ? <script src="/p.js" defer /> : null}
      </head>
      <body className={frame}>
        <SiteProvider site={site}>{children}</SiteProvider>
        {hydrates(matches) && !error ? <Scripts {...(site.nonce ? { nonce: site.nonce } : {})} /> : null}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export const meta = titled('frame.tagline')

type Thrown = {
  readonly problem?: string
  readonly interrupted?: KeptForm
  /** Address of the meeting that this device is kept at. */
  readonly back?: string
} | null

/** The way on from an error: back to the meeting, or to the round or dossier in whose pages it was met. */
const useWayBack = (status: number, meeting: string | undefined) => {
  const t = useT()
  const way = wayBack(useLocation().pathname, status)
  if (meeting) return { href: meeting, label: t('office.meeting.stay') }
  return way ? { href: way.href, label: t(`frame.${way.word}`) } : null
}

/**
 * A thrown `{ problem: code }` is said in its own words, anything else by its status alone. A form whose sender was no
 * longer signed in waits in the page that signs in again.
 */
export function ErrorBoundary() {
  const error = useRouteError()
  const t = useT()
  const thrown = (isRouteErrorResponse(error) ? error.data : null) as Thrown
  const back = useWayBack(statusOf(error), thrown?.back)
  if (thrown?.interrupted) return <SignInPage kept={thrown.interrupted} />
  const problem = `problem.${thrown?.problem ?? ''}`
  return <ErrorPage status={statusOf(error)} what={isKey(problem) ? t(problem) : undefined} back={back} />
}
