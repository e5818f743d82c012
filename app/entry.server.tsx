import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { type BootOptions, boot as bootPages } from './http/boot.server.ts'
import { requestLanguage } from './http/language.server.ts'
import type { PageContext } from './http/pages.server.ts'
import { requestTextSize } from './http/text-size.server.ts'
import { InlineSheetProvider } from './ui/inline-sheet.tsx'
import { type Site, SiteProvider } from './ui/site.tsx'
import residentSheet from './ui/styles/resident.css?inline'

/** Starts the product; the policy it sends lets in the one sheet that stands inside pages. */
export const boot = (options: Omit<BootOptions, 'inlineStyles'>): Promise<void> =>
  bootPages({ ...options, inlineStyles: [residentSheet] })

/** A page that is not finished by then is given up. Milliseconds. */
export const streamTimeout = 10_000

interface Rendering {
  readonly request: Request
  readonly status: number
  readonly headers: Headers
  readonly remix: EntryContext
  readonly nonce: string
  /** For the pages of actions that failed: there the root's loader, which says the same, has not run. */
  readonly site: Site
}

/** Whole pages only: nothing is sent before everything is rendered, so the status is always the right one. */
function render({ request, status, headers, remix, nonce, site }: Rendering): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failure: unknown
    const page = (
      <SiteProvider site={site}>
        <InlineSheetProvider value={residentSheet}>
          <RemixServer context={remix} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
        </InlineSheetProvider>
      </SiteProvider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        if (failure !== undefined) return reject(failure)
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        failure ??= error
      },
    })
    setTimeout(abort, streamTimeout + 1000).unref()
  })
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: PageContext,
): Promise<Response> {
  const site = {
    language: requestLanguage(request),
    textSize: requestTextSize(request),
    demonstration: context.demonstration === true,
  }
  return render({ request, status, headers, remix, nonce: context.nonce, site })
}

/** Leaves a bug to the request's log line. A visitor who went away is none, nor is a form sent where none is read (405). */
export function handleError(
  error: unknown,
  { request, context }: { readonly request: Request; readonly context: PageContext },
): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.noteFailure(error)
}
