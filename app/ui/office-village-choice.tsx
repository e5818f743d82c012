import { useT } from './site.tsx'

type VillageChoiceProps = {
  readonly campaignId: string
  readonly villages: readonly {
    readonly villageId: string
    readonly name: string
    readonly households: number
    readonly collected: number
  }[]
}

/** Villages in which the collector may take ballots in. */
export const VillageChoice = ({ campaignId, villages }: VillageChoiceProps) => {
  const t = useT()
  return (
    <>
      <h1>{t('office.collect.title')}</h1>
      <p className="lead">{t(villages.length === 0 ? 'office.collect.none' : 'office.collect.chooseLead')}</p>
      <ul className="rows">
        {villages.map(({ villageId, name, households, collected }) => (
          <li className="row" key={villageId}>
            <a
              className="row-main row-link"
              href={`/dot/${campaignId}/thu?thon=${encodeURIComponent(villageId)}`}
            >
              <span className="row-name">{name}</span>{' '}
              <span className="soft">{t('office.collect.villageLine', { collected, households })}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
