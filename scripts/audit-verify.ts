import { type Verified, verifyAudit } from '#app/services/audit.server.ts'
import { connect } from '#db/connection.ts'
import { openDatabase, reasonOf } from './open-database.ts'

/*
 * Follows the hash chain of the whole audit log, beside the running product or without it:
 *   npm run --silent audit:verify
 * The database is DATABASE_URL's, else the one in DATA_DIR, which is started for the check when it does not run.
 * One line and 0 when the chain holds, 1 at the first link that does not; 2 when there is no database to look at.
 */

async function verify(): Promise<Verified> {
  const { target, stop } = await openDatabase()
  const { db, close } = connect(target, { max: 1 })
  try {
    return await verifyAudit({ db })
  } finally {
    await close()
    await stop()
  }
}

const reasons = {
  'link-missing': 'bị mất / is missing',
  'link-altered': 'bị sửa / was altered',
} as const

function tell(verified: Verified): number {
  if (verified.ok) {
    console.log(`Nhật ký nguyên vẹn / audit log intact: ${verified.links} links, head ${verified.head}`)
    return 0
  }
  const { seq, code } = verified.broken
  console.log(`Nhật ký không còn nguyên vẹn / audit log broken: link ${seq} ${reasons[code]} [${code}]`)
  return 1
}

try {
  process.exitCode = tell(await verify())
} catch (error) {
  console.error(`Không kiểm tra được nhật ký / cannot verify the audit log: ${reasonOf(error)}`)
  process.exitCode = 2
}
