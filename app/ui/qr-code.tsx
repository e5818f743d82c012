import type { QrDrawing } from './qr.ts'

/** Empty modules around the drawing, which readers need to find its edges (ISO/IEC 18004 asks for four). */
const quiet = 4

/** A QR code on the screen, black on white; `label` says to whoever cannot see it what it holds. */
export const QrCode = ({ qr, label }: { readonly qr: QrDrawing; readonly label: string }) => (
  <svg
    className="qr-screen"
    role="img"
    aria-label={label}
    viewBox={`${-quiet} ${-quiet} ${qr.size + 2 * quiet} ${qr.size + 2 * quiet}`}
    shapeRendering="crispEdges"
  >
    <rect x={-quiet} y={-quiet} width={qr.size + 2 * quiet} height={qr.size + 2 * quiet} fill="#fff" />
    <path d={qr.path} fill="#000" />
  </svg>
)
