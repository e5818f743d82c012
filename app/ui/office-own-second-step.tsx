import { LinkButton, SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { type Offer, PhoneSteps, RecoveryCodes } from './office-second-step.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { PasswordField } from './text-field.tsx'

type OwnSecondStepProps = {
  readonly offer: Offer
  readonly standing: { readonly setUp: boolean; readonly recoveryCodesLeft: number }
  readonly errors: readonly FormError[]
}

const NewCodes = ({ errors }: Pick<OwnSecondStepProps, 'errors'>) => {
  const t = useT()
  return (
    <Panel title={t('office.own.renew')}>
      <form method="post">
        <PasswordField
          name="renewPassword"
          label={t('office.own.current')}
          hint={t('office.own.renewHint')}
          error={errorOf(errors, 'renewPassword')}
        />
        <SubmitButton kind="secondary">{t('office.own.renew')}</SubmitButton>
      </form>
    </Panel>
  )
}

/** Sets the second step up, or moves it to another phone; both ask for the password. */
export const OwnSecondStep = ({ offer, standing, errors }: OwnSecondStepProps) => {
  const t = useT()
  return (
    <>
      <p className="lead">{t(standing.setUp ? 'office.own.moveLead' : 'office.own.setUpLead')}</p>
      {standing.setUp ? <NewCodes errors={errors} /> : null}
      <Panel title={t(standing.setUp ? 'office.own.move' : 'office.own.secondStepSetUp')}>
        <form method="post">
          <PhoneSteps offer={offer} errors={errors} />
          <PasswordField
            name="password"
            label={t('office.own.current')}
            error={errorOf(errors, 'password')}
          />
          <SubmitButton>{t('office.secondStep.setupSubmit')}</SubmitButton>
        </form>
      </Panel>
    </>
  )
}

/** The new recovery codes, told once. */
export const OwnCodes = ({ codes }: { readonly codes: readonly string[] }) => {
  const t = useT()
  return (
    <>
      <RecoveryCodes codes={codes} />
      <p className="actions">
        <LinkButton href="/tai-khoan" kind="primary">
          {t('office.secondStep.codesKept')}
        </LinkButton>
      </p>
    </>
  )
}
