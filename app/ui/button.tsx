import type { ReactNode } from 'react'

type ButtonKind = 'primary' | 'secondary' | 'danger'

const classes: { readonly [kind in ButtonKind]: string } = {
  primary: 'btn',
  secondary: 'btn btn-2',
  danger: 'btn btn-danger',
}

type SubmitButtonProps = {
  readonly children: ReactNode
  readonly kind?: ButtonKind
  /** Name and value posted when a form has several buttons. */
  readonly name?: string
  readonly value?: string
}

/** Sends its form. One primary a page; danger is for what cannot be taken back. */
export const SubmitButton = ({ children, kind = 'primary', name, value }: SubmitButtonProps) => (
  <button type="submit" className={classes[kind]} name={name} value={value}>
    {children}
  </button>
)

type LinkButtonProps = {
  readonly href: string
  readonly children: ReactNode
  readonly kind?: Exclude<ButtonKind, 'danger'>
  /** A file to keep rather than a page to open. */
  readonly download?: boolean
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export const LinkButton = ({ href, children, kind = 'secondary', download }: LinkButtonProps) => (
  <a className={classes[kind]} href={href} download={download || undefined}>
    {children}
  </a>
)
