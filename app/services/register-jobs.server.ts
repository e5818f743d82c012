import { no, ok, type Result } from '#app/basics/result.ts'
import { type Context, newId } from './context.server.ts'
import { type CheckFault, type CheckStage, checkRegister, type RegisterFile } from './register.server.ts'
import { permitOnRegister, type RegisterRefusal } from './register-place.server.ts'

/** How far the check of a file is. A file is not kept, so a check ends with the process it runs in. */
export type CheckProgress =
  | { readonly kind: 'running'; readonly jobId: string; readonly stage: CheckStage }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: CheckFault }

type Job = { readonly communeId: string; readonly progress: CheckProgress }

/** Checks of this process; each is forgotten once its end has been told, or when its commune starts another. */
const jobs = new Map<string, Job>()

/** Lets others be answered, and the page of the progress be asked for, between two stages. */
const breathe = (): Promise<void> => new Promise(done => setImmediate(done))

const forgetCommune = (communeId: string): void => {
  for (const [id, job] of jobs)
    if (job.communeId === communeId && job.progress.kind !== 'running') jobs.delete(id)
}

const run = async (context: Context, file: RegisterFile, jobId: string): Promise<void> => {
  const keep = (progress: CheckProgress) => jobs.set(jobId, { communeId: file.communeId, progress })
  try {
    const checked = await checkRegister(context, file, {
      onStage: stage => {
        keep({ kind: 'running', jobId, stage })
        return breathe()
      },
    })
    keep(checked.ok ? { kind: 'done' } : { kind: 'failed', error: checked.error })
  } catch (error) {
    jobs.delete(jobId)
    throw error
  }
}

/**
 * Starts the check of a file and waits for it at most so long: a commune's usual file is done by then, and whoever sent a
 * longer one is told how far it is meanwhile.
 */
export const startRegisterCheck = async (
  context: Context,
  file: RegisterFile,
  patience = 1500,
): Promise<Result<CheckProgress, RegisterRefusal>> => {
  const permitted = await permitOnRegister(context, 'register.import', file.communeId)
  if (!permitted.ok) return permitted
  const jobId = newId(context)
  forgetCommune(file.communeId)
  jobs.set(jobId, {
    communeId: file.communeId,
    progress: { kind: 'running', jobId, stage: 'reading' },
  })
  const work = run(context, file, jobId)
  // Told here too: when the sender is not waiting any more, nobody else hears of a bug.
  work.catch(context.onTrouble)
  await Promise.race([work, new Promise(done => setTimeout(done, patience))])
  return ok(tell(jobId))
}

const tell = (jobId: string): CheckProgress => {
  const progress = jobs.get(jobId)?.progress ?? { kind: 'done' as const }
  if (progress.kind !== 'running') jobs.delete(jobId)
  return progress
}

/** How far a check is. One that this process does not know was cut short, or its end has been told. */
export const findRegisterCheck = async (
  context: Context,
  { communeId, jobId }: { readonly communeId: string; readonly jobId: string },
): Promise<Result<CheckProgress, RegisterRefusal | 'check-unknown'>> => {
  const permitted = await permitOnRegister(context, 'register.import', communeId)
  if (!permitted.ok) return permitted
  return jobs.get(jobId)?.communeId === communeId ? ok(tell(jobId)) : no('check-unknown')
}
