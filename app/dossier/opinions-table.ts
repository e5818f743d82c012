import { type Voice, voicesOn } from './opinions.ts'
import type { Table } from './paper.ts'
import { count, type Phrase, say } from './phrase.ts'
import type { Survey } from './survey.ts'
import { contentName } from './wording.ts'

const rowsOf = (number: Phrase, name: string, voices: readonly Voice[]): readonly (readonly Phrase[])[] =>
  voices.map(({ text, times }) => [number, [name], [text], [count(times)]])

/** Every reason and other opinion in full, equal ones together, in the order of the ballot. No village: few households would be behind it. */
export const opinionsTable = (survey: Survey): Table => ({
  columns: [
    { heading: 'TT', width: 9, align: 'center' },
    { heading: 'Nội dung', width: 72, align: 'left' },
    { heading: 'Ý kiến', width: 120, align: 'left' },
    { heading: 'Số ý kiến', width: 15, align: 'right' },
  ],
  rows: [
    ...survey.questionnaire.contents.flatMap((content, i) =>
      rowsOf(say`${count(i + 1)}`, contentName(content), voicesOn(survey.opinions, content.key)),
    ),
    ...rowsOf([], 'Ý kiến khác', voicesOn(survey.opinions, null)),
  ],
  strong: [],
})
