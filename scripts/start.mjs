/** `npm start`: makes the clone ready, then starts the built product in this same process. */
import { setFlagsFromString } from 'node:v8'
import { ready, root } from './ready.mjs'

// Left alone, V8 lets its heap grow to four times what is in use before it looks for what nobody needs any more.
setFlagsFromString('--heap-growing-percent=50')
process.chdir(root)
ready({ build: true })
process.env.NODE_ENV = 'production'
const build = await import('../build/server/index.js')
await build.entry.module.boot({ build, environment: process.env, root })
