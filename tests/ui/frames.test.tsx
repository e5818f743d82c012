import { describe, expect, it } from 'vitest'
import { ErrorPage, wayBack } from '#app/ui/error-page.tsx'
import { OfficeFrame } from '#app/ui/office-frame.tsx'
import { frameOf, hydrates, titled } from '#app/ui/page.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'
import { render, tagWith } from './render.ts'

const person = { name: 'Nguyễn Thị Lan', role: 'Cán bộ Mặt trận xã' }

const frames = [
  ['resident', <ResidentFrame key="resident">Phiếu</ResidentFrame>],
  ['public', <PublicFrame key="public">Kết quả</PublicFrame>],
  [
    'office',
    <OfficeFrame key="office" person={person}>
      Việc
    </OfficeFrame>,
  ],
] as const

describe.each(frames)('the %s frame', (name, frame) => {
  it('says on the page that the data is made up, exactly when it is', () => {
    expect(render(frame, { demonstration: true })).toContain('Dữ liệu minh họa')
    expect(render(frame)).not.toContain('minh họa')
  })

  it('lets a keyboard skip to its one main part', () => {
    const markup = render(frame)
    expect(markup.indexOf('<a class="skip" href="#main">')).toBe(0)
    expect(markup.match(/<main id="main"/g)).toHaveLength(1)
  })

  it('offers the other language in that language', () => {
    expect(tagWith(render(frame), '?lang=en')).toContain('lang="en"')
    expect(tagWith(render(frame, { language: 'en' }), '?lang=vi')).toContain('lang="vi"')
  })

  it('keeps what the address asks for when the language changes, but for a household’s page', () => {
    const kept = 'href="?lang=en&amp;tim=dong"'
    expect(render(frame, { query: 'tim=dong' }).includes(kept)).toBe(name !== 'resident')
  })

  it('carries no script and no inline style', () => {
    expect(render(frame)).not.toMatch(/<script|style=/)
  })
})

describe('the office frame', () => {
  it('signs out by a post, so that no link can do it', () => {
    expect(tagWith(render(<OfficeFrame person={person}>Việc</OfficeFrame>), 'action="/dang-xuat"')).toContain(
      'method="post"',
    )
  })

  it('marks the section one is in', () => {
    const nav = [
      { href: '/dot', label: 'Đợt lấy ý kiến', current: true },
      { href: '/ket-qua', label: 'Kết quả' },
    ]
    const markup = render(
      <OfficeFrame person={person} nav={nav}>
        Việc
      </OfficeFrame>,
    )
    expect(tagWith(markup, 'href="/dot"')).toContain('aria-current="page"')
    expect(tagWith(markup, 'href="/ket-qua"')).not.toContain('aria-current')
  })
})

describe('the error page', () => {
  it.each([400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503])(
    'says of %i what to do next',
    status => {
      const markup = render(<ErrorPage status={status} />)
      const what = /<p class="lead">([^<]+)<\/p>/.exec(markup)?.[1] ?? ''
      expect(what.length).toBeGreaterThan(20)
      expect(markup).toContain('href="/"')
    },
  )

  it('leads back to the round in whose pages it was met, and nowhere that is not there', () => {
    const round = '/dot/0198c2f4-0000-7000-8000-000000000001'
    expect(wayBack(`${round}/niem-yet/ket-thuc`, 409)).toEqual({ href: round, word: 'round' })
    expect(wayBack(`${round}/thu`, 410)).toEqual({ href: round, word: 'round' })
    const joint = round.replace('/dot/', '/dot-nhieu-xa/')
    expect(wayBack(`${joint}/ket-qua`, 409)).toEqual({ href: joint, word: 'round' })
    const dossier = round.replace('/dot/', '/ho-so/')
    expect(wayBack(`${dossier}/nop`, 409)).toEqual({ href: dossier, word: 'dossier' })
    const verified = round.replace('/dot/', '/tham-tra/')
    expect(wayBack(`${verified}/ky`, 409)).toEqual({ href: verified, word: 'verification' })
    expect(wayBack(verified, 409)).toBeNull()
    expect(wayBack(round, 403)).toBeNull()
    expect(wayBack(`${round}/thu`, 404)).toBeNull()
    expect(wayBack('/dot/moi/x', 409)).toBeNull()
    const markup = render(<ErrorPage status={409} back={{ href: round, label: 'Về đợt lấy ý kiến' }} />)
    expect(tagWith(markup, `href="${round}"`)).toContain('class="btn"')
  })

  it('has words for a status nobody thought of', () => {
    expect(render(<ErrorPage status={418} />)).toContain('Yêu cầu không đọc được')
    expect(render(<ErrorPage status={599} />)).toContain('Hệ thống gặp trục trặc')
  })
})

describe('a page’s handle', () => {
  it('of the innermost route decides the frame; without one the page is public', () => {
    expect(frameOf([{}, { handle: { frame: 'office' } }, { handle: { frame: 'resident' } }, {}])).toBe(
      'resident',
    )
    expect(frameOf([{}, {}])).toBe('public')
  })

  it('must ask for scripts, or there are none', () => {
    expect(hydrates([{}, { handle: { frame: 'office' } }])).toBe(false)
    expect(hydrates([{}, { handle: { hydrate: true } }])).toBe(true)
  })
})

describe('a page’s title', () => {
  it('is in the reader’s language and ends with the product', () => {
    const matches = [{ id: 'root', data: { language: 'en' } }]
    expect(titled('home.codeTitle')({ matches })).toEqual([{ title: 'Answer for your household · Lòng Dân' }])
    expect(titled('home.codeTitle')({ matches: [] })).toEqual([{ title: 'Trả lời phiếu của hộ · Lòng Dân' }])
  })
})
