import { useEffect, useRef, useState } from 'react'
import { printThreshold } from '#app/tally/rate.ts'
import { RateBars, type RateLinesProps } from './rate-bars.tsx'
import { useSite, useT } from './site.tsx'

/**
 * Rates as a chart that answers to the pointer. It is only a picture, so hidden from screen readers: the page shows the
 * same figures as a table. Until the script has run, and where none runs, the server's bars stand in its place.
 */
export const RateChart = (props: RateLinesProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  const { language } = useSite()
  const t = useT()
  const { lines, threshold } = props
  useEffect(() => {
    // On a phone labels would take half the width: the bars, with their labels above, read better.
    if (!matchMedia('(min-width: 44rem)').matches) return
    let stop = () => {}
    let gone = false
    // Loaded apart: the server and pages without script never fetch chart.js.
    const drawing = import('./rate-chart-drawing.ts')
    const draw = ({ drawRates }: Awaited<typeof drawing>) => {
      if (gone || !canvas.current) return
      setDrawn(true)
      const words = {
        satisfied: t('display.satisfied'),
        dissatisfied: t('display.dissatisfied'),
        threshold:
          threshold === null ? '' : t('display.threshold', { percent: printThreshold(threshold, language) }),
      }
      stop = drawRates(canvas.current, { lines, threshold, language, words })
    }
    // A connection that drops here costs nothing: the bars stay.
    drawing.then(draw, () => undefined)
    return () => {
      gone = true
      stop()
    }
  }, [lines, threshold, language, t])
  return (
    <>
      <figure className={drawn ? 'chart' : 'chart waiting'} aria-hidden="true">
        <figcaption>{props.caption}</figcaption>
        <div>
          <canvas ref={canvas} />
        </div>
      </figure>
      {drawn ? null : <RateBars {...props} />}
    </>
  )
}
