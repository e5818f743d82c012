/**
 * `npm run bench [-- --seconds N]`: what README claims about speed, as ratios within one run. N is how long the peak
 * hour of the whole country (200 ballots a second) is held; 300 unless told. `-- --export 250000` measures instead how much
 * memory a file of so many ballots takes.
 */
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { countBallots, lossOf } from './count.ts'
import { benchExport } from './export.ts'
import { askForms, askPage, hasWrk, type Measured, sendBallots } from './load.ts'
import { hasPgbench, runPgbench, type YardstickName } from './pgbench.ts'
import { openOnSlowPhone } from './phone.ts'
import { makePlace, type Place } from './place.ts'
import { type Serving, serveConstant, serveProduct } from './product.ts'

const PEAK = 200
const ROUNDS = 3
const ROUND_SECONDS = 5
const EACH_CODE = 12_000
const WARM_UP = 6_000
const FULL_SPEED = 24_000

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const say = (line: string): void => console.log(line)
const rate = (value: number): string => Math.round(value).toLocaleString('en')
const ms = (value: number): string => `${value.toFixed(1)} ms`

/** Half of all ballots name one thing as dissatisfying and say why. */
function ballotBody(): string {
  const questionnaire = findQuestionnaire('qd318')
  if (!questionnaire) throw new Error('no questionnaire')
  const fields = contentKeys(questionnaire).map((key, index): [string, string] => [
    `answer.${key}`,
    index === 4 ? 'dissatisfied' : 'satisfied',
  ])
  return new URLSearchParams([...fields, ['reason.c05', 'Đường liên thôn còn lầy lội khi mưa.']]).toString()
}

async function benchPage(place: Place, product: Serving): Promise<void> {
  const path = `/p/${place.codes[0]}`
  const page = await fetch(product.url + path, { headers: { 'accept-encoding': 'gzip' } })
  const constant = await serveConstant(place, 4391, page)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push((await askPage(`${constant.url}/`, ROUND_SECONDS)).rate)
    ours.push((await askPage(product.url + path, ROUND_SECONDS)).rate)
  }
  await constant.stop()
  say(`page, constant string        ${rate(median(theirs))}/s`)
  say(
    `page, resident's form        ${rate(median(ours))}/s   ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
  )
  const each = await askForms(product.url, place.codes.slice(0, EACH_CODE))
  say(`page, another code each time ${rate(each.rate)}/s   p50 ${ms(each.p50)}  p99 ${ms(each.p99)}`)
}

/** First visits on a slow phone, each by a phone that was never here. */
async function benchPhone(place: Place, product: Serving): Promise<void> {
  const visits: number[] = []
  for (let visit = 0; visit < ROUNDS; visit++) {
    const usable = await openOnSlowPhone(`${product.url}/p/${place.codes[visit]}`)
    if (usable === null) return say('there is no Chromium on this machine: no slow phone')
    visits.push(usable)
  }
  say(
    `form on a slow phone         ${ms(median(visits))} to the first usable page (400 kbit/s, 400 ms, 6 times slower)`,
  )
}

/** Both yardsticks, for half of the time before and half after what is held against them. */
async function besideYardsticks<T>(place: Place, work: () => Promise<T>) {
  const measure = async () => ({
    least: await runPgbench(place, 'least', ROUND_SECONDS),
    same: await runPgbench(place, 'same', ROUND_SECONDS),
  })
  const before = await measure()
  const result = await work()
  const after = await measure()
  const between = (name: YardstickName) => (before[name] + after[name]) / 2
  return { result, least: between('least'), same: between('same') }
}

async function benchBallots(place: Place, product: Serving, body: string): Promise<Measured> {
  // A server that has just started compiles what it runs often; the page was warm too when it was measured.
  const warming = await sendBallots({ url: product.url, codes: place.codes.slice(0, WARM_UP), body })
  const send = () =>
    sendBallots({ url: product.url, codes: place.codes.slice(WARM_UP, WARM_UP + FULL_SPEED), body })
  const { result: sent, ...yardsticks } = hasPgbench()
    ? await besideYardsticks(place, send)
    : { result: await send(), least: null, same: null }
  say(`ballots, 64 callers          ${rate(sent.rate)}/s   p50 ${ms(sent.p50)}  p99 ${ms(sent.p99)}`)
  const { least, same } = yardsticks
  if (least === null || same === null) say('pgbench is not on this machine: no ratio')
  else {
    say(`pgbench, the same rows       ${rate(same)}/s   ratio ${(sent.rate / same).toFixed(2)}`)
    say(`pgbench, the least           ${rate(least)}/s   ratio ${(sent.rate / least).toFixed(2)}`)
  }
  return {
    ...sent,
    answered: warming.answered + sent.answered,
    failed: warming.failed + sent.failed,
  }
}

async function benchPeak(
  place: Place,
  product: Serving,
  peak: { readonly body: string; readonly seconds: number },
) {
  const used = WARM_UP + FULL_SPEED
  const codes = place.codes.slice(used, used + PEAK * peak.seconds)
  const held = await sendBallots({ url: product.url, codes, body: peak.body, rate: PEAK })
  say(
    `peak hour, ${PEAK}/s for ${peak.seconds} s    ${rate(held.rate)}/s   p50 ${ms(held.p50)}  p99 ${ms(held.p99)}`,
  )
  return held
}

async function run(seconds: number): Promise<boolean> {
  const communes = Math.ceil((WARM_UP + FULL_SPEED + PEAK * seconds) / (24 * 274))
  say(
    `${communes} open campaigns of 24 villages and 6 576 households; callers: ${hasWrk() ? 'wrk, ' : ''}autocannon`,
  )
  const place = await makePlace(communes)
  const product = await serveProduct(place, 4390)
  try {
    const body = ballotBody()
    await benchPhone(place, product)
    await benchPage(place, product)
    const burst = await benchBallots(place, product, body)
    const held = await benchPeak(place, product, { body, seconds })
    const acknowledged = burst.answered + held.answered
    const counted = await countBallots(place)
    const { lost, doubled } = lossOf(acknowledged, counted)
    say(
      `counted afterwards           ${acknowledged} acknowledged, ${counted.ballots} stored, ${lost} lost, ${doubled} doubled, ${burst.failed + held.failed} refused`,
    )
    return lost === 0 && doubled === 0
  } finally {
    await product.stop()
    await place.remove()
  }
}

/** The number behind a flag, or null where it is not there. */
const numberAfter = (flag: string): number | null => {
  const at = process.argv.indexOf(flag)
  return at < 0 ? null : Number(process.argv[at + 1])
}

const exported = numberAfter('--export')
if (exported !== null) {
  await benchExport(exported)
  process.exit(0)
}
const whole = await run(numberAfter('--seconds') ?? 300)
process.exit(whole ? 0 : 1)
