/** `npm run dev`: the same product, built while it runs; a changed file shows at once. */
import { ready, root } from './ready.mjs'

process.chdir(root)
ready({ build: false })
process.env.NODE_ENV = 'development'
const { createServer } = await import('vite')
const vite = await createServer({ server: { middlewareMode: true } })
const build = () => vite.ssrLoadModule('virtual:remix/server-build')
const { entry } = await build()
await entry.module.boot({ build, environment: process.env, root, development: vite.middlewares })
