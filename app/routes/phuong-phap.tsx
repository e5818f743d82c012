import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requestLanguage } from '#app/http/language.server.ts'
import { methodHtml } from '#app/http/method-page.server.ts'
import { MethodText } from '#app/ui/method-text.tsx'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const meta = titled('methodPage.title')

export const loader = ({ request }: LoaderFunctionArgs) => ({ html: methodHtml(requestLanguage(request)) })

export default function Method() {
  const t = useT()
  return (
    <PublicFrame wide back={{ href: '/ket-qua', label: t('publicPages.listTitle') }}>
      <MethodText html={useLoaderData<typeof loader>().html} />
    </PublicFrame>
  )
}
