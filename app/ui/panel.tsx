import { type ReactNode, useId } from 'react'

type PanelProps = {
  readonly title: string
  readonly children: ReactNode
  readonly level?: 2 | 3
  /** Id of the heading, where a link leads to it. */
  readonly anchor?: string
}

/** A titled part of a page. */
export const Panel = ({ title, children, level = 2, anchor }: PanelProps) => {
  const ownId = useId()
  const id = anchor ?? ownId
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="panel" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  )
}
