import { opinionsIn, sayVoice, voicesOn } from './opinions.ts'
import { item, paragraph, type Section } from './paper.ts'
import { count, say } from './phrase.ts'
import type { Survey } from './survey.ts'

/** A report lists so many of the other opinions, the most frequent first; the rest are counted. */
const shown = 15
const longest = 220

/** Section V: the households' other opinions, which the Front passes on. */
export const proposalsSection = (survey: Survey): Section => {
  const voices = voicesOn(survey.opinions, null)
  const heading = 'Ý KIẾN KHÁC VÀ KIẾN NGHỊ CỦA NGƯỜI DÂN'
  if (voices.length === 0) return { heading, blocks: [paragraph(say`Người dân không có ý kiến khác.`)] }
  const rest = opinionsIn(voices.slice(shown))
  return {
    heading,
    blocks: [
      paragraph(
        say`Có ${count(opinionsIn(voices))} ý kiến khác ghi trên phiếu, chép đúng lời người dân, ý kiến giống nhau gộp lại. Đề nghị cấp ủy, chính quyền và các đơn vị liên quan xem xét, giải quyết và trả lời người dân:`,
      ),
      ...voices.slice(0, shown).map(voice => item(sayVoice(voice, longest))),
      ...(rest === 0 ? [] : [item(say`Và ${count(rest)} ý kiến khác nữa.`)]),
    ],
  }
}
