import { createHmac } from 'node:crypto'
import { hotp, stepOf } from '#app/account/totp.ts'
import { addDays, type Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { newToken, offeredSecret } from '../account-seal.server.ts'
import { resetAccount } from '../accounts-managed.server.ts'
import { recordSigning } from '../minutes-signing.server.ts'
import { finishReset } from '../own-account.server.ts'
import { postCampaign, submitCampaign } from '../posting.server.ts'
import { setUpSecondStep } from '../second-step.server.ts'
import { writeComment } from '../verification-comments.server.ts'
import { acceptDossier, signNote } from '../verification-signing.server.ts'
import type { DemonstrationAccount } from './accounts.server.ts'
import { chanceOf } from './chance.server.ts'
import { administrator } from './places.server.ts'
import { madeUpName } from './register.server.ts'
import { as, must, type Stage } from './stage.server.ts'
import type { Survey } from './surveys.server.ts'

/** A counted round of the story. */
export type Counted = { readonly survey: Survey; readonly campaignId: CampaignId }

/** Posts a round for the days that its rules set, in every place. */
const post = async (stage: Stage, { survey, campaignId }: Counted, startsOn: Day): Promise<void> => {
  const villageIds = (await listCampaignVillages(stage.system.db, campaignId)).map(one => one.villageId)
  const places = { villageIds, atCommune: true, byLoudspeaker: true }
  const contact = `Ban Thường trực Ủy ban MTTQ ${survey.commune.name.replace(/^Xã/, 'xã')}`
  const form = { startsOn, days: null, daysDocument: '', ...places, contact }
  must(await postCampaign(as(stage, survey.cadre), campaignId, form))
}

/** The commune records who signed the minutes, in all villages but those named. */
const signMinutes = async (
  stage: Stage,
  { survey, campaignId }: Counted,
  except: readonly string[],
): Promise<void> => {
  const chance = chanceOf(`${survey.name}|minutes`)
  for (const { villageId, name } of await listCampaignVillages(stage.system.db, campaignId)) {
    if (except.includes(name)) continue
    const signers = { head: madeUpName(chance), secretary: madeUpName(chance), witness: madeUpName(chance) }
    const form = { signedOn: survey.endsOn, ...signers, others: '' }
    must(await recordSigning(as(stage, survey.cadre), { campaignId, villageId }, { form, scan: null }))
  }
}

const comment = async (
  stage: Stage,
  campaignId: CampaignId,
  form: Parameters<typeof writeComment>[2],
): Promise<void> => {
  must(await writeComment(as(stage, 'thamtra'), campaignId, form))
}

/**
 * Signs a note as an account, with a second step that lasts for that alone: the administrator takes it off again, so that
 * anybody can sign in with the listed password.
 */
const signAs = async (
  stage: Stage,
  { user, password }: DemonstrationAccount,
  signing: { readonly campaignId: CampaignId; readonly on: Day },
): Promise<void> => {
  const { system, clock } = stage
  const context = as(stage, user)
  const accountId = context.person?.id
  if (!accountId) throw new Error(`the demonstration has no account ${user}`)
  const token = newToken(system)
  const secret = offeredSecret(system, token)
  const shown = () =>
    hotp(secret, stepOf(clock.now()), (key, message) => createHmac('sha1', key).update(message).digest())
  must(await setUpSecondStep(context, { accountId, token, typed: shown() }))
  clock.moveTo(signing.on, clock.now().getUTCHours() + 7 + 1)
  must(await signNote(context, signing.campaignId, { password, code: shown() }))
  const reset = { username: user, secondStep: true }
  const { url } = must(await resetAccount(as(stage, administrator.username), reset))
  const link = url.split('/').at(-1) ?? ''
  must(await finishReset({ ...system, person: null }, { token: link, password }))
}

const signers = ['thamtra', 'mttq-tinh'] as const

const verify = async (
  stage: Stage,
  campaignId: CampaignId,
  { accounts, on }: { readonly accounts: readonly DemonstrationAccount[]; readonly on: Day },
): Promise<void> => {
  stage.clock.moveTo(on, 8)
  const conclusion =
    'Việc lấy ý kiến làm đúng trình tự, số liệu tính lại từ phiếu khớp với báo cáo. Đề nghị đưa kết quả vào hồ sơ.'
  must(await acceptDossier(as(stage, 'thamtra'), campaignId, { number: null, conclusion }))
  for (const user of signers) {
    const account = accounts.find(one => one.user === user)
    if (account) await signAs(stage, account, { campaignId, on })
  }
}

/**
 * Two counted rounds are posted and handed in: one is verified and signed by two, the other waits with what the appraiser
 * found so far. From `from` on, which is after both were closed; some three weeks.
 */
export const playVerification = async (
  stage: Stage,
  rounds: { readonly verified: Counted; readonly awaiting: Counted },
  { accounts, from }: { readonly accounts: readonly DemonstrationAccount[]; readonly from: Day },
): Promise<void> => {
  const { verified, awaiting } = rounds
  stage.clock.moveTo(from, 8)
  for (const round of [verified, awaiting]) await post(stage, round, from)
  await signMinutes(stage, verified, [])
  await signMinutes(stage, awaiting, ['Bãi Dâu'])
  stage.clock.moveTo(addDays(from, 14), 9)
  for (const { survey, campaignId } of [verified, awaiting])
    must(await submitCampaign(as(stage, survey.cadre), campaignId))
  stage.clock.moveTo(addDays(from, 17), 9)
  await comment(stage, awaiting.campaignId, {
    about: { kind: 'paper', paper: 'minutes' },
    body: 'Chưa thấy ghi việc ký biên bản kiểm phiếu thôn Bãi Dâu. Đề nghị xã ghi bổ sung, kèm bản quét.',
    blocking: true,
  })
  await comment(stage, awaiting.campaignId, {
    about: { kind: 'figure', measure: 'satisfied', villageId: null, content: 'overall' },
    body: 'Tỷ lệ hài lòng chung sát ngưỡng. Đề nghị xã nói rõ các hộ vắng nhà đã được tìm gặp lại mấy lần.',
    blocking: false,
  })
  await verify(stage, verified.campaignId, { accounts, on: addDays(from, 18) })
}
