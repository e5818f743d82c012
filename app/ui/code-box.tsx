import { SubmitButton } from './button.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type CodeBoxProps = { readonly value?: string | undefined; readonly error?: string | undefined }

/** Where a household types its code. A GET to `/p?ma=…`, so nothing is sent that a link could not. */
export const CodeBox = ({ value, error }: CodeBoxProps) => {
  const t = useT()
  return (
    <form method="get" action="/p" className="code-box">
      <TextField
        name="ma"
        label={t('home.code')}
        hint={t('home.codeHint')}
        value={value}
        error={error}
        maxLength={40}
        autoCapitalize="characters"
      />
      <SubmitButton>{t('home.codeSubmit')}</SubmitButton>
      <p className="hint">{t('home.noCode')}</p>
    </form>
  )
}
