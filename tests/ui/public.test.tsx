import { describe, expect, it } from 'vitest'
import type { CampaignId } from '#app/basics/ids.ts'
import { communeInText, villageInText } from '#app/ui/commune-name.ts'
import { GroupsChart } from '#app/ui/public-groups.tsx'
import { RoundTable } from '#app/ui/public-list.tsx'
import { PublicResults, type PublicRound } from '#app/ui/public-results.tsx'
import { markupOf, resultsOf, surveyOf, textOf } from './results-page.tsx'

const rulesId = 'hd122-2019/commune-standard'

const round: PublicRound = {
  ...surveyOf(rulesId),
  campaign: {
    id: '6a0b5f0e-0000-4000-8000-000000000001' as CampaignId,
    name: 'Lấy ý kiến xã Sơn Lộc',
    title: 'commune-standard',
    communeName: 'Xã Sơn Lộc',
  },
  days: { startsOn: '2022-07-04', endsOn: '2022-07-23' },
  closedOn: '2022-07-23',
  results: resultsOf(rulesId, [
    { households: 300, collected: 250, dissatisfied: 10, lines: { environment: 70 } },
    { households: 5, collected: 4, dissatisfied: 1 },
  ]),
  turnout: [{ channel: 'paper', households: 254 }],
  handCounted: [],
}

describe('the public results of a round', () => {
  const text = textOf(<PublicResults {...round} />)

  it('say the verdict with its reason and counts', () => {
    expect(text).toContain('Chưa đạt')
    expect(text).toContain('(183/254 phiếu), dưới ngưỡng 80\u00a0%')
  })

  it('give every rate with its counts and base', () => {
    expect(text).toContain('243/254 phiếu hợp lệ')
    expect(text).toContain('254/305 hộ')
  })

  it('show villages by their ballots alone: the answers of four households would be their own', () => {
    const villages = text.slice(text.indexOf('Theo thôn'))
    expect(villages).toContain('Thôn 2 5 5 4')
    expect(villages).not.toMatch(/75,00|25,00/)
  })

  it('explain how the figures are made and where to object', () => {
    expect(text).toContain('không lấy trung bình các tỷ lệ')
    expect(text).toContain('hoặc Ban Thường trực Ủy ban MTTQ Việt Nam xã Sơn Lộc')
  })

  it('begin with a list of their parts, each of which is there', () => {
    const traces = { version: 1, fingerprint: null, roots: [] }
    const markup = markupOf(<PublicResults {...round} traces={traces} />)
    const ids = [...markup.matchAll(/href="#([^"]+)"/g)].map(link => link[1])
    expect(ids).toHaveLength(8)
    expect(ids.filter(id => !markup.includes(`id="${id}"`))).toEqual([])
  })

  it('need no script', () => {
    expect(markupOf(<PublicResults {...round} />)).not.toMatch(/<script|<canvas/)
  })

  it('name the villages that were counted by hand', () => {
    const handCounted = [{ name: 'Thôn 1', ballots: 40, byHand: 210 }]
    const counted = textOf(<PublicResults {...round} handCounted={handCounted} />)
    expect(counted).toContain('Thôn 1: 210 phiếu kiểm tay theo biểu của thôn, 40 phiếu nhập từng phiếu.')
    expect(text).not.toContain('kiểm tay')
  })
})

describe('the list of closed rounds', () => {
  const listed = {
    ...{ id: 'a1', title: 'commune-standard' as const, communeName: 'Xã Sơn Lộc', closedOn: '2022-07-23' },
    ...{ jointId: null, verdict: 'met' as const, coverage: { part: 250, whole: 300 } },
    overall: { part: 240, whole: 250 },
  }

  it('gives commune, title, day, rates with their counts and verdict, and leads to the results', () => {
    expect(markupOf(<RoundTable rounds={[listed]} />)).toContain('<a href="/ket-qua/a1">Xã Sơn Lộc</a>')
    const text = textOf(<RoundTable rounds={[listed]} />)
    expect(text).toContain('Đạt 96,00\u00a0% (240/250) 83,33\u00a0% (250/300) 23/07/2022')
  })

  it('says of a part of a joint round that it is one, and of too few ballots that they are', () => {
    const untold = { ...listed, verdict: null, overall: null }
    expect(textOf(<RoundTable rounds={[untold]} />)).toContain('Quá ít phiếu –')
    expect(textOf(<RoundTable rounds={[{ ...untold, jointId: 'j' }]} />)).toContain('Phần của đợt nhiều xã')
  })

  it('draws years and titles without script, every figure in words as well', () => {
    const group = {
      ...{ year: 2026, title: 'commune-standard' as const, campaigns: 4, met: 2, notMet: 1, noBasis: 1 },
      ...{ coverage: listed.coverage, overall: listed.overall },
    }
    expect(markupOf(<GroupsChart groups={[group]} />)).not.toMatch(/<script|style=/)
    expect(textOf(<GroupsChart groups={[group]} />)).toContain('Đạt 2, chưa đạt 1, chưa có căn cứ 1')
  })
})

describe('a commune’s name inside a sentence', () => {
  it('begins small in Vietnamese and stays a name in English', () => {
    expect(communeInText('Xã Sơn Lộc', 'vi')).toBe('xã Sơn Lộc')
    expect(communeInText('Thị trấn Neo', 'vi')).toBe('thị trấn Neo')
    expect(communeInText('Sơn Lộc', 'vi')).toBe('Sơn Lộc')
    expect(communeInText('Xã Sơn Lộc', 'en')).toBe('Xã Sơn Lộc')
  })
})

describe('a village’s name inside a sentence', () => {
  it('has the word thôn once, whatever the list has', () => {
    expect(villageInText('Đồi Chè', 'vi')).toBe('thôn Đồi Chè')
    expect(villageInText('Thôn Một', 'vi')).toBe('thôn Một')
    expect(villageInText('Tổ dân phố 3', 'vi')).toBe('tổ dân phố 3')
    expect(villageInText('Thôn Một', 'en')).toBe('Thôn Một')
  })
})
