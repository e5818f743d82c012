import { Notice } from './notice.tsx'
import { useT } from './site.tsx'

type PartProps = {
  readonly jointId: string
  /** Leads to the public page instead of the office's. */
  readonly forEverybody?: boolean
}

/** A commune's round that is one part of a joint round carries no verdict of its own: the joint round does. */
export const PartOfJoint = ({ jointId, forEverybody = false }: PartProps) => {
  const t = useT()
  return (
    <Notice title={t('office.joint.part.title')}>
      <p>
        {t('office.joint.part.what')}{' '}
        {forEverybody ? null : <a href={`/dot-nhieu-xa/${jointId}`}>{t('office.joint.part.link')}</a>}
      </p>
    </Notice>
  )
}
