import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { systemOf } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { checkReceipt } from '#app/services/receipts.server.ts'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { ReceiptCheckPage } from '#app/ui/receipt-check.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const meta = titled('receipt.title')

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const loader = async ({ params, request, context }: LoaderFunctionArgs) => {
  const typed = new URL(request.url).searchParams.get('ma')
  const campaignId = params.id ?? ''
  const { campaign, check } = orProblem(await checkReceipt(systemOf(context), { campaignId, typed }))
  return { id: campaign.id, name: campaign.name, typed: typed ?? '', check }
}

export default function Receipt() {
  const t = useT()
  const { id, ...page } = useLoaderData<typeof loader>()
  return (
    <PublicFrame back={{ href: `/ket-qua/${id}`, label: t('receipt.back') }}>
      <ReceiptCheckPage {...page} />
    </PublicFrame>
  )
}
