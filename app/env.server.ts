import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform(value => value === '1' || value === 'true')

const webAddress = z.url({ protocol: /^https?$/ }).transform(value => value.replace(/\/+$/, ''))

const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: webAddress.optional(),
  ORIGINS: z
    .string()
    .default('')
    .transform(value => value.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(webAddress)),
  TRUST_PROXY: flag,
  LOG: z.enum(['silent', 'error', 'warn', 'info']).default('warn'),
})

export type LogLevel = 'silent' | 'error' | 'warn' | 'info'

/** The settings of one run, read once from the environment. */
export interface Env {
  readonly port: number
  /** The address to listen on; all of them when absent. */
  readonly host: string | undefined
  /** Folder of the embedded database, keys and demonstration lists. */
  readonly dataDir: string
  /** An outside PostgreSQL; the embedded one when absent. */
  readonly databaseUrl: string | undefined
  /** Where residents reach the platform, without a closing slash: the start of every link and QR code. */
  readonly publicUrl: string
  /** Origins beside our own from which forms are accepted. */
  readonly origins: readonly string[]
  /** Believe X-Forwarded-* of a proxy in front. */
  readonly trustProxy: boolean
  readonly log: LogLevel
}

export type EnvReading =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the environment; an empty variable counts as absent; each bad value gives one line. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): EnvReading {
  const given = Object.entries(source).filter(([name, value]) => name in variables.shape && value !== '')
  const read = variables.safeParse(Object.fromEntries(given))
  if (!read.success) return { ok: false, problems: read.error.issues.map(describe(source)) }
  const { data } = read
  return {
    ok: true,
    env: {
      port: data.PORT,
      host: data.HOST,
      dataDir: data.DATA_DIR,
      databaseUrl: data.DATABASE_URL,
      publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
      origins: data.ORIGINS.map(each => new URL(each).origin),
      trustProxy: data.TRUST_PROXY,
      log: data.LOG,
    },
  }
}

/** A database address holds a password, so its value is not repeated. */
const describe = (source: Readonly<Record<string, string | undefined>>) => (issue: z.core.$ZodIssue) => {
  const name = String(issue.path[0])
  const shown = name === 'DATABASE_URL' ? '' : `="${source[name]}"`
  return `Biến môi trường ${name}${shown} không hợp lệ / environment variable is not valid: ${issue.message}`
}
