import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedOf } from '#app/household/asked.ts'
import { showSlotCode } from '#app/household/household.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { type CodeSheet as Codes, issueVillage, printCodes } from '#app/services/slots.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type CodeCard, CodeSheet } from '#app/ui/code-sheet.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { qrOf } from '#app/ui/qr.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.codes.title')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  villageId: params.village ?? '',
})

/** Level M reads through a fold or a stain (15 % of the modules). */
const toCard = ({ number, name, code, link }: Codes['cards'][number]): CodeCard => ({
  key: code,
  number,
  name: name ?? '',
  code: showSlotCode(code),
  qr: qrOf(link),
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, village, cards } = orProblem(await printCodes(context, placeOf(args)))
  const noted = Number(new URL(args.request.url).searchParams.get('phat') ?? Number.NaN)
  return {
    viewer: viewerOf(context.person),
    campaign,
    village: { name: village.name, asked: askedOf(village), issued: village.issued },
    noted: Number.isInteger(noted) ? noted : null,
    site: new URL(context.publicUrl).host,
    cards: cards.map(toCard),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const place = placeOf(args)
  const slots = orProblem(await issueVillage(context, place))
  return redirect(`/dot/${place.campaignId}/ma/${encodeURIComponent(place.villageId)}?phat=${slots}`, 303)
}

const Issue = ({ issued, asked }: { readonly issued: number; readonly asked: number }) => {
  const t = useT()
  if (issued >= asked) return <p>{t('office.codes.allIssued', { households: asked })}</p>
  return (
    <form method="post">
      <p>{t('office.codes.issueHint', { issued, households: asked })}</p>
      <SubmitButton kind="secondary">{t('office.codes.issue')}</SubmitButton>
    </form>
  )
}

export default function VillageCodes() {
  const t = useT()
  const { viewer, campaign, village, noted, site, cards } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <CodeSheet
        village={village.name}
        commune={campaign.communeName}
        site={site}
        endsOn={campaign.endsOn}
        cards={cards}
      >
        {noted === null ? null : (
          <Notice kind="success">
            <p>{t('office.codes.issued', { count: noted })}</p>
          </Notice>
        )}
        <p>{t('office.codes.lead')}</p>
        <Issue {...village} />
      </CodeSheet>
    </CampaignPage>
  )
}
