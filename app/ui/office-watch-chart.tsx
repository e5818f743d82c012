import { useEffect, useRef, useState } from 'react'
import { channels } from '#app/ballot/ballot.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { TurnoutDay } from './office-turnout.tsx'
import type { DayBars } from './office-watch-chart-drawing.ts'
import { useSite, useT } from './site.tsx'

const barsOf = (turnout: readonly TurnoutDay[]) => {
  const days = [...new Set(turnout.map(row => row.day))]
  const used = channels.filter(channel => turnout.some(row => row.channel === channel))
  const on = (day: string, channel: string) =>
    turnout.find(row => row.day === day && row.channel === channel)?.households ?? 0
  return { days, bars: used.map(channel => ({ channel, households: days.map(day => on(day, channel)) })) }
}

/**
 * Households by day as a chart. Only a picture, hidden from screen readers: the table beside it says the same, and stands
 * alone until the script has run and where none runs.
 */
export const DayChart = ({ turnout }: { readonly turnout: readonly TurnoutDay[] }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  const { language } = useSite()
  const t = useT()
  useEffect(() => {
    let stop = () => {}
    let gone = false
    const { days, bars } = barsOf(turnout)
    const words: DayBars = {
      days: days.map(day => formatDate(day, language).slice(0, language === 'vi' ? 5 : -5)),
      bars: bars.map(({ channel, households }) => ({ label: t(`term.channel.${channel}`), households })),
    }
    // Loaded apart: the server and pages without script never fetch chart.js. A connection that drops costs nothing.
    import('./office-watch-chart-drawing.ts').then(
      ({ drawDays }) => {
        if (gone || !canvas.current) return
        setDrawn(true)
        stop = drawDays(canvas.current, words)
      },
      () => undefined,
    )
    return () => {
      gone = true
      stop()
    }
  }, [turnout, language, t])
  return (
    <figure className={drawn ? 'chart' : 'chart waiting'} aria-hidden="true">
      <figcaption>{t('office.watch.chart')}</figcaption>
      <div>
        <canvas ref={canvas} />
      </div>
    </figure>
  )
}
