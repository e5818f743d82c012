import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contextOf, sessionCookie, sessionToken } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { readKept } from '#app/http/kept-form.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { statusOf } from '#app/http/problems.server.ts'
import { confirmSecondStep, offerSecondStep } from '#app/services/second-step.server.ts'
import { findWaiting } from '#app/services/sessions.server.ts'
import { useErrors } from '#app/ui/form-errors.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { NothingToSetUp, RecoveryCodesPage, SecondStepSetupPage } from '#app/ui/office-second-step.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.secondStep.setupTitle')

/**
 * The offer of a session that waits for it. Never a redirect: this also runs after the code was good, when the page has to
 * tell the recovery codes and the session of old is gone.
 */
export const loader = async (args: LoaderFunctionArgs) => {
  const to = localPath(new URL(args.request.url).searchParams.get('toi'))
  const context = await contextOf(args)
  const token = (await sessionToken(args)) ?? ''
  const waits = (await findWaiting(context, token)) === 'second-step-setup'
  const offer = waits ? await offerSecondStep(context, token) : null
  return { to, offer: offer?.ok ? offer.value : null }
}

export const action = async (args: ActionFunctionArgs) => {
  const fields = await readFields(args.request)
  const [to, kept] = [localPath(fields.get('toi')), readKept(fields)]
  const token = (await sessionToken(args)) ?? ''
  const done = await confirmSecondStep(await contextOf(args), { token, typed: fields.get('code') ?? '' })
  if (done.ok) {
    const headers = { 'Set-Cookie': await sessionCookie(args, done.value.session) }
    return data({ kind: 'codes' as const, codes: done.value.recoveryCodes, to, kept }, { headers })
  }
  if (done.error === 'not-signed-in') throw redirect('/dang-nhap', 303)
  const faults = { code: done.error }
  return data({ kind: 'refused' as const, faults, to, kept }, { status: statusOf(done.error) })
}

export default function SecondStepSetup() {
  const { to, offer } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const errors = useErrors(outcome?.kind === 'refused' ? outcome.faults : undefined)
  const onTheWay = { to: (outcome ? outcome.to : to) ?? undefined, kept: outcome?.kept ?? null }
  if (outcome?.kind === 'codes') return <RecoveryCodesPage codes={outcome.codes} {...onTheWay} />
  return offer ? <SecondStepSetupPage offer={offer} errors={errors} {...onTheWay} /> : <NothingToSetUp />
}
