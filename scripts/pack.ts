import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Finding } from '#app/dossier/verify.ts'
import { sayFinding, sayPlace } from '#app/i18n/verify-say.ts'
import type { System } from '#app/services/context.server.ts'
import { findPackable, makePackAsSystem, mostPackable } from '#app/services/packing.server.ts'
import { connect } from '#db/connection.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { openDatabase, reasonOf } from './open-database.ts'
import { makeVerifyPage } from './verify-page.mjs'

/*
 * Packs the evidence of a counted campaign, beside the running product or without it:
 *   npm run --silent pack -- CAMPAIGN OUT.zip      CAMPAIGN: its id, or words of its name and commune that fit one alone
 *   npm run --silent pack -- --list                counted campaigns with their ids
 * The database is DATABASE_URL's, else the one in DATA_DIR, which is started when it does not run. The log notes each
 * pack as made by the system. 0 when the file is written, 1 when no campaign or several fit, or when data that closing fixed
 * were changed since (the file is written all the same, and what was changed is named), 2 when it cannot be done.
 */

const usage = 'Cách dùng / usage: npm run --silent pack -- CAMPAIGN OUT.zip | --list'

const noKeys = (): never => {
  throw new Error('packing needs no keys')
}

const withSystem = async <T>(work: (system: System) => Promise<T>): Promise<T> => {
  const { env, target, stop } = await openDatabase()
  const { db, close } = connect(target, { max: 2 })
  try {
    return await work({
      ...{ db, clock: () => new Date(), random: size => randomBytes(size), publicUrl: env.publicUrl },
      keys: { server: Buffer.alloc(0), make: noKeys, find: () => null, destroy: noKeys, list: () => [] },
      ...{ demonstration: env.databaseUrl === undefined, setupToken: null, onTrouble: noKeys },
    })
  } finally {
    await close()
    await stop()
  }
}

const lineOf = ({ id, name, communeName, version }: CampaignRow): string =>
  `${id}  ${name} (${communeName})${version > 1 ? `, bản / version ${version}` : ''}`

const list = (system: System): Promise<number> =>
  findPackable(system, '').then(found => {
    for (const campaign of found) console.log(lineOf(campaign))
    if (found.length === 0) console.error('Chưa có đợt nào khóa / no campaign is counted yet')
    if (found.length === mostPackable)
      console.error(`${mostPackable} đợt mới nhất / the newest ${mostPackable}`)
    return 0
  })

/** The one that is named in full, else the only one that fits. */
const chosenOf = (found: readonly CampaignRow[], wanted: string): readonly CampaignRow[] => {
  const named = found.filter(({ id, name }) => id === wanted || name === wanted)
  return named.length === 1 ? named : found
}

const tellWhich = (found: readonly CampaignRow[], wanted: string): number => {
  if (found.length === 0) console.error(`Không có đợt đã khóa nào khớp / no counted campaign fits: ${wanted}`)
  else console.error(`Nhiều đợt khớp, dùng mã / several fit, use an id:\n${found.map(lineOf).join('\n')}`)
  return 1
}

/** The page that checks packs goes into every pack, made anew so that it is never older than what wrote the pack. */
const makePage = (): void => {
  try {
    makeVerifyPage()
  } catch (error) {
    console.error(`Gói không có verify.html / the pack has no current verify.html: ${reasonOf(error)}`)
  }
}

/** What was changed in the database after closing, in both languages. */
const changedLine = (one: Finding): string =>
  (['vi', 'en'] as const)
    .map(language => `${sayFinding(one, language)}: ${sayPlace(one, language)}`)
    .join(' / ')

const write = async (system: System, wanted: string, path: string): Promise<number> => {
  const found = chosenOf(await findPackable(system, wanted.normalize('NFC')), wanted.normalize('NFC'))
  const [campaign] = found
  if (!campaign || found.length > 1) return tellWhich(found, wanted)
  makePage()
  const made = await makePackAsSystem(system, campaign)
  if (!made.ok) throw new Error(made.error)
  const { file, changed } = made.value
  writeFileSync(path, file.bytes)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  console.log(`Đã ghi / written: ${path}, ${file.bytes.length} bytes, sha256 ${sha256}`)
  for (const one of changed) console.error(changedLine(one))
  return changed.length === 0 ? 0 : 1
}

const run = async (args: readonly string[]): Promise<number> => {
  const [first, path, ...more] = args
  if (first === '--list' && path === undefined) return withSystem(list)
  if (first === undefined || first.startsWith('--') || path === undefined || more.length > 0)
    throw new Error(usage)
  return withSystem(system => write(system, first, path))
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(`Không lập được gói / cannot make a pack: ${reasonOf(error)}`)
  process.exitCode = 2
}
