/** Small drawings beside words; never alone, so they are silent to screen readers. 24 × 24, in the text's colour. */
const paths = {
  yes: 'M4 12.5 9.5 18 20 6.5',
  no: 'M6 6l12 12M18 6 6 18',
  open: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1-1.5 2.3M12 18.2v.6',
  warn: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17v.6',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 11v5.5M12 7.4v.6',
  pen: 'M4 20l1-4L16 5l3 3L8 19l-4 1Z',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7v5l3.5 2',
  lock: 'M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const

export type IconName = keyof typeof paths

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
