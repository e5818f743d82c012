import type { ReactNode } from 'react'
import { showRecoveryCode } from '#app/account/recovery.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { ErrorSummary, errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { OfficeFrame } from './office-frame.tsx'
import { carriedFields, Hidden } from './office-kept-form.tsx'
import { type KeptForm, KeptFormAgain } from './office-sign-in.tsx'
import { qrOf } from './qr.ts'
import { QrCode } from './qr-code.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type OnTheWay = { readonly to?: string | undefined; readonly kept?: KeptForm | null }

/** For whoever signed in as somebody else, or cannot go on. */
const Elsewhere = () => {
  const t = useT()
  return (
    <form method="post" action="/dang-xuat" className="soft">
      <SubmitButton kind="secondary">{t('office.secondStep.elsewhere')}</SubmitButton>
    </form>
  )
}

type SecondStepPageProps = OnTheWay & { readonly errors: readonly FormError[] }

/** After the password: six digits of the phone, or a recovery code. */
export const SecondStepPage = ({ errors, ...onTheWay }: SecondStepPageProps) => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.secondStep.title')}</h1>
      <p className="lead">{t('office.secondStep.lead')}</p>
      <form method="post" action="/dang-nhap/xac-thuc" className="narrow">
        <Hidden values={carriedFields(onTheWay)} />
        <TextField
          name="code"
          label={t('office.secondStep.code')}
          hint={t('office.secondStep.codeHint')}
          error={errorOf(errors, 'code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
          maxLength={20}
        />
        <details>
          <summary>{t('office.secondStep.lostPhone')}</summary>
          <TextField
            name="recovery"
            label={t('office.secondStep.recovery')}
            hint={t('office.secondStep.recoveryHint')}
            width="medium"
            maxLength={40}
            autoCapitalize="characters"
          />
        </details>
        <SubmitButton>{t('office.secondStep.submit')}</SubmitButton>
      </form>
      <Elsewhere />
    </OfficeFrame>
  )
}

export type Offer = { readonly secret: string; readonly uri: string }

/** In groups of four, as it is read off the screen. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** What to do with the phone, step by step, up to the code that proves it. */
export const PhoneSteps = ({
  offer,
  errors,
}: {
  readonly offer: Offer
  readonly errors: readonly FormError[]
}) => {
  const t = useT()
  return (
    <ol className="phone-steps">
      <li>
        <p>{t('office.secondStep.install')}</p>
      </li>
      <li>
        <p>{t('office.secondStep.scan')}</p>
        <QrCode qr={qrOf(offer.uri)} label={t('office.secondStep.qr')} />
        <p>
          {t('office.secondStep.type')} <code className="secret">{grouped(offer.secret)}</code>
        </p>
        <p>
          <a className="tap" href={offer.uri}>
            {t('office.secondStep.samePhone')}
          </a>
        </p>
      </li>
      <li>
        <TextField
          name="code"
          label={t('office.secondStep.confirm')}
          hint={t('office.secondStep.confirmHint')}
          error={errorOf(errors, 'code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
          maxLength={20}
        />
      </li>
    </ol>
  )
}

type SetupPageProps = OnTheWay & { readonly offer: Offer; readonly errors: readonly FormError[] }

/** The first time: the phone is set up before the account opens. */
export const SecondStepSetupPage = ({ offer, errors, ...onTheWay }: SetupPageProps) => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.secondStep.setupTitle')}</h1>
      <p className="lead">{t('office.secondStep.setupLead')}</p>
      <form method="post" action="/dang-nhap/cai-dat">
        <Hidden values={carriedFields(onTheWay)} />
        <PhoneSteps offer={offer} errors={errors} />
        <SubmitButton>{t('office.secondStep.setupSubmit')}</SubmitButton>
      </form>
      <Elsewhere />
    </OfficeFrame>
  )
}

/** The ten codes, told once. */
export const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => {
  const t = useT()
  return (
    <>
      <Notice kind="warning">
        <p>{t('office.secondStep.codesOnce')}</p>
      </Notice>
      <ol className="recovery-codes">
        {codes.map(code => (
          <li key={code}>
            <code>{showRecoveryCode(code)}</code>
          </li>
        ))}
      </ol>
      <p>{t('office.secondStep.codesUse')}</p>
    </>
  )
}

/** Opened outside the way in, or once more after the codes were told. */
export const NothingToSetUp = () => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      <h1>{t('office.secondStep.nothingTitle')}</h1>
      <p className="lead">{t('office.secondStep.nothing')}</p>
      <p className="actions">
        <LinkButton href="/dang-nhap" kind="primary">
          {t('office.secondStep.goOn')}
        </LinkButton>
      </p>
    </OfficeFrame>
  )
}

type CodesPageProps = OnTheWay & { readonly codes: readonly string[] }

/** After setting up at the door: codes to keep, then on to where the reader was going. */
export const RecoveryCodesPage = ({ codes, to, kept }: CodesPageProps) => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      <h1>{t('office.secondStep.codesTitle')}</h1>
      <RecoveryCodes codes={codes} />
      <Onward to={to ?? '/dot'}>{kept ? <KeptFormAgain kept={kept} /> : null}</Onward>
    </OfficeFrame>
  )
}

const Onward = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => {
  const t = useT()
  return children ? (
    children
  ) : (
    <p className="actions">
      <LinkButton href={to} kind="primary">
        {t('office.secondStep.codesKept')}
      </LinkButton>
    </p>
  )
}
