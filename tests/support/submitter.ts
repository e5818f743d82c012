/**
 * A process of its own that sends ballots until it is killed: `submitter.ts ADDRESS KEYS-FOLDER CODES-FILE`. It says
 * each code with its receipt on a line, after the acknowledgement and never before. A ballot carries its code as its
 * other opinion, so that whoever looks afterwards can tell whose it is.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { answerByCode } from '#app/services/ballots.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { connect } from '#db/connection.ts'

const [address = '', folder = '', codesFile = ''] = process.argv.slice(2)

const system = {
  db: connect(address, { max: 5 }).db,
  keys: openKeys(folder),
  clock: () => new Date(),
  random: (bytes: number) => randomBytes(bytes),
  publicUrl: 'http://localhost:3000',
  demonstration: false,
  setupToken: null,
  onTrouble: (error: unknown) => console.error(String(error)),
}

/** "Hài lòng" on every line. */
const ballotOf = (code: string) => ({
  get: (name: string) => (name.startsWith('answer.') ? 'satisfied' : name === 'otherOpinion' ? code : null),
})

const codes: string[] = JSON.parse(readFileSync(codesFile, 'utf8'))

const sendNext = async (): Promise<void> => {
  const code = codes.shift()
  if (!code) return
  const posted = await answerByCode(system, code, ballotOf(code))
  if (posted.kind === 'recorded') writeSync(1, `${code} ${posted.acknowledged.receipt}\n`)
  await sendNext()
}

await Promise.all(Array.from({ length: 12 }, sendNext))
