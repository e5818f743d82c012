import { useT } from './site.tsx'

/** Copies the text of the element with this id; hidden, and nothing in its place, where scripts do not run. */
export const CopyButton = ({ of }: { readonly of: string }) => {
  const t = useT()
  return (
    <div hidden>
      <p className="actions">
        <button type="button" className="btn btn-2" data-copy={of} data-done={t('form.copied')}>
          {t('form.copy')}
        </button>
        <span role="status" />
      </p>
      <script src="/chep.js" defer />
    </div>
  )
}
