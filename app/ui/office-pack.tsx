import { LinkButton } from './button.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'

/** What an evidence pack is, and where it is downloaded. */
export const EvidencePack = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useT()
  return (
    <Panel title={t('office.results.pack.title')} anchor="pack-title">
      <p>{t('office.results.pack.what')}</p>
      <p className="soft">{t('office.results.pack.care')}</p>
      <p className="actions">
        <LinkButton href={`/dot/${campaignId}/ho-so-so-lieu.zip`} download>
          {t('office.results.pack.download')}
        </LinkButton>
      </p>
    </Panel>
  )
}
