import { count, type Phrase, say } from './phrase.ts'

/** A random draw as papers say it: how many households were drawn, and what lets anybody draw them again. */
export type DrawOnPaper = {
  readonly drawn: number
  /** Null until the draw was made. */
  readonly seed: string | null
  /** SHA-256 of the published list, 64 hex digits. */
  readonly listHash: string
}

/** The line that says a sample was asked, of how many `households`; none where everybody was. */
export const sampleTexts = (draw: DrawOnPaper | null | undefined, households: number): readonly Phrase[] => {
  if (!draw) return []
  const seed = draw.seed === null ? say`số gốc chưa có` : say`số gốc ${draw.seed}`
  return [
    say`Lấy ý kiến theo mẫu rút ngẫu nhiên: ${count(draw.drawn)} hộ trong ${count(households)} hộ; ${seed}, mã băm danh sách ${draw.listHash}.`,
  ]
}
