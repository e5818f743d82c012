import { createHash } from 'node:crypto'
import type { Answer } from '#app/ballot/ballot.ts'
import { hexOf, leafOf, treeOf } from '#app/dossier/merkle.ts'
import type { PackBallot, PackLeaf } from '#app/dossier/pack-box.ts'
import type { PackData } from '#app/dossier/pack-survey.ts'
import { confirmedRules, day, questionnaire } from './surveys.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const contents = questionnaire.contents.length

const filled = (answer: Answer, at?: { readonly line: number; readonly answer: Answer }): readonly Answer[] =>
  Array.from({ length: contents }, (_, i) => (i === at?.line ? at.answer : answer))

const ballotsOf = (villageId: string, texts: readonly (readonly Answer[] | null)[]): readonly PackBallot[] =>
  texts.map((answers, i) => ({
    ...{ villageId, answers },
    channel: i < 5 ? 'self' : null,
    language: i < 5 ? 'tay' : null,
  }))

const many = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one)

const leavesOf = (villageId: string, count: number): readonly PackLeaf[] =>
  Array.from({ length: count }, (_, i) => ({
    villageId,
    leaf: leafOf(Buffer.from(`${villageId}-${i}`), sha256),
  }))

const teaHill = 'village-1'
const stream = 'village-2'

const receipts = [...leavesOf(teaHill, 30), ...leavesOf(stream, 1)].sort((a, b) => (a.leaf < b.leaf ? -1 : 1))

const rootOf = (villageId: string): string =>
  treeOf(
    receipts.filter(leaf => leaf.villageId === villageId).map(({ leaf }) => leaf),
    sha256,
  ).root

const line = (satisfied: number, dissatisfied: number) => ({ satisfied, dissatisfied, blank: 0 })

const hashed = (text: string): string => hexOf(sha256(Buffer.from(text)))

/** The data of a pack in which everything occurs once: a village of ballots, one counted by hand, a reopening, a sample is not. */
export const packData = (): PackData => ({
  questionnaire,
  rules: confirmedRules,
  frame: [
    {
      ...{ villageId: teaHill, name: 'Đồi Chè', position: 0, households: 40, issued: 40, collected: 30 },
      ...{ invalid: 1, unreadable: 1, drawn: null },
    },
    {
      ...{ villageId: stream, name: 'Suối Mơ', position: 1, households: 30, issued: 0, collected: 1 },
      ...{ invalid: 0, unreadable: 0, drawn: null },
    },
  ],
  outcomes: [
    { villageId: teaHill, outcome: 'answered-self', slots: 30 },
    { villageId: teaHill, outcome: 'absent', slots: 6 },
    { villageId: teaHill, outcome: 'refused', slots: 4 },
    { villageId: stream, outcome: 'answered-visit', slots: 1 },
    { villageId: stream, outcome: 'none', slots: 29 },
  ],
  turnout: [
    { channel: 'self', day: day('2026-03-03'), households: 30 },
    { channel: 'visit', day: day('2026-03-04'), households: 1 },
  ],
  ballots: [
    ...ballotsOf(teaHill, [
      ...many(24, filled('satisfied')),
      ...many(3, filled('satisfied', { line: 1, answer: 'dissatisfied' })),
      filled('satisfied', { line: 2, answer: 'blank' }),
      filled('dissatisfied', { line: 3, answer: 'both' }),
      null,
    ]),
    ...ballotsOf(stream, [filled('satisfied')]),
  ],
  opinions: [
    { villageId: teaHill, content: 'transport', body: 'Đường "liên thôn", còn lầy\nkhi mưa' },
    { villageId: teaHill, content: null, body: '=Mong sớm có nước sạch' },
  ],
  sheets: [
    {
      ...{ villageId: stream, issued: 20, collected: 16, ballots: 1, invalid: 1, anyDissatisfied: null },
      contents: Array.from({ length: contents }, (_, i) => (i === 0 ? line(12, 2) : line(14, 0))),
      reasons: { transport: 'Đường ra đồng' },
    },
  ],
  receipts,
  versions: [
    {
      ...{ version: 1, closedOn: day('2026-03-15'), reopenedOn: day('2026-03-16') },
      ...{ reason: 'Sót một xóm', fingerprint: hashed('before') },
      results: { commune: 'Xã Sơn Lộc', endsOn: day('2026-03-14'), villages: [] },
    },
  ],
  survey: {
    campaign: {
      ...{ id: '00000000-0000-4000-8000-000000000001', name: 'Lấy ý kiến đợt 1 năm 2026' },
      ...{ title: 'commune-standard', communeName: 'Xã Sơn Lộc' },
      ...{ startsOn: day('2026-03-02'), endsOn: day('2026-03-20') },
      ...{ openedOn: day('2026-03-02'), closedOn: day('2026-03-21') },
    },
    ...{ provinceName: 'Tỉnh Minh Họa', version: 2, partOfJoint: false, demonstration: false, sample: null },
    wording: {},
    receiptsRoots: { [teaHill]: rootOf(teaHill), [stream]: rootOf(stream) },
    auditHead: { seq: 1234, hash: hashed('head') },
    fingerprint: hashed('now'),
    letters: { received: 3, answered: 2 },
    planned: {
      plan: {
        ...{ villageIds: null, methods: ['self', 'visit'], purpose: 'Biết ý kiến', requirements: 'Đúng hộ' },
        ...{ number: '12', issuedOn: day('2026-02-20'), signer: 'Nguyễn Văn An' },
      },
      teams: [
        { id: 'team-1', name: 'Tổ 1', leader: 'Bà Lý', members: 'Ông Sìn\nBà Mỷ', villageIds: [teaHill] },
      ],
      timetable: {
        ...{ startsOn: day('2026-03-02'), endsOn: day('2026-03-20'), used: 15, limit: 20 },
        lastDay: day('2026-03-27'),
      },
    },
    posted: {
      ...{ startsOn: day('2026-03-22'), lastDay: day('2026-04-01'), days: 10, daysDocument: null },
      ...{ villages: ['Đồi Chè'], atCommune: true, byLoudspeaker: false },
      ...{ contact: 'bà Hoa, 0912 000 000', link: 'https://long-dan.example/ket-qua/1' },
    },
  },
})
