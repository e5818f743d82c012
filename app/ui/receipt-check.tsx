import type { InclusionProof } from '#app/dossier/merkle.ts'
import { SubmitButton } from './button.tsx'
import { villageInText } from './commune-name.ts'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type Check =
  | {
      readonly state: 'counted'
      readonly receipt: string
      readonly village: string
      readonly root: string
      readonly proof: InclusionProof
    }
  | { readonly state: 'not-counted'; readonly receipt: string }
  | { readonly state: 'mistyped' }

type ReceiptCheckProps = { readonly name: string; readonly typed: string; readonly check: Check | null }

/** How to check the receipt without trusting this site: the place in the tree and the hashes beside the path. */
const Proof = ({ root, proof }: { readonly root: string; readonly proof: InclusionProof }) => {
  const t = useT()
  return (
    <details>
      <summary>{t('receipt.proofTitle')}</summary>
      <p>{t('receipt.proof', { place: proof.index + 1, size: proof.size })}</p>
      <p>{t('receipt.root')}</p>
      <p className="hash">
        <code>{root}</code>
      </p>
      <ol>
        {proof.path.map(hash => (
          <li key={hash} className="hash">
            <code>{hash}</code>
          </li>
        ))}
      </ol>
    </details>
  )
}

const Answer = ({ check }: { readonly check: Check }) => {
  const t = useT()
  const { language } = useSite()
  if (check.state === 'mistyped') return null
  if (check.state === 'not-counted')
    return (
      <Notice kind="warning" title={t('receipt.notCountedTitle', { receipt: check.receipt })}>
        <p>{t('receipt.notCounted')}</p>
      </Notice>
    )
  return (
    <>
      <Notice kind="success" title={t('receipt.countedTitle', { receipt: check.receipt })}>
        <p>{t('receipt.counted', { village: villageInText(check.village, language) })}</p>
      </Notice>
      <Proof root={check.root} proof={check.proof} />
    </>
  )
}

/** Anybody checks that the ballot of a receipt is in the count; no answer is shown, since none is linked to it. */
export const ReceiptCheckPage = ({ name, typed, check }: ReceiptCheckProps) => {
  const t = useT()
  return (
    <>
      <h1>{t('receipt.title')}</h1>
      <p className="lead">{name}</p>
      {check ? <Answer check={check} /> : null}
      <form method="get" className="code-box">
        <TextField
          name="ma"
          label={t('receipt.label')}
          hint={t('receipt.hint')}
          value={typed}
          error={check?.state === 'mistyped' ? t('receipt.mistyped') : undefined}
          maxLength={40}
          autoCapitalize="characters"
        />
        <SubmitButton>{t('receipt.submit')}</SubmitButton>
      </form>
    </>
  )
}
