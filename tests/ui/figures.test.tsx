import { describe, expect, it } from 'vitest'
import { VerdictBadge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { qrDrawing } from '#app/ui/qr.ts'
import { RateBars } from '#app/ui/rate-bars.tsx'
import { RateChart } from '#app/ui/rate-chart.tsx'
import { render, tagWith } from './render.ts'

const line = (part: number, whole: number) => ({
  key: 'transport',
  label: 'Giao thông',
  satisfied: { part, whole },
  dissatisfied: { part: whole - part, whole },
})

describe('rate bars', () => {
  it('print the rate with its counts and base', () => {
    const markup = render(<RateBars lines={[line(1893, 2552)]} threshold="80" caption="Hài lòng" />)
    expect(markup).toContain('<b>74,18\u00a0%</b> (1.893/2.552)')
  })

  it('say in words that a rate is below the threshold, and only then', () => {
    expect(render(<RateBars lines={[line(799, 1000)]} threshold="80" caption="" />)).toContain('Dưới ngưỡng')
    expect(render(<RateBars lines={[line(800, 1000)]} threshold="80" caption="" />)).not.toContain(
      'Dưới ngưỡng',
    )
    expect(render(<RateBars lines={[line(1, 1000)]} threshold={null} caption="" />)).not.toContain('ưỡng')
  })

  it('judge nothing where nobody answered', () => {
    const markup = render(<RateBars lines={[line(0, 0)]} threshold="80" caption="" />)
    expect(markup).toContain('<b>–</b>')
    expect(markup).not.toContain('Dưới ngưỡng')
    expect(markup).not.toContain('NaN')
  })

  it('stand in for the chart where no script runs', () => {
    const props = { lines: [line(9, 10)], threshold: '80', caption: 'Hài lòng' }
    expect(render(<RateChart {...props} />)).toContain(render(<RateBars {...props} />))
  })
})

describe('what is shown to the eye', () => {
  it('carries no inline style, which the content policy would refuse', () => {
    const markup = render(<RateChart lines={[line(9, 10)]} threshold="80" caption="" />)
    expect(markup).not.toContain('style=')
  })

  it('has a word beside every mark', () => {
    expect(render(<VerdictBadge verdict="not-met" />)).toMatch(/<svg.*aria-hidden="true".*<\/svg>Chưa đạt/)
    expect(render(<VerdictBadge verdict="no-basis" />)).toContain('Chưa có căn cứ')
  })
})

describe('progress', () => {
  it('has counts and base in words beside the bar', () => {
    const markup = render(<Progress label="Thôn Tân Sơn" rate={{ part: 160, whole: 274 }} unit="hộ" />)
    expect(markup).toContain('58,39\u00a0%</b> <span class="soft">(160 / 274 hộ)</span>')
    expect(tagWith(markup, '<progress')).toContain('max="274" value="160"')
  })

  it('of nothing out of nothing is an empty bar and no rate', () => {
    const markup = render(<Progress label="Thôn" rate={{ part: 0, whole: 0 }} unit="hộ" />)
    expect(markup).toContain('–')
    expect(tagWith(markup, '<progress')).toContain('max="1" value="0"')
  })
})

describe('a table of figures', () => {
  const columns = [
    { header: 'Thôn', cell: (row: { name: string; count: number }) => row.name },
    { header: 'Số phiếu', cell: (row: { name: string; count: number }) => row.count, numeric: true },
  ]
  const markup = render(
    <DataTable
      caption="Phiếu theo thôn"
      columns={columns}
      rows={[{ name: 'Tân Sơn', count: 5 }]}
      rowKey={row => row.name}
      total={{ name: 'Cả xã', count: 5 }}
    />,
  )

  it('names its rows and columns', () => {
    expect(markup).toContain('<th scope="col">Thôn</th><th scope="col" class="num">Số phiếu</th>')
    expect(markup).toContain('<th scope="row">Tân Sơn</th><td class="num">5</td>')
  })

  it('keeps its total apart', () => {
    expect(markup).toContain('<tfoot><tr><th scope="row">Cả xã</th>')
  })

  it('can be reached and scrolled by keyboard', () => {
    expect(tagWith(markup, 'class="table"')).toContain('tabindex="0"')
  })
})

describe('a QR drawing', () => {
  it('draws each run of dark modules once', () => {
    expect(qrDrawing({ size: 3, data: [1, 1, 0, 0, 0, 0, 1, 0, 1] })).toEqual({
      size: 3,
      path: 'M0 0h2v1H0zM0 2h1v1H0zM2 2h1v1H2z',
    })
  })
})
