import { beforeAll, describe, expect, test } from 'vitest'
import { loader as signInPage } from '#app/routes/dang-nhap.tsx'
import { loader as newPasswordPage } from '#app/routes/dang-nhap_.dat-lai.$token.tsx'
import { action as accept, loader as invitation } from '#app/routes/loi-moi.$token.tsx'
import { loader as administration } from '#app/routes/quan-tri._index.tsx'
import { loader as areas } from '#app/routes/quan-tri.dia-ban._index.tsx'
import { action as end } from '#app/routes/quan-tri.dia-ban.$id.ket-thuc.tsx'
import { loader as invitations, action as revoke } from '#app/routes/quan-tri.loi-moi.tsx'
import { action as invite, loader as invitePage } from '#app/routes/quan-tri.moi.tsx'
import { loader as account, action as shut } from '#app/routes/quan-tri.tai-khoan_.$username._index.tsx'
import { action as reset } from '#app/routes/quan-tri.tai-khoan_.$username.dat-lai.tsx'
import { action as changeRights, loader as rights } from '#app/routes/quan-tri.tai-khoan_.$username.quyen.tsx'
import { loader as own } from '#app/routes/tai-khoan._index.tsx'
import { action as changePassword } from '#app/routes/tai-khoan.mat-khau.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
let ask: Awaited<ReturnType<typeof asker>>
beforeAll(async () => {
  ask = await asker(world)
})

const village = '99001-Suối Mơ'
const invited = { name: 'Tổ thôn Suối Mơ', role: 'collector', [`area.${village}`]: 'on' }

describe('the second step', () => {
  test('lets somebody of the province in with a session of their own', async () => {
    const { status, body } = await ask(own, '/tai-khoan', { as: 'tinh' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      account: { username: 'tinh.cb' },
      secondStep: { setUp: true, recoveryCodesLeft: 10, required: true },
      sessions: [{ here: true }],
    })
    expect(JSON.stringify(body)).not.toMatch(/token/i)
  })
})

describe('the pages of accounts', () => {
  test('show a cadre the collectors of the own commune alone', async () => {
    const { body } = await ask(administration, '/quan-tri', { as: 'lan' })
    expect(body).toMatchObject({ makesAccounts: false, keepsAreas: false })
    const { accounts } = body as { accounts: { rows: { username: string }[] } }
    expect(accounts.rows.map(row => row.username)).toEqual(['tam', 'tam.cb'])
    const place = (await ask(invitePage, '/quan-tri/moi', { as: 'lan' })).body
    expect(place).toMatchObject({ place: { id: '99001' }, roles: ['collector'] })
  })

  test('change the rights of a collector: what takes some away is asked on a page of its own', async () => {
    const params = { username: 'tam' }
    const shown = await ask(rights, '/', { as: 'lan', params })
    expect(shown.body).toMatchObject({
      held: { role: 'collector' },
      place: { id: '99001' },
      roles: ['collector'],
    })
    const form = { role: 'collector', [`area.${village}`]: 'on' }
    expect(await ask(changeRights, '/', { as: 'lan', params, form })).toMatchObject({
      ...{ status: 200, body: { kind: 'asking', role: 'collector', areaIds: [village], texts: form } },
    })
    const done = await ask(changeRights, '/', { as: 'lan', params, form: { ...form, confirmed: 'co' } })
    expect(done.headers.get('Location')).toBe('/quan-tri/tai-khoan/tam?xong=doi-quyen')
    const same = await ask(changeRights, '/', { as: 'lan', params, form })
    expect(same).toMatchObject({ status: 422, body: { faults: { role: 'nothing-changed' } } })
    const nowhere = await ask(changeRights, '/', { as: 'lan', params, form: { role: 'x' } })
    expect(nowhere.body).toMatchObject({ faults: { role: 'role-missing', areas: 'area-missing' } })
    expect((await ask(rights, '/', { as: 'minh', params })).status).toBe(403)
  })

  test('are closed to collectors, the provincial Front and strangers', async () => {
    for (const as of ['tam', 'tinh'])
      expect((await ask(administration, '/quan-tri', { as })).status, as).toBe(403)
    expect((await ask(administration, '/quan-tri')).headers.get('Location')).toBe(
      '/dang-nhap?toi=%2Fquan-tri',
    )
    expect((await ask(areas, '/quan-tri/dia-ban', { as: 'lan' })).status).toBe(403)
    const params = { username: 'minh.cb' }
    expect((await ask(account, '/quan-tri/tai-khoan/minh.cb', { as: 'lan', params })).status).toBe(403)
    expect((await ask(reset, '/x', { as: 'minh', params: { username: 'tam.cb' }, form: {} })).status).toBe(
      403,
    )
    expect((await ask(account, '/x', { as: 'lan', params: { username: 'khong-ai' } })).status).toBe(404)
    const form = { on: '2026-03-01', confirm: 'on', 'area.99002': 'on' }
    expect((await ask(end, '/x', { as: 'minh', params: { id: '99001' }, form })).status).toBe(403)
  })

  test('shut an account and open it again', async () => {
    const params = { username: 'tam.cb' }
    const to = async (deed: string) =>
      (await ask(shut, '/x', { as: 'lan', params, form: { deed } })).headers.get('Location')
    expect(await to('khoa')).toBe('/quan-tri/tai-khoan/tam.cb?xong=khoa')
    const shutList = await ask(administration, '/quan-tri?tinh-trang=da-khoa', { as: 'lan' })
    expect(shutList.body).toMatchObject({ accounts: { rows: [{ username: 'tam.cb', disabled: true }] } })
    expect(await to('mo-lai')).toBe('/quan-tri/tai-khoan/tam.cb?xong=mo-lai')
  })
})

