import type { ReactNode } from 'react'

export type StatItem = {
  readonly label: string
  readonly value: ReactNode
  /** Counts and base under a rate, or where a figure comes from. */
  readonly note?: ReactNode
}

/** A few figures side by side. A rate stands with its counts in the note. */
export const Stats = ({ items }: { readonly items: readonly StatItem[] }) => (
  <dl className="stats">
    {items.map(item => (
      <div key={item.label}>
        <dt>{item.label}</dt>
        <dd className="stat-value">{item.value}</dd>
        {item.note ? <dd className="stat-note">{item.note}</dd> : null}
      </div>
    ))}
  </dl>
)
