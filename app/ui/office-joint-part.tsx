import { Notice } from './notice.tsx'
import { useT } from './site.tsx'

type PartProps = {
  /** The joint round's page that the reader may open; null for everybody else. */
  readonly href: string | null
}

/** A commune's round that is one part of a joint round carries no verdict of its own: the joint round does. */
export const PartOfJoint = ({ href }: PartProps) => {
  const t = useT()
  return (
    <Notice title={t('office.joint.part.title')}>
      <p>
        {t('office.joint.part.what')} {href ? <a href={href}>{t('office.joint.part.link')}</a> : null}
      </p>
    </Notice>
  )
}
