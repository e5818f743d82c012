/** `npm start`: makes the clone ready, then starts the built product in this same process. */
import { ready, root } from './ready.mjs'

process.chdir(root)
ready({ build: true })
process.env.NODE_ENV = 'production'
const build = await import('../build/server/index.js')
await build.entry.module.boot({ build, environment: process.env, root })
