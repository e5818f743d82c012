/** The yardstick of the page lane: a server that sends one constant page and does nothing else. `constant.mjs PORT FILE`. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port = '0', file = ''] = process.argv.slice(2)
const { headers, body } = JSON.parse(readFileSync(file, 'utf8'))
const bytes = Buffer.from(body, 'base64')

createServer((_req, res) => {
  res.writeHead(200, headers)
  res.end(bytes)
}).listen(Number(port), '127.0.0.1', () => console.log('listening'))
