import { describe, expect, it } from 'vitest'
import { languages, type Text } from '#app/basics/language.ts'
import { criteriaSetIds, criteriaSets } from '#app/questionnaire/criteria.ts'
import { contentKeys, questionnaireSchema } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire, suggestedQuestionnaires } from '#app/questionnaire/suggested.ts'

// Numbers of criteria as the decisions print them: QĐ 318 (both sets), QĐ 320, QĐ 51/2025.
const criteriaCounts = [
  ['qd318', 19],
  ['advanced', 19],
  ['qd320', 9],
  ['qd51', 10],
] as const

const allContents = suggestedQuestionnaires.flatMap(questionnaire => questionnaire.contents)
const criteriaContents = allContents.filter(content => content.criterion !== null)
const allTexts = [
  ...suggestedQuestionnaires.map(questionnaire => questionnaire.name),
  ...allContents.map(content => content.statement),
  ...criteriaContents.map(content => content.meaning),
]
const strings = allTexts.flatMap((text: Text) => languages.map(language => text[language]))

// What a phone of 360 px shows without drowning the answer buttons.
const longestStatement = 110
const longestMeaning = 140
const vietnameseLetter = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i

describe('suggested questionnaires', () => {
  it.each(criteriaCounts)('%s asks about each of its %i criteria once, in order', (id, count) => {
    const numbers = findQuestionnaire(id)?.contents.map(content => content.criterion)
    expect(numbers).toEqual([...Array.from({ length: count }, (_, index) => index + 1), null])
  })

  it('every set of criteria has a suggestion, and an unknown id has none', () => {
    expect(suggestedQuestionnaires.map(({ criteriaSet }) => criteriaSet)).toEqual(criteriaSetIds)
    for (const id of criteriaSetIds) {
      expect(findQuestionnaire(id)?.contents).toHaveLength(criteriaSets[id].criteria.length + 1)
    }
    expect(findQuestionnaire('qd999')).toBeUndefined()
  })

  it.each(suggestedQuestionnaires)('$id ends with the overall question and repeats no key', questionnaire => {
    const keys = contentKeys(questionnaire)
    expect(keys.at(-1)).toBe('overall')
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(suggestedQuestionnaires)('$id is called a suggestion and never official', questionnaire => {
    expect(questionnaire.official).toBe(false)
    expect(questionnaire.name.vi).toMatch(/^Mẫu gợi ý: /)
    expect(questionnaire.name.en).toMatch(/^Suggested form: /)
    expect(questionnaireSchema.safeParse(questionnaire).success).toBe(true)
  })

  it('one key is one statement, whichever set asks it', () => {
    const statements = new Map<string, string>()
    for (const { key, statement } of criteriaContents) {
      expect(statements.get(key) ?? statement.vi, key).toBe(statement.vi)
      statements.set(key, statement.vi)
    }
  })

  it('no questionnaire puts the same statement twice', () => {
    for (const { contents } of suggestedQuestionnaires) {
      expect(new Set(contents.map(content => content.statement.vi)).size).toBe(contents.length)
    }
  })
})

describe('wording of the suggested questionnaires', () => {
  it('is written in both languages, in NFC, with single spaces', () => {
    for (const text of strings) {
      expect(text).not.toBe('')
      expect(text).toBe(text.normalize('NFC').trim().replace(/\s+/g, ' '))
    }
  })

  it('is Vietnamese in Vietnamese and holds no Vietnamese letter in English statements', () => {
    for (const { statement } of allContents) {
      expect(statement.vi).toMatch(vietnameseLetter)
      expect(statement.en).not.toMatch(vietnameseLetter)
    }
  })

  it('keeps statements and meanings short enough to read aloud', () => {
    for (const { statement, meaning } of allContents) {
      for (const language of languages) {
        expect(statement[language].length, statement[language]).toBeLessThanOrEqual(longestStatement)
        expect(meaning[language].length, meaning[language]).toBeLessThanOrEqual(longestMeaning)
      }
    }
  })

  it('puts every content as a sentence that ends with a full stop', () => {
    for (const { statement } of allContents) {
      expect(statement.vi).toMatch(/^\p{Lu}.*\.$/u)
      expect(statement.en).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  it('explains every criterion in words that continue "Nghĩa là", and leaves the overall question alone', () => {
    for (const { criterion, meaning } of allContents) {
      const expected = criterion === null ? /^$/ : /^\p{Ll}.*\.$/u
      expect(meaning.vi).toMatch(expected)
      expect(meaning.en).toMatch(expected)
    }
  })
})
