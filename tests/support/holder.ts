/**
 * A process of its own that runs the embedded PostgreSQL on a folder (the first argument) until it is
 * killed; says its address and process number in one line of JSON.
 */
import { startEmbedded } from '#db/embedded.ts'

const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '', log: line => console.error(line) })
console.log(JSON.stringify({ url: embedded.url, pid: embedded.pid() }))
setInterval(() => {}, 60_000)