describe('an invitation', () => {
  const linkOf = async (): Promise<string> => {
    const { body } = await ask(invite, '/quan-tri/moi', { as: 'lan', form: invited })
    return (body as { url: string }).url.split('/').at(-1) ?? ''
  }

  test('with a fault comes back with everything typed', async () => {
    const answer = await ask(invite, '/quan-tri/moi', { as: 'lan', form: { ...invited, name: ' ' } })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ faults: { name: 'name-missing' }, texts: { ...invited, name: ' ' } })
    const { [`area.${village}`]: _, ...nowhere } = invited
    const without = await ask(invite, '/quan-tri/moi', { as: 'lan', form: nowhere })
    expect(without.body).toMatchObject({ faults: { areas: 'area-missing' } })
    const empty = await ask(invite, '/quan-tri/moi', { as: 'lan', form: { name: '' } })
    expect(empty.body).toMatchObject({
      faults: { name: 'name-missing', role: 'role-missing', areas: 'area-missing' },
    })
  })

  test('leads to an account that is signed in, and is gone after that', async () => {
    const params = { token: await linkOf() }
    expect((await ask(invitation, '/x', { params })).body).toMatchObject({
      name: invited.name,
      areas: ['Suối Mơ'],
    })
    const short = await ask(accept, '/x', { params, form: { username: 'to-sm', password: 'ngan' } })
    expect([short.status, short.body]).toMatchObject([422, { username: 'to-sm' }])
    const form = { username: 'to-sm', password: 'mot cau ngan de nho' }
    const accepted = await ask(accept, '/x', { params, form })
    expect([accepted.status, accepted.headers.get('Location')]).toEqual([303, '/dot'])
    expect(accepted.headers.get('Set-Cookie')).toContain('phien=')
    expect((await ask(invitation, '/x', { params })).status).toBe(410)
    expect((await ask(accept, '/x', { params, form })).status).toBe(410)
  })

  test('is listed without its link, and taken back', async () => {
    const token = await linkOf()
    const { body } = await ask(invitations, '/quan-tri/loi-moi', { as: 'lan' })
    expect(JSON.stringify(body)).not.toContain(token)
    const [first] = (body as { invitations: { id: string }[] }).invitations
    const form = { invitation: first?.id ?? '' }
    expect((await ask(revoke, '/x', { as: 'minh', form })).status).toBe(403)
    expect((await ask(revoke, '/x', { as: 'lan', form })).status).toBe(303)
    expect((await ask(invitation, '/x', { params: { token } })).status).toBe(410)
  })
})

test('a link for a new password that is none says so', async () => {
  expect((await ask(newPasswordPage, '/x', { params: { token: 'x' } })).status).toBe(410)
})

test('a wrong current password is told at its box and nothing is kept of it', async () => {
  const form = { current: 'sai', password: 'mot cau khac han' }
  const answer = await ask(changePassword, '/tai-khoan/mat-khau', { as: 'minh', form })
  expect([answer.status, answer.body]).toEqual([422, { faults: { current: 'password-wrong' } }])
  const interrupted = await ask(changePassword, '/tai-khoan/mat-khau', { form })
  expect(interrupted.status).toBe(401)
  expect(JSON.stringify(interrupted.body)).not.toMatch(/sai|khac han/)
})

test('whoever is signed in is led on from the sign-in page', async () => {
  expect((await ask(signInPage, '/dang-nhap', { as: 'lan' })).headers.get('Location')).toBe('/dot')
})
