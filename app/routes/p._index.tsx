import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
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
  const typed = new URL(request.url).searchParams.get('ma') ?? ''
  const code = normaliseCode(typed.slice(0, longestTyped))
  if (code) throw redirect(`/p/${encodeURIComponent(code)}`, 303)
  return null
}

export default function EnterCode() {
  const t = useT()
  const error = t('home.codeMissing')
  return (
    <ResidentFrame>
      <ErrorSummary errors={[{ field: 'ma', message: error }]} />
      <h1>{t('home.codeTitle')}</h1>
      <CodeBox error={error} />
    </ResidentFrame>
  )
}
