import { SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import { useT } from './site.tsx'

type WithdrawProps = { readonly village: string; readonly error: string | undefined }

/** Takes a recorded sheet back, after a tick that says so. */
export const CountWithdraw = ({ village, error }: WithdrawProps) => {
  const t = useT()
  return (
    <details open={error !== undefined}>
      <summary>{t('office.count.withdraw')}</summary>
      <form method="post">
        <input type="hidden" name="viec" value="rut" />
        <p>{t('office.count.withdrawWhat')}</p>
        <Checkbox
          name="confirm"
          label={t('office.count.withdrawConfirm', { village })}
          value="yes"
          error={error}
        />
        <SubmitButton kind="danger">{t('office.count.withdraw')}</SubmitButton>
      </form>
    </details>
  )
}
