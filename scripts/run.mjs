/**
 * Runs a TypeScript file of this repository: `node scripts/run.mjs scripts/compute.ts FILE…`. Installs
 * what is missing first. stdout and the exit code are the file's own.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { giveUp, ready, root } from './ready.mjs'

const [file, ...rest] = process.argv.slice(2)
if (file === undefined) giveUp('Cách dùng / usage: node scripts/run.mjs FILE.ts …')
ready({ build: false, quiet: true })
const path = resolve(root, file)
// A reader that has seen enough (`… | head`) ends the program quietly.
process.stdout.on('error', error => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.argv = [process.argv[0], path, ...rest]
const { register } = await import('tsx/esm/api')
register()
await import(pathToFileURL(path).href)
