import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { isUuid } from '#app/basics/ids.ts'

/**
 * Keys live in files, outside the database, so that the database alone ties no household to its answers
 * (invariant 3). A campaign's key is made at opening and destroyed at closing.
 */
export type KeyStore = {
  /** Turns codes into what the database looks them up by; lives as long as the installation. */
  readonly server: Buffer
  /** The campaign's key, made and on disk before this returns. */
  readonly make: (campaignId: string) => Buffer
  /** The campaign's key, or null when it was destroyed or never came along with the database. */
  readonly find: (campaignId: string) => Buffer | null
  readonly destroy: (campaignId: string) => void
  /** Campaigns that have a key. */
  readonly list: () => readonly string[]
}

const keyLength = 32

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A key gets its name when all of it is on disk: a stop in the middle leaves no half key. It never takes another's name. */
const writeKey = (folder: string, name: string): Buffer => {
  const key = randomBytes(keyLength)
  const partial = join(folder, `${name}.${randomBytes(8).toString('hex')}.partial`)
  const handle = openSync(partial, 'wx', 0o600)
  try {
    writeSync(handle, key)
    fsyncSync(handle)
    linkSync(partial, join(folder, name))
  } finally {
    closeSync(handle)
    rmSync(partial)
  }
  syncFolder(folder)
  return key
}

const readKey = (folder: string, name: string): Buffer | null => {
  try {
    const key = readFileSync(join(folder, name))
    if (key.length !== keyLength) throw new Error(`the key file ${name} is damaged`)
    return key
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Overwrites the file before it is removed: the least a program can do against its bytes being found again. */
const destroyKey = (folder: string, name: string): void => {
  if (!existsSync(join(folder, name))) return
  const handle = openSync(join(folder, name), 'r+')
  try {
    writeSync(handle, randomBytes(keyLength), 0, keyLength, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(join(folder, name))
  syncFolder(folder)
}

const nameOf = (campaignId: string): string => {
  if (!isUuid(campaignId)) throw new Error('a campaign key is named by the id of its campaign')
  return `${campaignId}.key`
}

/** Opens the keys kept in a folder (mode 0700, files 0600); makes the folder and the server's key when missing. */
export const openKeys = (folder: string): KeyStore => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const server = readKey(folder, 'server.key') ?? writeKey(folder, 'server.key')
  const held = new Map<string, Buffer>()
  const find = (campaignId: string): Buffer | null => {
    const key = held.get(campaignId) ?? readKey(folder, nameOf(campaignId))
    if (!key) return null
    held.set(campaignId, key)
    // A copy: whoever is in the middle of a receipt must not find zeros in its place when the campaign closes.
    return Buffer.from(key)
  }
  return {
    server,
    find,
    make: campaignId => find(campaignId) ?? writeKey(folder, nameOf(campaignId)),
    destroy: campaignId => {
      held.get(campaignId)?.fill(0)
      held.delete(campaignId)
      destroyKey(folder, nameOf(campaignId))
    },
    list: () =>
      readdirSync(folder)
        .filter(name => name.endsWith('.key'))
        .map(name => name.slice(0, -'.key'.length))
        .filter(isUuid),
  }
}
