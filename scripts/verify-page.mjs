/**
 * Makes `build/verify.html`, the verifier of evidence packs as one page that needs no network: `node scripts/verify-page.mjs`.
 * The build makes it, and so does whoever needs it before there is a build.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './ready.mjs'

const sources = join(root, 'scripts', 'verify')

/** Where the page is kept. */
const target = join(root, 'build', 'verify.html')

/** esbuild comes with tsx, which runs every script here. */
const esbuild = () => createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild')

const bundle = (file, options = {}) =>
  esbuild()
    .buildSync({
      absWorkingDir: root,
      entryPoints: [join(sources, file)],
      bundle: true,
      minify: true,
      write: false,
      charset: 'utf8',
      legalComments: 'none',
      target: ['chrome100', 'firefox100', 'safari15.4'],
      ...options,
    })
    .outputFiles[0].text.trim()

const hashOf = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing but the page's own script and style may run or load; it reads the file it is given and sends nothing. */
const policyFor = ({ script, style }) =>
  `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`

const htmlOf = ({ script, style }) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor({ script, style })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Kiểm tra gói bằng chứng – Lòng Dân</title>
<style>${style}</style>
</head>
<body>
<noscript><p>Trang này cần JavaScript. Không có thì dùng dòng lệnh: npm run --silent verify -- GÓI.zip</p></noscript>
<script>${script}</script>
</body>
</html>
`

/**
 * Makes the page from its sources, keeps it at `build/verify.html`, and gives its bytes. The same sources give the same bytes.
 * @returns {Buffer}
 */
export function makeVerifyPage() {
  const parts = {
    script: bundle('page.ts', { format: 'iife', platform: 'browser' }),
    style: bundle('page.css'),
  }
  const page = htmlOf(parts)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, page)
  return Buffer.from(page)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) makeVerifyPage()
