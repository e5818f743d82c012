import { printThreshold } from '#app/tally/rate.ts'
import type { CountBounds } from '#app/verdict/bounds.ts'
import type { Outlook } from '#app/verdict/decision.ts'
import { type Block, heading, note, paragraph } from './paper.ts'
import { count, type Phrase, rate, say } from './phrase.ts'
import type { Survey } from './survey.ts'

const limit = (part: number, whole: number): Phrase => say`${count(part)} hộ (${rate({ part, whole })})`

const between = ({ lower, upper }: CountBounds, households: number): Phrase =>
  say`không dưới ${limit(lower, households)} và không quá ${limit(upper, households)}`

const outlookTexts: { readonly [outlook in Outlook]: (threshold: string) => Phrase } = {
  met: threshold => say`cả khoảng này ở mức ${threshold} trở lên`,
  'not-met': threshold => say`cả khoảng này ở dưới mức ${threshold}`,
  undecided: threshold =>
    say`mức ${threshold} nằm trong khoảng này nên chưa đủ căn cứ kết luận cho toàn bộ các hộ`,
  'no-basis': () => say`chưa có mức để so sánh`,
}

const outlookText = ({ rules }: Survey, outlook: Outlook): Phrase =>
  outlookTexts[outlook](printThreshold(rules.overallThreshold.value ?? '0', 'vi'))

/**
 * What those who did not answer leave open, beside the verdict and never instead of it. The numbers are the exact one-sided
 * 95 % bounds, each with the assumption under which it holds, and the bounds without any assumption.
 */
export const remarkBlocks = (survey: Survey): readonly Block[] => {
  const { bounds, decision } = survey.results
  const { households, answered, oneSided95, worstCase } = bounds.overall
  const silent = households - answered
  if (silent === 0)
    return [note(say`Mọi hộ đều có trả lời được tính, nên kết quả không phụ thuộc vào hộ nào chưa trả lời.`)]
  return [
    heading(say`Nhận xét về các hộ chưa có trả lời được tính (không thay cho kết luận)`),
    paragraph(
      say`Có ${count(silent)}/${count(households)} hộ chưa có trả lời được tính ở câu hỏi chung. Nếu coi các hộ đã trả lời như được chọn ngẫu nhiên từ tất cả các hộ thì, với độ tin cậy 95 % cho mỗi phía, số hộ hài lòng trong toàn xã ${between(oneSided95, households)}; ${outlookText(survey, decision.exact)}.`,
    ),
    paragraph(
      say`Nếu không giả định gì về các hộ đó (tất cả đều chưa hài lòng, hoặc tất cả đều hài lòng) thì số hộ hài lòng ${between(worstCase, households)}; ${outlookText(survey, decision.worstCase)}.`,
    ),
  ]
}
