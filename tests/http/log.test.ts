import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLog, loggedFailure, loggedPath, outliveReaders } from '#app/http/log.server.ts'

describe('a path in the log', () => {
  it('never holds a code, an id, a name or a query', () => {
    expect(loggedPath('/p/7K3PMX9QRT')).toBe('/p/…')
    expect(loggedPath('/p/abcdefgh/bien-nhan')).toBe('/p/…')
    expect(loggedPath('/p/7K3PMX9QRT?lai=1&lang=en')).toBe('/p/…')
    expect(loggedPath('/P/7K3PMX9QRT')).toBe('/…/…')
    expect(loggedPath('/p//7K3PMX9QRT')).toBe('/p/…')
    expect(loggedPath('/p?ma=7K3PMX9QRT')).toBe('/p')
    expect(loggedPath('/gop-y/8f14e45f-ceea-467f-a0e6-2b1f0c2d3e4f?xong=gui')).toBe('/gop-y/…')
    expect(loggedPath('/dot/8f14e45f-ceea-467f-a0e6-2b1f0c2d3e4f/danh-sach?lang=en')).toBe('/dot/…/danh-sach')
    expect(loggedPath('/Nguy%E1%BB%85n')).toBe('/…')
    expect(loggedPath('/ket-qua.data')).toBe('/ket-qua.data')
    expect(loggedPath('/')).toBe('/')
  })
})

describe('a failure in the log', () => {
  it('of the database names the constraint, not the values', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Nguyễn Văn A"'), {
      severity: 'ERROR',
      code: '23505',
      table: 'slot',
      constraint: 'slot_once',
      detail: 'Key (code)=(7K3PM) already exists.',
    })
    const logged = loggedFailure(error)
    expect(logged.failure).toBe('database 23505 slot slot_once')
    expect(JSON.stringify(logged)).not.toMatch(/Nguyễn|7K3PM/)
  })

  it('of our own says what and where in one line', () => {
    const line: string[] = []
    createLog('error', each => line.push(each)).error({
      event: 'crash',
      ...loggedFailure(new RangeError('quá\nxa')),
    })
    expect(line[0]).not.toContain('\n')
    expect(JSON.parse(line[0] ?? '')).toMatchObject({ failure: 'RangeError: quá\nxa' })
  })
})

describe('the level', () => {
  it('keeps out what is less grave', () => {
    const lines: string[] = []
    const log = createLog('error', line => lines.push(line))
    log.info({ event: 'a' })
    log.warn({ event: 'b' })
    log.error({ event: 'c' })
    expect(lines.map(line => JSON.parse(line).event)).toEqual(['c'])
  })
})

describe('a reader of the log that goes away', () => {
  it('takes nothing with it', () => {
    const stream = new PassThrough()
    outliveReaders([stream])
    expect(() => stream.emit('error', new Error('EPIPE'))).not.toThrow()
  })
})
