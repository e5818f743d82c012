import { formatDateTime, formatInteger } from '#app/i18n/format.ts'
import { LinkButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

export type SeedShown = {
  readonly seed: string
  readonly source: 'machine' | 'public'
  readonly told: string | null
}

export type DrawShown = {
  readonly hash: string
  readonly households: number
  readonly seed: SeedShown | null
  readonly command: string | null
  readonly size?: number
  readonly least?: number
  readonly listedAt?: Date | string
  readonly drawnAt?: Date | string | null
  readonly stages?: {
    readonly communes: number
    readonly villages: number
    readonly households: number
  } | null
}

const useWords = () => {
  const t = useT()
  const { language } = useSite()
  const write = (count: number) => formatInteger(count, language)
  const at = (instant: Date | string) => formatDateTime(new Date(instant), language)
  const seed = (one: SeedShown | null): string => {
    if (!one) return t('office.sample.facts.seedNone')
    return one.source === 'public'
      ? t('office.sample.facts.seedPublic', { seed: one.seed, told: one.told ?? '' })
      : t('office.sample.facts.seedMachine', { seed: one.seed })
  }
  const size = ({ size: drawn, least = 0, stages }: DrawShown): string | null => {
    if (stages) {
      const { communes, villages, households } = stages
      return t('office.sample.facts.stagesText', { communes, villages, households })
    }
    return drawn === undefined ? null : t('office.sample.facts.sizeText', { size: write(drawn), least })
  }
  const list = ({ households, listedAt }: DrawShown): string =>
    listedAt === undefined
      ? t('office.sample.facts.listCountOnly', { households: write(households) })
      : t('office.sample.facts.listCount', { households: write(households), at: at(listedAt) })
  return { t, write, at, seed, size, list }
}

/** Everything that decides a draw: the list by its hash, the sizes, the seed and where it came from. */
export const DrawFacts = ({ draw }: { readonly draw: DrawShown }) => {
  const { t, at, seed, size, list } = useWords()
  const sized = size(draw)
  return (
    <Panel title={t('office.sample.facts.title')}>
      <dl className="facts">
        <div>
          <dt>{t('office.sample.facts.list')}</dt>
          <dd>{list(draw)}</dd>
        </div>
        <div>
          <dt>{t('office.sample.facts.hash')}</dt>
          <dd>
            <code className="long">{draw.hash}</code>
          </dd>
        </div>
        {sized === null ? null : (
          <div>
            <dt>{t(draw.stages ? 'office.sample.facts.stages' : 'office.sample.facts.size')}</dt>
            <dd>{sized}</dd>
          </div>
        )}
        <div>
          <dt>{t('office.sample.facts.seed')}</dt>
          <dd className="long">{seed(draw.seed)}</dd>
        </div>
        {draw.drawnAt ? (
          <div>
            <dt>{t('office.sample.facts.drawnAt')}</dt>
            <dd>{at(draw.drawnAt)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('office.sample.facts.algorithm')}</dt>
          <dd>{t('office.sample.facts.algorithmText')}</dd>
        </div>
      </dl>
    </Panel>
  )
}

type AgainProps = {
  readonly command: string | null
  readonly list: string | null
  readonly drawn: string | null
}

/** How anybody draws again: the published list and one command. */
export const DrawAgain = ({ command, list, drawn }: AgainProps) => {
  const t = useT()
  return (
    <Panel title={t('office.sample.again')}>
      <p>{t(command === null ? 'office.sample.againBefore' : 'office.sample.againLead')}</p>
      {command === null ? null : (
        <>
          <p className="soft">{t('office.sample.command')}</p>
          <p>
            <code className="long">{command}</code>
          </p>
        </>
      )}
      <p className="actions">
        {list === null ? null : (
          <LinkButton href={list} download>
            {t('office.sample.listDownload')}
          </LinkButton>
        )}
        {drawn === null ? null : (
          <LinkButton href={drawn} download>
            {t('office.sample.drawnDownload')}
          </LinkButton>
        )}
      </p>
    </Panel>
  )
}

type Village = {
  readonly villageId: string
  readonly name: string
  readonly households: number
  readonly drawn: number
  readonly reserve: number
  readonly replaced: number
}

type VillagesProps = {
  readonly villages: readonly Village[]
  readonly hrefOf: ((id: string) => string) | null
}

/** The villages of a sample with their numbers; a village leads to its households. */
export const SampledVillages = ({ villages, hrefOf }: VillagesProps) => {
  const { t, write } = useWords()
  const number = (header: string, of: (row: Village) => number) => ({
    header,
    cell: (row: Village) => write(of(row)),
    numeric: true,
  })
  const sum = (of: (row: Village) => number) => villages.reduce((total, row) => total + of(row), 0)
  const total: Village = {
    ...{ villageId: '', name: t('office.sample.villages.total') },
    households: sum(row => row.households),
    drawn: sum(row => row.drawn),
    reserve: sum(row => row.reserve),
    replaced: sum(row => row.replaced),
  }
  return (
    <DataTable
      caption={t('office.sample.villages.caption')}
      columns={[
        {
          header: t('office.sample.villages.village'),
          cell: row => (hrefOf && row.villageId ? <a href={hrefOf(row.villageId)}>{row.name}</a> : row.name),
        },
        number(t('office.sample.villages.households'), row => row.households),
        number(t('office.sample.villages.drawn'), row => row.drawn),
        number(t('office.sample.villages.reserve'), row => row.reserve),
        number(t('office.sample.villages.replaced'), row => row.replaced),
      ]}
      rows={villages}
      rowKey={row => row.villageId}
      total={total}
    />
  )
}
