import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { normaliseCode } from '#app/basics/readable-code.ts'
import { CodeBox } from '#app/ui/code-box.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'resident' }

export const meta = titled('home.codeTitle')

const longestTyped = 40

/** Leads a typed code to its page, spaces, dashes and small letters mended; the page itself says whether it is a code. */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const typed = new URL(request.url).searchParams.get('ma')
  const code = normaliseCode((typed ?? '').slice(0, longestTyped)).replace(/[^0-9A-Z]/g, '')
  if (code) throw redirect(`/p/${code}`, 303)
  return { missing: typed !== null }
}

export default function EnterCode() {
  const t = useT()
  const { missing } = useLoaderData<typeof loader>()
  const error = missing ? t('home.codeMissing') : undefined
  return (
    <ResidentFrame>
      <ErrorSummary errors={error ? [{ field: 'ma', message: error }] : []} />
      <h1>{t('home.codeTitle')}</h1>
      <CodeBox error={error} />
    </ResidentFrame>
  )
}
