import { beforeAll, describe, expect, test } from 'vitest'
import { loader as list } from '#app/routes/quy-tac._index.tsx'
import { action, loader as pack } from '#app/routes/quy-tac.$pack.$title.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { newWorld } from '#tests/support/world.ts'

const params = { pack: 'hd90-2022', title: 'commune-standard' }
const path = '/quy-tac/hd90-2022/commune-standard'

let ask: Awaited<ReturnType<typeof asker>>

beforeAll(async () => {
  ask = await asker(await newWorld())
})

const confirm = (as: string, form: Record<string, string>) => ask(action, path, { as, params, form })

const whole = {
  key: 'overallThreshold',
  version: '1',
  'value.overallThreshold': '82,5 %',
  'document.overallThreshold': '12/QĐ-MTTQ',
  'date.overallThreshold': '2026-01-15',
}

describe('the rule packs', () => {
  test('are read by cadres and closed to collectors', async () => {
    expect((await ask(list, '/quy-tac', { as: 'lan' })).body).toMatchObject({
      viewer: { sections: expect.arrayContaining(['campaigns', 'rules']) },
    })
    expect((await ask(list, '/quy-tac', { as: 'tam' })).status).toBe(403)
  })

  test('say that a pack nobody knows is not there', async () => {
    const unknown = { as: 'lan', params: { pack: 'hd90-2022', title: 'x' } }
    expect((await ask(pack, '/quy-tac/hd90-2022/x', unknown)).status).toBe(404)
  })

  test('offer confirming to the provincial Front alone', async () => {
    expect((await ask(pack, path, { as: 'lan', params })).body).toMatchObject({ mayConfirm: false })
    expect((await confirm('lan', whole)).status).toBe(403)
    expect((await ask(pack, path, { as: 'tinh', params })).body).toMatchObject({ mayConfirm: true })
  })

  test('keep what was typed when the document, its date or the value is missing', async () => {
    const without = async (field: string) =>
      (await confirm('tinh', { ...whole, [`${field}.overallThreshold`]: '' })).body
    for (const [field, code] of [
      ['document', 'document-missing'],
      ['date', 'date-invalid'],
      ['value', 'value-missing'],
    ] as const)
      expect(await without(field)).toMatchObject({
        faults: { [`${field}.overallThreshold`]: code },
        typed: { key: 'overallThreshold' },
      })
    const emptied = Object.fromEntries(
      ['document', 'date', 'value'].map(field => [`${field}.overallThreshold`, '']),
    )
    expect((await confirm('tinh', { ...whole, ...emptied })).body).toMatchObject({
      faults: {
        'document.overallThreshold': 'document-missing',
        'date.overallThreshold': 'date-invalid',
        'value.overallThreshold': 'value-missing',
      },
    })
    const above = await confirm('tinh', { ...whole, 'value.overallThreshold': '120' })
    expect([above.status, above.body]).toMatchObject([
      422,
      { faults: { 'value.overallThreshold': 'value-invalid' } },
    ])
  })

  test('take a value with its decimal comma as a new version, once', async () => {
    const done = await confirm('tinh', whole)
    expect([done.status, done.headers.get('Location')]).toEqual([303, `${path}?xong=xac-nhan`])
    expect((await ask(pack, path, { as: 'tinh', params })).body).toMatchObject({
      rules: { version: 2, overallThreshold: { value: '82.5', status: 'confirmed', source: '12/QĐ-MTTQ' } },
      versions: [{ enteredBy: 'tinh.cb' }, { enteredBy: null }],
    })
    expect((await confirm('tinh', whole)).status).toBe(409)
  })

  test('record that a document sets no such requirement', async () => {
    const key = 'contentThreshold'
    const form = {
      key,
      version: '2',
      [`none.${key}`]: 'yes',
      [`document.${key}`]: '1',
      [`date.${key}`]: '2026-01-15',
    }
    expect((await confirm('tinh', form)).status).toBe(303)
    expect((await ask(pack, path, { as: 'lan', params })).body).toMatchObject({
      rules: { contentThreshold: { value: null, status: 'confirmed' } },
    })
  })
})
