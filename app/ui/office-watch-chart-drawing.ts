import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip)

export type DayBars = {
  readonly days: readonly string[]
  readonly bars: readonly { readonly label: string; readonly households: readonly number[] }[]
}

const ink = '#1c1917'
const colours = ['#2f5d50', '#d9a441', '#4a6fa5', '#8a4f7d']
const height = 320

/** Draws households by day, means on top of each other, on a canvas inside its own box; gives back how to take it off. Nothing moves. */
export const drawDays = (canvas: HTMLCanvasElement, { days, bars }: DayBars): (() => void) => {
  if (canvas.parentElement) canvas.parentElement.style.height = `${height}px`
  const font = { family: getComputedStyle(canvas).fontFamily, size: 14 }
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...days],
      datasets: bars.map(({ label, households }, i) => ({
        label,
        data: [...households],
        backgroundColor: colours[i % colours.length] ?? ink,
        maxBarThickness: 48,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font,
      color: ink,
      scales: {
        x: { stacked: true, ticks: { color: ink, font }, grid: { display: false } },
        y: { stacked: true, beginAtZero: true, ticks: { color: ink, font, precision: 0 } },
      },
      plugins: { legend: { position: 'bottom', labels: { color: ink, font, boxWidth: 16 } } },
    },
  })
  return () => chart.destroy()
}
