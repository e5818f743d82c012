import type { ConnectionSettings } from '#db/embedded.ts'

/** The parts of a `postgresql://user:password@host:port/database` address. */
export function parseAddress(address: string): ConnectionSettings {
  const url = new URL(address)
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
  }
}
