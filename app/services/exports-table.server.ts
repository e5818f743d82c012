import type { Kysely } from 'kysely'
import type { PlainCell } from '#app/documents/csv-line.server.ts'
import type { LongTable } from '#app/documents/rows-csv.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import {
  type ExportCampaign,
  type ExportedBallot,
  type ExportFilter,
  listBallotsAfter,
  listExportCampaigns,
} from '#db/queries/ballot-exports.ts'
import type { Database } from '#db/schema.ts'
import type { System } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'

/** Ballots read at a time: enough to be quick, few enough that a province's file takes little memory. */
const bunch = 250

const fixedHeadings = [
  'dot_lay_y_kien',
  'danh_hieu',
  'ma_xa',
  'xa',
  'thon',
  'hinh_thuc',
  'ngon_ngu',
  'ban',
  'hop_le',
] as const

/** Content keys of one campaign, in printed order. */
type Keyed = { readonly campaign: ExportCampaign; readonly keys: readonly string[] }

/** Keys of all campaigns in the order in which they first appear, the overall question last. */
const allKeys = (campaigns: readonly Keyed[]): readonly string[] => {
  const keys = new Set(campaigns.flatMap(one => one.keys))
  return [...[...keys].filter(key => key !== 'overall'), ...(keys.has('overall') ? ['overall'] : [])]
}

const t = translator('vi')

const rowOf = ({ campaign, keys }: Keyed, columns: readonly string[]) => {
  const places = columns.map(key => keys.indexOf(key))
  return ({ village, channel, language, answers }: ExportedBallot): readonly PlainCell[] => [
    ...[campaign.name, t(`term.title.${campaign.title}`), campaign.communeId, campaign.communeName, village],
    ...[channel ? t(`term.channel.${channel}`) : null, language, campaign.version, answers === null ? 0 : 1],
    ...places.map(at => answers?.[at] ?? null),
  ]
}

/** The ballots of one campaign as rows, in the order in which they lie in the box. */
async function* ballotsOf(db: Kysely<Database>, keyed: Keyed, columns: readonly string[]) {
  const toRow = rowOf(keyed, columns)
  let after: string | null = null
  while (true) {
    const ballots: readonly ExportedBallot[] = await listBallotsAfter(db, keyed.campaign.id, {
      after,
      limit: bunch,
    })
    const last = ballots.at(-1)
    if (!last) return
    yield ballots.map(toRow)
    after = last.id
    if (ballots.length < bunch) return
  }
}

const versionsOf = (campaigns: readonly ExportCampaign[]): string =>
  campaigns.map(({ id, version }) => `${id} ${version}`).join()

type Asked = { readonly filter: ExportFilter; readonly campaigns: readonly Keyed[] }

/** Everything is read as it stood at one moment: a round that is reopened meanwhile changes nothing in the file. */
async function* bunchesOf({ db }: System, { filter, campaigns }: Asked, columns: readonly string[]) {
  const still = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const there = await listExportCampaigns(still, filter)
    if (versionsOf(there) !== versionsOf(campaigns.map(({ campaign }) => campaign)))
      throw new Error('a round was reopened or closed while its ballots were to be exported')
    for (const keyed of campaigns) yield* ballotsOf(still, keyed, columns)
  } finally {
    await still.rollback().execute()
  }
}

/** The ballots of counted campaigns as one table: no id, no time, answers by content key. */
export const tableOf = async (
  system: System,
  { filter, campaigns }: { readonly filter: ExportFilter; readonly campaigns: readonly ExportCampaign[] },
): Promise<LongTable> => {
  const keyed: Keyed[] = []
  for (const campaign of campaigns) {
    const { questionnaire } = await frozenOf(system.db, campaign.id)
    keyed.push({ campaign, keys: contentKeys(questionnaire) })
  }
  const columns = allKeys(keyed)
  return {
    headings: [...fixedHeadings, ...columns],
    bunches: bunchesOf(system, { filter, campaigns: keyed }, columns),
  }
}
