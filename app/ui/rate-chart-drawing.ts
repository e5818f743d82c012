import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  type Plugin,
  Tooltip,
} from 'chart.js'
import type { Language } from '#app/basics/language.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { type Percent, printRate, type Rate } from '#app/tally/rate.ts'
import type { RateLine } from './rate-bars.tsx'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip)

type Drawing = {
  readonly lines: readonly RateLine[]
  readonly threshold: Percent | null
  readonly language: Language
  readonly words: { readonly satisfied: string; readonly dissatisfied: string; readonly threshold: string }
}

const ink = '#1c1917'
const satisfiedColour = '#2f5d50'
const dissatisfiedColour = '#d9a441'
const rowHeight = 44

const share = (rate: Rate): number => (rate.whole === 0 ? 0 : (100 * rate.part) / rate.whole)

/** Breaks a label into lines of about 42 characters, as chart.js takes them. */
const wrap = (label: string): string[] => {
  const rows: string[] = []
  for (const word of label.split(' ')) {
    const longer = `${rows.at(-1) ?? ''} ${word}`.trim()
    if (rows.length > 0 && longer.length <= 42) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}

const limitLine = (threshold: Percent | null, label: string): Plugin<'bar'> => ({
  id: 'limit',
  afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
    const x = threshold === null ? undefined : scales.x?.getPixelForValue(Number(threshold))
    if (x === undefined) return
    ctx.save()
    ctx.strokeStyle = ink
    ctx.fillStyle = ink
    ctx.lineWidth = 2
    ctx.setLineDash([6, 4])
    ctx.beginPath()
    ctx.moveTo(x, chartArea.top)
    ctx.lineTo(x, chartArea.bottom)
    ctx.stroke()
    ctx.textAlign = 'right'
    ctx.fillText(label, x - 6, chartArea.top - 6)
    ctx.restore()
  },
})

const datasets = ({ lines, words }: Drawing) => [
  {
    label: words.satisfied,
    data: lines.map(line => share(line.satisfied)),
    backgroundColor: satisfiedColour,
  },
  {
    label: words.dissatisfied,
    data: lines.map(line => share(line.dissatisfied)),
    backgroundColor: dissatisfiedColour,
  },
]

const spoken = ({ lines, language }: Drawing, datasetIndex: number, index: number): string => {
  const line = lines[index]
  if (!line) return ''
  const rate = datasetIndex === 0 ? line.satisfied : line.dissatisfied
  return `${printRate(rate, language)} (${formatInteger(rate.part, language)}/${formatInteger(rate.whole, language)})`
}

/** Draws the rates on a canvas inside its own box and gives back how to take them off. Nothing moves. */
export const drawRates = (canvas: HTMLCanvasElement, drawing: Drawing): (() => void) => {
  const { lines, threshold, words } = drawing
  if (canvas.parentElement) canvas.parentElement.style.height = `${90 + rowHeight * lines.length}px`
  const font = { family: getComputedStyle(canvas).fontFamily, size: 14 }
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: lines.map(line => wrap(line.label)), datasets: datasets(drawing) },
    plugins: [limitLine(threshold, words.threshold)],
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      font,
      color: ink,
      layout: { padding: { top: 18 } },
      scales: {
        x: { stacked: true, min: 0, max: 100, ticks: { color: ink, font, callback: value => `${value} %` } },
        y: { stacked: true, ticks: { color: ink, font, autoSkip: false }, grid: { display: false } },
      },
      plugins: {
        legend: { position: 'bottom', labels: { color: ink, font, boxWidth: 16 } },
        tooltip: {
          callbacks: {
            label: item =>
              `${item.dataset.label ?? ''}: ${spoken(drawing, item.datasetIndex, item.dataIndex)}`,
          },
        },
      },
    },
  })
  return () => chart.destroy()
}
