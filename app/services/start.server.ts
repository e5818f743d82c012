import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { CampaignId } from '#app/basics/ids.ts'
import { type Connection, connect, requireServer } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { listCollectingIds } from '#db/queries/campaigns.ts'
import { needsFirstAdministrator } from './accounts.server.ts'
import { destroySpentKeys } from './closing.server.ts'
import type { System } from './context.server.ts'
import { type Demonstration, loadDemonstration } from './demonstration/load.server.ts'
import { keepEarlierResults } from './kept-results.server.ts'
import { openKeys } from './keys.server.ts'
import { mixFullGroups } from './mixing.server.ts'
import { freshBytes } from './randomness.server.ts'
import { sweepArchived, sweepDaily } from './register-archive.server.ts'

export { requireUnheld } from '#db/embedded/hold.ts'
export { StartupError } from '#db/startup-error.ts'

export interface StartOptions {
  /** Absolute path of the folder of everything this installation keeps. */
  readonly dataDir: string
  /** An outside PostgreSQL; the embedded one, with the demonstration, when absent. */
  readonly databaseUrl: string | undefined
  readonly publicUrl: string
  readonly log: (line: string) => void
  /** Tells the person at the keyboard what takes time. */
  readonly tell: (line: string) => void
  /** Takes what went wrong in work that no request waits for. */
  readonly onTrouble: (error: unknown) => void
  /** Called when the database is gone for good. */
  readonly onLost: () => void
}

/** What pages work on, and what the person who started it is told. */
export interface Product {
  readonly system: System
  /** Accounts and lists for trying it out; null where the data are real. */
  readonly demonstration: Demonstration | null
}

/** A running product without its web server. */
export interface Started extends Product {
  /** Resolves while the database answers, rejects after a second without an answer. */
  ping(): Promise<void>
  /** Ends what was started, in order. */
  stop(): Promise<void>
}

const POOL = 20

/** Opens the database (starting it when it is ours), brings it up to date, and builds the system on it. */
export async function start(options: StartOptions): Promise<Started> {
  const database = await openDatabase(options)
  const work = connect(database.target, { max: POOL })
  const pulse = connect(database.target, { max: 1, patience: 1000 })
  let rest = () => {}
  const stop = async () => {
    rest()
    await Promise.all([work.close(), pulse.close()])
    await database.stop()
  }
  try {
    await requireServer(work)
    await migrate(work.db)
    const product = await buildProduct(work, options)
    rest = sweepDaily(product.system)
    return { ...product, ping: () => ping(pulse), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDatabase({ databaseUrl, dataDir, log, onLost }: StartOptions) {
  if (databaseUrl !== undefined) return { target: databaseUrl, stop: async () => {} }
  const embedded = await startEmbedded({ dataDir, log, onLost })
  return { target: embedded.connection, stop: embedded.stop }
}

async function buildProduct({ db }: Connection, options: StartOptions): Promise<Product> {
  const bare: System = {
    db,
    keys: openKeys(join(options.dataDir, 'keys')),
    clock: () => new Date(),
    random: freshBytes,
    publicUrl: options.publicUrl,
    demonstration: options.databaseUrl === undefined,
    setupToken: null,
    onTrouble: options.onTrouble,
  }
  const folder = join(options.dataDir, 'demo')
  const demonstration = bare.demonstration
    ? await loadDemonstration(bare, { folder, log: options.tell })
    : null
  const setupToken = (await needsFirstAdministrator(bare)) ? newToken() : null
  const system = { ...bare, demonstration: demonstration !== null, setupToken }
  await catchUp(system)
  return { system, demonstration }
}

/** What a stop or a kill may have left undone. */
async function catchUp(system: System): Promise<void> {
  await destroySpentKeys(system)
  for (const id of await listCollectingIds(system.db)) await mixFullGroups(system, id as CampaignId)
  await sweepArchived(system)
  await keepEarlierResults(system)
}

function newToken(): string {
  return randomBytes(12).toString('base64url')
}

async function ping({ pool }: Connection): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), 1000)
  })
  try {
    await Promise.race([pool.query('select 1'), late])
  } finally {
    clearTimeout(timer)
  }
}
