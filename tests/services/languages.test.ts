import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { writeTranslationFile } from '#app/documents/translation-file.server.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { translationSheet } from '#app/questionnaire/translation-sheet.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import {
  addLanguage,
  findLanguageDesk,
  findLanguagePage,
  removeLanguage,
} from '#app/services/languages.server.ts'
import { addClip, playClip, removeClip } from '#app/services/languages-clips.server.ts'
import { frozenLanguages } from '#app/services/languages-frozen.server.ts'
import { exportTranslations, importTranslations } from '#app/services/languages-sheet.server.ts'
import { findLanguageCounts } from '#app/services/results-languages.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people, system } = world
const province: Person = {
  ...people.hoa,
  id: randomUUID() as AccountId,
  username: 'tinh',
  role: 'province-front',
}
const questionnaire = findQuestionnaire('qd318')
if (!questionnaire) throw new Error('no questionnaire')

/** Private-use tags and made-up words: no language that anybody speaks. */
const form = { questionnaireId: 'qd318', tag: 'qaa', name: 'Thử' }
const mp3 = (seed: number) => new Uint8Array([...Buffer.from('ID3'), 4, 0, seed])

const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T => {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const sheetOf = (statement: string) =>
  writeTranslationFile(translationSheet(questionnaire, { lines: { overall: { statement, meaning: '' } } }))

const provinces = must(await addLanguage(world.as(province), form))
const communes = must(await addLanguage(world.as(people.lan), form))

describe('who keeps a language', () => {
  test('a commune sees its own and the province’s, and edits its own alone', async () => {
    const desk = must(await findLanguageDesk(world.as(people.lan)))
    expect(desk.languages.map(({ id, editable }) => [id, editable])).toEqual([
      [provinces, false],
      [communes, true],
    ])
    expect(must(await findLanguagePage(world.as(people.lan), provinces)).editable).toBe(false)
  })

  test('Minh of another commune, the people’s committee and strangers are refused every deed', async () => {
    for (const person of [people.minh, people.binh, people.admin, people.tam, null]) {
      const as = world.as(person)
      const place = { languageId: communes, content: 'overall' }
      const answers = [
        await findLanguagePage(as, communes),
        await exportTranslations(as, communes),
        await importTranslations(as, communes, await sheetOf('a')),
        await addClip(as, place, mp3(1)),
        await removeClip(as, place),
        await removeLanguage(as, communes),
      ]
      expect(answers.map(answer => !answer.ok && answer.error)).toEqual(answers.map(() => 'forbidden'))
      if (person !== people.minh) expect((await addLanguage(as, form)).ok).toBe(false)
    }
  })

  test('the same language twice, a tag that is none and a name that is missing are refused', async () => {
    const as = world.as(people.lan)
    expect(await addLanguage(as, form)).toMatchObject({ error: 'language-taken' })
    expect(await addLanguage(as, { ...form, tag: 'a b' })).toMatchObject({ error: 'language-tag-unreadable' })
    expect(await addLanguage(as, { ...form, tag: 'qab', name: ' ' })).toMatchObject({
      error: 'language-name-missing',
    })
  })
})

describe('a translation sheet', () => {
  test('goes out, is filled in, and comes in; what it says shows on the page', async () => {
    const as = world.as(people.lan)
    const empty = must(await exportTranslations(as, communes))
    expect(must(await importTranslations(as, communes, empty.bytes))).toEqual({ kind: 'taken', contents: 0 })
    const taken = must(await importTranslations(as, communes, await sheetOf('Lorem ipsum')))
    expect(taken).toEqual({ kind: 'taken', contents: 1 })
    const page = must(await findLanguagePage(as, communes))
    expect(page.language.lines).toEqual({ overall: { statement: 'Lorem ipsum', meaning: '' } })
    expect(page.missing.statements).not.toContain('overall')
  })

  test('is taken whole or not at all', async () => {
    const faulty = await writeTranslationFile([
      ...translationSheet(questionnaire, { lines: { overall: { statement: 'changed', meaning: '' } } }),
      ['nowhere', '', '', 'x', ''],
    ])
    const read = must(await importTranslations(world.as(people.lan), communes, faulty))
    expect(read).toMatchObject({ kind: 'faulty', problems: [{ problem: 'key-unknown', quote: 'nowhere' }] })
    const page = must(await findLanguagePage(world.as(people.lan), communes))
    expect(page.language.lines.overall?.statement).toBe('Lorem ipsum')
  })

  test('of Vietnamese is not asked for: its texts are the questionnaire’s', async () => {
    const id = must(await addLanguage(world.as(people.lan), { ...form, tag: 'vi', name: '' }))
    const page = must(await findLanguagePage(world.as(people.lan), id))
    expect([page.language.name, page.translated]).toEqual(['Tiếng Việt', false])
    expect(await exportTranslations(world.as(people.lan), id)).toMatchObject({
      error: 'language-of-interface',
    })
    must(await removeLanguage(world.as(people.lan), id))
  })
})

describe('a recording', () => {
  const place = { languageId: communes, content: 'overall' }
  const clipOf = async () =>
    must(await findLanguagePage(world.as(people.lan), communes)).language.clips.overall ?? ''

  test('is told by what it is and how long, not by its name', async () => {
    const as = world.as(people.lan)
    expect(await addClip(as, place, new Uint8Array())).toMatchObject({ error: 'clip-missing' })
    expect(await addClip(as, place, Buffer.from('<html>'))).toMatchObject({ error: 'clip-unreadable' })
    expect(await addClip(as, place, new Uint8Array(20_481))).toMatchObject({ error: 'clip-too-large' })
    expect(await addClip(as, { ...place, content: 'x' }, mp3(1))).toMatchObject({ error: 'content-unknown' })
  })

  test('is played under a name of its own, and gone when nothing has it any more', async () => {
    must(await addClip(world.as(people.lan), place, mp3(1)))
    const hash = await clipOf()
    expect((await playClip(system, hash))?.kind).toBe('mp3')
    must(await addClip(world.as(people.lan), place, mp3(2)))
    expect(await playClip(system, hash)).toBeNull()
    must(await removeClip(world.as(people.lan), place))
    expect(await clipOf()).toBe('')
    expect(await playClip(system, "' or 1=1")).toBeNull()
  })
})

describe('a campaign that was opened', () => {
  let campaign: Awaited<ReturnType<typeof collectingCampaign>>
  beforeAll(async () => {
    must(await addClip(world.as(people.lan), { languageId: communes, content: 'overall' }, mp3(3)))
    must(await importTranslations(world.as(province), provinces, await sheetOf('the province’s')))
    campaign = await collectingCampaign(world, { 'Đồi Chè': 18 })
  })
  const frozen = () => frozenLanguages(system.db, campaign.campaignId)

  test('keeps its languages, the commune’s texts over the province’s, whatever happens to them later', async () => {
    const before = await frozen()
    expect(before.map(language => [language.tag, language.lines.overall?.statement])).toEqual([
      ['qaa', 'Lorem ipsum'],
    ])
    must(await removeLanguage(world.as(people.lan), communes))
    const { rows } = await world.database.pool.query('select lines, clips from campaign_language')
    expect(rows[0].lines.overall.statement).toBe('Lorem ipsum')
    expect(await playClip(system, rows[0].clips.overall)).not.toBeNull()
    await expect(world.database.pool.query(`update campaign_language set name = 'x'`)).rejects.toThrow()
  })

  test('stores the language shown: sealed while it collects, and after closing from five up', async () => {
    const languages = [...Array(11).fill('vi'), ...Array(6).fill('qaa'), 'zzz']
    for (const [at, code] of campaign.codesOf('Đồi Chè').entries()) {
      const posted = await answerByCode(system, code, filledIn('satisfied', { language: languages[at] }))
      expect(posted.kind).toBe('recorded')
    }
    const stored = async () => {
      const { rows } = await world.database.pool.query(
        'select language, shown_sealed is null as open, count(*)::int from ballot group by 1, 2 order by 1',
      )
      return rows
    }
    expect(await stored()).toMatchObject([{ language: null, open: false }])
    await closeRound(world, campaign.campaignId)
    expect(await stored()).toEqual([
      { language: 'qaa', open: true, count: 6 },
      { language: 'vi', open: true, count: 11 },
      { language: null, open: true, count: 1 },
    ])
  })

  test('says in the results how many ballots were shown in which language, to its own staff', async () => {
    const id = campaign.campaignId
    expect(must(await findLanguageCounts(world.as(people.lan), id))).toEqual([
      { name: 'Tiếng Việt', ballots: 11 },
      { name: 'Thử', ballots: 6 },
      { name: null, ballots: 1 },
    ])
    for (const person of [people.minh, people.tam, null])
      expect(await findLanguageCounts(world.as(person), id)).toEqual({ ok: false, error: 'forbidden' })
  })
})
