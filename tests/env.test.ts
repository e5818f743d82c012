import { describe, expect, it } from 'vitest'
import { readEnv } from '#app/env.server.ts'

describe('the settings', () => {
  it('have defaults for everything', () => {
    expect(readEnv({})).toMatchObject({
      ok: true,
      env: { port: 3000, dataDir: 'data', databaseUrl: undefined, publicUrl: 'http://localhost:3000' },
    })
  })

  it('treat an empty variable as absent', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '' })).toMatchObject({ ok: true })
  })

  it('let the public address follow the port unless it is given, without its closing slash', () => {
    expect(readEnv({ PORT: '8080' })).toMatchObject({ env: { publicUrl: 'http://localhost:8080' } })
    expect(readEnv({ PUBLIC_URL: 'https://longdan.example/' })).toMatchObject({
      env: { publicUrl: 'https://longdan.example' },
    })
  })

  it('read several origins', () => {
    expect(readEnv({ ORIGINS: 'https://a.example/, http://b.example:8080' })).toMatchObject({
      env: { origins: ['https://a.example', 'http://b.example:8080'] },
    })
  })

  it('complain of every bad value in a line of its own', () => {
    const reading = readEnv({
      PORT: 'abc',
      PUBLIC_URL: 'javascript:alert(1)',
      LOG: 'loud',
      TRUST_PROXY: 'yes',
    })
    const problems = reading.ok ? [] : reading.problems
    expect(problems.map(line => /\b(PORT|PUBLIC_URL|LOG|TRUST_PROXY)\b/.exec(line)?.[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'TRUST_PROXY',
      'LOG',
    ])
  })

  it('never repeat the database address, which holds a password', () => {
    const reading = readEnv({ DATABASE_URL: 'mysql://root:matkhau@host/db' })
    expect(reading.ok ? '' : reading.problems.join()).not.toContain('matkhau')
    expect(reading.ok).toBe(false)
  })
})
