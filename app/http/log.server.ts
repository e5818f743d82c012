import type { LogLevel } from '#app/env.server.ts'

/** What a log line may say: nothing from a form, no code of a household, no name. */
export interface LogEntry {
  readonly event: string
  readonly [detail: string]: string | number | undefined
}

export interface Log {
  error(entry: LogEntry): void
  warn(entry: LogEntry): void
  info(entry: LogEntry): void
}

const order: readonly LogLevel[] = ['silent', 'error', 'warn', 'info']

/** A log of one JSON object a line, on stderr unless told otherwise. */
export function createLog(level: LogLevel, write: (line: string) => void = line => console.error(line)): Log {
  const at = (own: LogLevel) => (entry: LogEntry) => {
    if (order.indexOf(own) > order.indexOf(level)) return
    write(JSON.stringify({ time: new Date().toISOString(), level: own, ...entry }))
  }
  return { error: at('error'), warn: at('warn'), info: at('info') }
}

/**
 * Lets lines go unread: whoever reads the log may end before us (a pipe that closes), and saying so there would fail
 * again, for ever.
 */
export function outliveReaders(streams: readonly NodeJS.WritableStream[]): void {
  for (const stream of streams) stream.on('error', () => {})
}

/**
 * A path as it may be logged: the segment after `/p/` is a household's code, and whatever is not a
 * plain word of our own addresses may be one, so both become `…`. The query is left out.
 */
export function loggedPath(url: string): string {
  const path = url.split('?')[0] ?? ''
  const segments = path.split('/').slice(1, 8)
  if (segments[0] === 'p' && segments.length > 1) return '/p/…'
  return `/${segments.map(each => (/^[a-z][a-z-]{0,30}(\.[a-z]{1,5})?$|^$/.test(each) ? each : '…')).join('/')}`
}

/**
 * What a log line says of a thrown value. PostgreSQL's messages quote the values they complain of,
 * so of those only the code and the names of table and constraint are kept.
 */
export function loggedFailure(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { failure: typeof error }
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  const where = frames
    .slice(0, 6)
    .map(line => line.trim())
    .join(' | ')
  if ('severity' in error) {
    const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string }
    const failure = ['database', code, table, constraint].filter(Boolean).join(' ')
    return { failure, where }
  }
  return { failure: `${error.name}: ${error.message.slice(0, 300)}`, where }
}
