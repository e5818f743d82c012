import { Panel } from './panel.tsx'
import { useT } from './site.tsx'

/** Everything of a dossier that can be opened or taken along. */
export const DossierPapers = ({ id }: { readonly id: string }) => {
  const t = useT()
  const links = [
    [`/dot/${id}/ke-hoach.docx`, 'office.verification.planPaper'],
    [`/dot/${id}/bao-cao.docx`, 'office.verification.report'],
    [`/dot/${id}/bieu-tong-hop.xlsx`, 'office.verification.tally'],
    [`/dot/${id}/ho-so-so-lieu.zip`, 'office.verification.pack'],
    [`/nhat-ky?dot=${id}`, 'office.verification.audit'],
  ] as const
  return (
    <Panel title={t('office.verification.papers')} anchor="papers-title">
      <ul>
        {links.map(([href, label]) => (
          <li key={href}>
            <a className="tap" href={href}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
