import { join } from 'node:path'
import compression from 'compression'
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { keepOffIndex } from './indexing.server.ts'
import { readBody } from './limits.server.ts'
import type { Log } from './log.server.ts'
import { markRequests, marksOf, sendTrouble } from './marks.server.ts'
import { type PagesOptions, servePages } from './pages.server.ts'
import { guardAddress, guardOrigin, securityHeaders } from './security.server.ts'

export interface AppOptions extends PagesOptions {
  readonly log: Log
  /** Resolves while the database answers. */
  readonly ping: () => Promise<void>
  readonly publicUrl: string
  readonly origins: readonly string[]
  readonly trustProxy: boolean
  /** Stylesheets that stand inside pages, exactly as they stand there. */
  readonly inlineStyles?: readonly string[]
  /** `build/client`: the browser's files, those of `public/` among them. Absent while developing. */
  readonly clientDir?: string
  /** The development server's own handlers. */
  readonly development?: RequestHandler
}

/** Everything between a socket and a page, in the order in which a request meets it. */
export function createApp(options: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', options.trustProxy)
  app.use(markRequests(options.log))
  app.use(
    securityHeaders({
      contentPolicy: options.development === undefined,
      inlineStyles: options.inlineStyles ?? [],
      https: options.publicUrl.startsWith('https:'),
    }),
  )
  app.use(keepOffIndex)
  app.get('/healthz', health(options.ping))
  app.use(guardAddress, guardOrigin(trustedOrigins(options)), compression())
  if (options.development !== undefined) app.use(options.development)
  if (options.clientDir !== undefined) serveFiles(app, options.clientDir)
  app.use(readBody)
  app.use(servePages(options))
  app.use(lastResort)
  return app
}

/** The address residents use is ours even where a proxy rewrites the Host header. */
export function trustedOrigins({
  publicUrl,
  origins,
}: Pick<AppOptions, 'publicUrl' | 'origins'>): readonly string[] {
  return [new URL(publicUrl).origin, ...origins]
}

function health(ping: () => Promise<void>) {
  return async (_req: Request, res: Response): Promise<void> => {
    const answers = await ping().then(
      () => true,
      () => false,
    )
    res
      .status(answers ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text/plain')
      .send(answers ? 'ok\n' : 'database does not answer\n')
  }
}

/** Names of built assets change with their content and are kept for a year; the rest is asked for again after an hour. */
function serveFiles(app: Express, clientDir: string): void {
  app.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  )
  app.use(express.static(clientDir, { maxAge: '1h', index: false, redirect: false }))
}

/** What no page caught. The reader gets a plain page, the log the reason. */
function lastResort(error: unknown, _req: Request, res: Response, _next: NextFunction): void {
  marksOf(res).failure = error
  sendTrouble(res, 500)
}
