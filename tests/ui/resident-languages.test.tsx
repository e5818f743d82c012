import { describe, expect, it } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import type { SpokenLanguage } from '#app/questionnaire/spoken.ts'
import { ResidentBallot } from '#app/ui/resident-ballot.tsx'
import { render, tagWith } from './render.ts'
import { surveyOf } from './results-page.tsx'

const { questionnaire } = surveyOf('hd90-2022/commune-standard')
const campaign = {
  name: 'Lấy ý kiến xã Sơn Lộc',
  communeName: 'Xã Sơn Lộc',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
}

/** Made-up words of a private-use tag. */
const made: SpokenLanguage = {
  tag: 'qaa',
  name: 'Thử',
  lines: { transport: { statement: 'Lorem ipsum.', meaning: '' } },
  clips: { transport: 'abcdefghijklmnopqrstuv' },
}
const offered = [{ tag: made.tag, name: made.name }]
const page = (chosen: SpokenLanguage | null) =>
  render(<ResidentBallot campaign={campaign} questionnaire={questionnaire} spoken={{ offered, chosen }} />)

describe('a ballot in a further language', () => {
  const markup = page(made)

  it('shows what is translated in it, and the rest in Vietnamese, each marked', () => {
    expect(markup).toContain('<span lang="qaa">Lorem ipsum.</span>')
    const housing = questionnaire.contents.find(content => content.key === 'housing')?.statement.vi
    expect(markup).toContain(`<span lang="vi">${housing}</span>`)
  })

  it('plays a recording where there is one, and fetches nothing before it is pressed', () => {
    const audio = tagWith(markup, 'src="/am/abcdefghijklmnopqrstuv"')
    expect(audio).toContain('controls')
    expect(audio).toContain('preload="none"')
    expect(markup.match(/<audio/g)).toHaveLength(1)
  })

  it('says with the ballot in which language it was shown', () => {
    expect(tagWith(markup, 'name="language"')).toContain('value="qaa"')
    expect(tagWith(page(null), 'name="language"')).toContain('value="vi"')
  })

  it('is chosen by plain links in the languages’ own names', () => {
    expect(tagWith(markup, 'href="?lang=qaa"')).toContain('aria-current="true"')
    expect(tagWith(page(null), 'href="?lang=vi"')).toContain('aria-current="true"')
  })
})

describe('a ballot in Vietnamese', () => {
  it('plays recordings of Vietnamese without changing a word', () => {
    const markup = page({ ...made, tag: 'vi', name: 'Tiếng Việt', lines: {} })
    expect(markup).toContain('<audio')
    expect(markup).not.toContain('<span lang=')
  })

  it('offers no choice where the campaign has no further language', () => {
    const markup = render(<ResidentBallot campaign={campaign} questionnaire={questionnaire} />)
    expect(markup).not.toContain('?lang=')
  })
})
