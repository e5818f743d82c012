import { channels } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import { item, paragraph, type Section, type Table, tableBlock } from './paper.ts'
import { count, day, type Phrase, rate, say } from './phrase.ts'
import type { HandCounted, Survey, TurnoutLine } from './survey.ts'
import { termTexts, versionTexts } from './term.ts'
import { capital, channelNames, villageInSentence } from './wording.ts'

const householdsIn = (lines: readonly TurnoutLine[]): number =>
  lines.reduce((sum, line) => sum + line.households, 0)

/** The means that were used, most used first, with the households that answered by each. */
export const channelTotals = (turnout: readonly TurnoutLine[]) =>
  channels
    .map(channel => ({ channel, households: householdsIn(turnout.filter(line => line.channel === channel)) }))
    .filter(({ households }) => households > 0)
    .sort((a, b) => b.households - a.households)

/** The first and last day on which a household answered, or null when none did. */
export const answeringDays = (
  turnout: readonly TurnoutLine[],
): { readonly first: Day; readonly last: Day } | null => {
  const days = turnout.map(line => line.day).sort()
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? { first, last } : null
}

const sheetsIn = (handCounted: readonly HandCounted[]): number =>
  handCounted.reduce((sum, village) => sum + village.byHand, 0)

const channelsTable = ({ turnout, handCounted }: Pick<Survey, 'turnout' | 'handCounted'>): Table => {
  const sheets = sheetsIn(handCounted)
  const whole = householdsIn(turnout) + sheets
  const row = (name: string, households: number): readonly Phrase[] => [
    [name],
    [count(households)],
    [rate({ part: households, whole })],
  ]
  return {
    columns: [
      { heading: 'Hình thức lấy ý kiến', width: 80, align: 'left' },
      { heading: 'Số hộ đã trả lời', width: 40, align: 'right' },
      { heading: 'Tỷ lệ', width: 40, align: 'right' },
    ],
    rows: [
      ...channelTotals(turnout).map(({ channel, households }) => row(channelNames[channel], households)),
      ...(sheets > 0 ? [row('Phiếu giấy, thôn kiểm tay', sheets)] : []),
    ],
    strong: [row('Cộng', whole)],
  }
}

const answeringText = (turnout: readonly TurnoutLine[]): Phrase => {
  const days = answeringDays(turnout)
  if (!days) return say`Không có hộ nào trả lời.`
  return say`Hộ đầu tiên trả lời ngày ${day(days.first)}, hộ cuối cùng trả lời ngày ${day(days.last)}.`
}

const handCountedItem = ({ name, ballots, byHand }: HandCounted) =>
  item(
    say`${capital(villageInSentence(name))} kiểm phiếu tay: ${count(byHand)} phiếu theo biên bản kiểm phiếu của thôn, ${count(ballots)} phiếu thu từng hộ.`,
  )

/** Section II: when it was asked, within which term, in which version, and by which means. */
export const courseSection = (survey: Survey): Section => {
  const { campaign, turnout, results, handCounted } = survey
  const channelBlocks = [
    paragraph(say`Hình thức lấy ý kiến và số hộ đã trả lời:`),
    tableBlock(channelsTable({ turnout, handCounted })),
  ]
  return {
    heading: 'QUÁ TRÌNH LẤY Ý KIẾN',
    blocks: [
      item(say`Thời gian theo kế hoạch: từ ngày ${day(campaign.startsOn)} đến ngày ${day(campaign.endsOn)}.`),
      item(
        say`Bắt đầu nhận phiếu ngày ${day(campaign.openedOn)}, khóa thu phiếu và kiểm phiếu ngày ${day(campaign.closedOn)}. ${answeringText(turnout)}`,
      ),
      ...versionTexts(survey).map(item),
      ...termTexts(survey).map(item),
      item(
        say`Địa bàn: ${count(results.units.length)} thôn (danh sách và kết quả từng thôn tại Phụ lục II).`,
      ),
      ...handCounted.map(handCountedItem),
      ...(turnout.length === 0 && handCounted.length === 0 ? [] : channelBlocks),
    ],
  }
}
