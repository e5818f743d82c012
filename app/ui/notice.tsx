import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { useT } from './site.tsx'

export type NoticeKind = 'info' | 'warning' | 'success'

const icons: { readonly [kind in NoticeKind]: IconName } = { info: 'info', warning: 'warn', success: 'yes' }

type NoticeProps = {
  readonly kind?: NoticeKind
  /** "Lưu ý", "Cảnh báo" or "Xong" unless said. */
  readonly title?: string
  readonly children?: ReactNode
}

/** Something the reader must know. A success is announced to screen readers. */
export const Notice = ({ kind = 'info', title, children }: NoticeProps) => {
  const t = useT()
  return (
    <div className={`notice ${kind}`} role={kind === 'success' ? 'status' : undefined}>
      <p className="notice-title">
        <Icon name={icons[kind]} />
        <b>{title ?? t(`display.notice.${kind}`)}</b>
      </p>
      {children}
    </div>
  )
}
