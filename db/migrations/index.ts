import { up as firstProduct } from './0001-first-product.ts'
import { up as rulesAndSheets } from './0002-rules-and-sheets.ts'
import { up as answeringAgain } from './0003-answering-again.ts'
import { up as states } from './0004-states.ts'
import { up as accounts } from './0005-accounts.ts'
import { up as plan } from './0006-plan.ts'
import { up as register } from './0007-register.ts'
import { up as handingOut } from './0008-handing-out.ts'
import { up as collecting } from './0009-collecting.ts'
import { up as batches } from './0010-batches.ts'
import { up as watching } from './0011-watching.ts'
import { up as posting } from './0012-posting.ts'
import { up as samplesAndJoint } from './0013-samples-and-joint.ts'
import { up as languagesAndLetterbox } from './0014-languages-and-letterbox.ts'
import { up as evidence } from './0015-evidence.ts'
import { up as verification } from './0016-verification.ts'
import { up as dossiers } from './0017-dossiers.ts'
import { up as paperWording } from './0018-paper-wording.ts'
import { up as resultsAndExports } from './0019-results-and-exports.ts'
import { up as auditRead } from './0020-audit-read.ts'
import { up as lighterLane } from './0021-a-lighter-lane.ts'
import { up as minutesSigned } from './0023-minutes-signed.ts'
import { up as whatABallotWrites } from './0024-what-a-ballot-writes.ts'
import { up as noteWording } from './0025-note-wording.ts'
import type { Migration } from './migration.ts'

/** Every change of the schema in order; a landed one is never edited. */
export const migrations: readonly Migration[] = [
  { name: '0001-first-product', up: firstProduct },
  { name: '0002-rules-and-sheets', up: rulesAndSheets },
  { name: '0003-answering-again', up: answeringAgain },
  { name: '0004-states', up: states },
  { name: '0005-accounts', up: accounts },
  { name: '0006-plan', up: plan },
  { name: '0007-register', up: register },
  { name: '0008-handing-out', up: handingOut },
  { name: '0009-collecting', up: collecting },
  { name: '0010-batches', up: batches },
  { name: '0011-watching', up: watching },
  { name: '0012-posting', up: posting },
  { name: '0013-samples-and-joint', up: samplesAndJoint },
  { name: '0014-languages-and-letterbox', up: languagesAndLetterbox },
  { name: '0015-evidence', up: evidence },
  { name: '0016-verification', up: verification },
  { name: '0017-dossiers', up: dossiers },
  { name: '0018-paper-wording', up: paperWording },
  { name: '0019-results-and-exports', up: resultsAndExports },
  { name: '0020-audit-read', up: auditRead },
  { name: '0021-a-lighter-lane', up: lighterLane },
  { name: '0023-minutes-signed', up: minutesSigned },
  { name: '0024-what-a-ballot-writes', up: whatABallotWrites },
  { name: '0025-note-wording', up: noteWording },
]
