import { Panel } from './panel.tsx'
import { useT } from './site.tsx'

type Village = {
  readonly villageId: string
  readonly name: string
  /** Households that can answer. */
  readonly asked: number
  readonly collected: number
  readonly assigned: boolean
}

const Villages = ({
  villages,
  hrefOf,
}: {
  readonly villages: readonly Village[]
  readonly hrefOf: (villageId: string) => string
}) => {
  const t = useT()
  return (
    <ul className="rows">
      {villages.map(({ villageId, name, asked, collected }) => (
        <li className="row" key={villageId}>
          <a className="row-main row-link" href={hrefOf(villageId)}>
            <span className="row-name">{name}</span>{' '}
            <span className="soft">{t('office.collect.villageLine', { collected, households: asked })}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

type VillageChoiceProps = {
  readonly title: string
  readonly lead: string
  readonly villages: readonly Village[]
  readonly hrefOf: (villageId: string) => string
}

/** Villages in which the collector may take ballots in; those they look after stand first. */
export const VillageChoice = ({ title, lead, villages, hrefOf }: VillageChoiceProps) => {
  const t = useT()
  const mine = villages.filter(village => village.assigned)
  const others = villages.filter(village => !village.assigned)
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{villages.length === 0 ? t('office.collect.none') : lead}</p>
      {mine.length > 0 ? (
        <>
          <h2>{t('office.collect.mine')}</h2>
          <Villages villages={mine} hrefOf={hrefOf} />
          {others.length > 0 ? <h2>{t('office.collect.others')}</h2> : null}
        </>
      ) : null}
      {others.length > 0 ? <Villages villages={others} hrefOf={hrefOf} /> : null}
    </>
  )
}

type ManageProps = { readonly campaignId: string; readonly doubles: number }

/** What whoever runs the round does besides: who collects where, households met twice, files of devices. */
export const CollectingManagement = ({ campaignId, doubles }: ManageProps) => {
  const t = useT()
  return (
    <Panel title={t('office.collect.manage')}>
      <p className="tasks">
        <a href={`/dot/${campaignId}/phan-cong`}>{t('office.assign.title')}</a>
        <a href={`/dot/${campaignId}/thu/trung`}>{t('office.collect.doubles', { count: doubles })}</a>
        <a href={`/dot/${campaignId}/thu/nhap`}>{t('office.collect.import')}</a>
      </p>
    </Panel>
  )
}
