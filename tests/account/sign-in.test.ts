import { expect, test } from 'vitest'
import {
  checkSignIn,
  cleanStanding,
  passwordFault,
  type SignInStanding,
  shortestPassword,
  signInAfterFailure,
} from '#app/account/sign-in.ts'

const now = new Date('2026-03-02T02:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const fresh = cleanStanding

const afterFailures = (count: number): SignInStanding =>
  Array.from({ length: count }).reduce<SignInStanding>(standing => signInAfterFailure(standing, now), fresh)

test('seven wrong passwords in a row are forgiven, the eighth locks the name for ten minutes', () => {
  expect(afterFailures(7)).toEqual({ failedSignIns: 7, lockedUntil: null, lastFailedAt: now })
  expect(afterFailures(8)).toEqual({ failedSignIns: 0, lockedUntil: later(10), lastFailedAt: now })
})

test('the lock ends at its very minute, and the count begins anew', () => {
  const locked = afterFailures(8)
  expect(checkSignIn(locked, later(9.99))).toEqual({ ok: false, error: 'sign-in-locked' })
  expect(checkSignIn(locked, later(10))).toEqual({ ok: true, value: null })
  expect(signInAfterFailure(locked, later(10))).toEqual({
    failedSignIns: 1,
    lockedUntil: null,
    lastFailedAt: later(10),
  })
})

test('failures older than a day are forgotten', () => {
  const day = 24 * 60
  expect(signInAfterFailure(afterFailures(7), later(day)).lockedUntil).toEqual(later(day + 10))
  expect(signInAfterFailure(afterFailures(7), later(day + 1))).toMatchObject({
    failedSignIns: 1,
    lockedUntil: null,
  })
})

test('a name without a lock may be tried', () => {
  expect(checkSignIn(fresh, now)).toEqual({ ok: true, value: null })
})

test('a password is long enough from ten characters on, counted as people see them', () => {
  expect(shortestPassword).toBe(10)
  expect(passwordFault('a'.repeat(9))).toBe('password-too-short')
  expect(passwordFault('a'.repeat(10))).toBeNull()
  expect(passwordFault('')).toBe('password-too-short')
  expect(passwordFault('😀'.repeat(5))).toBe('password-too-short')
  expect(passwordFault('ệ'.normalize('NFD').repeat(9))).toBe('password-too-short')
  expect(passwordFault('ệ'.normalize('NFD').repeat(10))).toBeNull()
})
