import { describe, expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import {
  type DossierRound,
  dossierState,
  isLate,
  mayPut,
  meetable,
  paperState,
  surveySource,
  takeOver,
} from '#app/dossier/title-dossier.ts'
import {
  checkList,
  dueDay,
  type ListedPaper,
  mostPapers,
  readDue,
  suggestedList,
  writeDue,
} from '#app/dossier/title-papers.ts'
import { contentsOf, nameInSet } from '#app/dossier/whole-set.ts'
import { titles } from '#app/programme/titles.ts'

const paper = (key: string, changes: Partial<ListedPaper> = {}): ListedPaper => ({
  ...{ key, name: key, kind: 'upload', owner: 'peoples-committee', agency: '', due: null },
  ...{ source: '', status: 'unconfirmed' },
  ...changes,
})

describe('the list of a title', () => {
  test('is suggested for every title, can be kept, has the report of the survey once where a round can be held, and claims nothing as confirmed', () => {
    for (const title of titles) {
      const { version, papers } = suggestedList(title)
      expect([version, checkList(papers).ok]).toEqual([0, true])
      const reports = papers.filter(({ kind }) => kind === 'satisfaction').length
      expect(reports, title).toBe(surveySource(title) === 'round' ? 1 : 0)
      expect(papers.every(({ status, source }) => status === 'unconfirmed' && source !== '')).toBe(true)
    }
  })

  test('is refused without papers, with too many, with one name twice, with an agency that has no name', () => {
    const error = (papers: readonly ListedPaper[]) => {
      const checked = checkList(papers)
      return checked.ok ? null : checked.error
    }
    expect(error([])).toBe('dossier-list-empty')
    expect(error(Array.from({ length: mostPapers + 1 }, (_, at) => paper(`p${at}`)))).toBe(
      'dossier-list-long',
    )
    expect(error([paper('a', { name: 'Tờ trình' }), paper('b', { name: 'TỜ TRÌNH' })])).toBe(
      'dossier-names-alike',
    )
    expect(error([paper('a', { owner: 'agency' })])).toBe('dossier-agency-missing')
    expect(error([paper('a', { owner: 'agency', agency: 'Sở Y tế' })])).toBeNull()
  })

  test('says by when as day and month, in the year of recognition or the one after', () => {
    expect(readDue('5/3', true)).toEqual({ ok: true, value: '+03-05' })
    expect([dueDay('+03-05', 2026), dueDay('10-31', 2026), dueDay(null, 2026)]).toEqual([
      '2027-03-05',
      '2026-10-31',
      null,
    ])
    expect([writeDue('+03-05'), writeDue('10-31'), writeDue(null)]).toEqual(['05/03', '31/10', ''])
    expect(readDue(' ', false)).toEqual({ ok: true, value: null })
    for (const typed of ['31/9', '29/2', '10', '1/1/2026'])
      expect(readDue(typed, false)).toEqual({ ok: false, error: 'dossier-due-unreadable' })
  })
})

describe('a paper of a dossier', () => {
  const upload = { kind: 'upload', notApplicable: null, files: 0, replacing: 0 } as const
  const round = (state: DossierRound['state']): DossierRound => ({ id: 'r', name: 'r', state, version: 2 })

  test('is missing, there, replaced or not applicable', () => {
    expect(paperState(upload, null)).toBe('missing')
    expect(paperState({ ...upload, files: 2 }, null)).toBe('there')
    expect(paperState({ ...upload, files: 2, replacing: 1 }, null)).toBe('replaced')
    expect(paperState({ ...upload, notApplicable: 'Xã không có' }, null)).toBe('not-applicable')
  })

  test('that is the report follows its round: there once verified, being redone once reopened', () => {
    const report = { ...upload, kind: 'satisfaction' as const, files: 3 }
    const states = ['verified', 'filed', 'posted', 'awaiting-verification', 'returned', 'collecting'] as const
    expect(paperState(report, null)).toBe('missing')
    expect(states.map(state => paperState(report, round(state)))).toEqual([
      'there',
      'there',
      'unverified',
      'unverified',
      'unverified',
      'redoing',
    ])
  })

  test('is late on the day after it was owed, unless nobody owes it any more', () => {
    const dueOn = '2026-10-31' as Day
    const late = (state: Parameters<typeof isLate>[0]['state'], day: string) =>
      isLate({ state, dueOn }, day as Day)
    expect([late('missing', '2026-10-31'), late('missing', '2026-11-01')]).toEqual([false, true])
    expect([late('there', '2026-11-01'), late('not-applicable', '2026-11-01')]).toEqual([false, false])
    expect([late('unverified', '2026-11-01'), late('redoing', '2026-11-01')]).toEqual([true, true])
  })

  test('makes its dossier complete only with all others', () => {
    const there = { state: 'there' } as const
    expect(dossierState(null, [there, { state: 'unverified' }])).toBe('preparing')
    expect(dossierState(null, [there, { state: 'not-applicable' }, { state: 'replaced' }])).toBe('complete')
    expect(dossierState('2026-11-01' as Day, [{ state: 'redoing' }])).toBe('submitted')
  })

  test('is put in by the commune’s Front, and by whoever owes it or passes an agency’s on; the report by nobody', () => {
    const put = (owner: ListedPaper['owner'], kind: ListedPaper['kind'] = 'upload') =>
      (['commune-cadre', 'peoples-committee', 'coordination-office', 'appraiser'] as const).map(role =>
        mayPut(role, { kind, owner }),
      )
    expect(put('peoples-committee')).toEqual([true, true, false, false])
    expect(put('commune-cadre')).toEqual([true, false, false, false])
    expect(put('agency')).toEqual([true, true, true, true])
    expect(put('commune-cadre', 'satisfaction')).toEqual([false, false, false, false])
  })
})

test('taking a later list over adds, renames and removes, and keeps what somebody sent', () => {
  const kept = [
    { id: '1', key: 'a', everFiles: 1 },
    { id: '2', key: 'b', everFiles: 0 },
    { id: '3', key: 'c', everFiles: 2 },
  ]
  const plan = takeOver(kept, [paper('a', { name: 'Tên mới' }), paper('d')])
  expect(plan.change).toEqual([{ id: '1', paper: paper('a', { name: 'Tên mới' }) }])
  expect([plan.add.map(({ key }) => key), plan.remove, plan.keep]).toEqual([['d'], ['2'], ['3']])
})

describe('the whole set', () => {
  test('numbers its files by papers, and takes no sign out of a name that a folder could not hold', () => {
    const file = { position: 2, index: 0, of: 1, name: 'Báo cáo: 1/2?.pdf' }
    expect(nameInSet(file)).toBe('03 Báo cáo_ 1_2_.pdf')
    expect(nameInSet({ ...file, index: 1, of: 3, name: 'a.jpg' })).toBe('03.2 a.jpg')
  })

  test('lists what is there and what is owed, readable on Windows', () => {
    const text = contentsOf(
      ['Hồ sơ xã A'],
      [
        { position: 0, name: 'Tờ trình', state: 'Đã nộp', owed: null, files: ['01 to trinh.pdf'] },
        { position: 1, name: 'Biên bản', state: 'Chưa có', owed: 'UBND xã nợ', files: [] },
      ],
    )
    expect(text.startsWith('\uFEFFHồ sơ xã A\r\n\r\n01. Tờ trình\r\n    Đã nộp\r\n    - 01 to')).toBe(true)
    expect(text).toContain('02. Biên bản\r\n    Chưa có. UBND xã nợ\r\n')
  })
})

test('a province’s list that waits for a round where none is held asks for a file instead', () => {
  const listed = suggestedList('commune-standard').papers
  const kinds = (title: 'commune-standard' | 'village-model') =>
    new Set(meetable(title, listed).map(({ kind }) => kind))
  expect(kinds('commune-standard')).toEqual(new Set(['upload', 'satisfaction']))
  expect(kinds('village-model')).toEqual(new Set(['upload']))
})
