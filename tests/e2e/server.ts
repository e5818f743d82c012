/**
 * The product as the browser tests see it: built, on a port of its own (the first argument), with the
 * demonstration in a folder that is thrown away and that tests find by the port.
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { dataDirOf } from './place.ts'

const port = process.argv[2] ?? '4319'
const dataDir = dataDirOf(port)
rmSync(dataDir, { recursive: true, force: true })
mkdirSync(dataDir)
chmodSync(dataDir, 0o711)

const product = spawn(process.execPath, ['scripts/start.mjs'], {
  env: {
    ...process.env,
    PORT: port,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    LOG: 'error',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
})

for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => product.kill('SIGTERM'))

product.on('exit', code => {
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 1)
})
