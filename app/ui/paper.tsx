import { longDay } from '#app/dossier/day-text.ts'
import {
  type Appendix,
  type Block,
  type Paper,
  romanOf,
  type Section,
  type Workbook,
} from '#app/dossier/paper.ts'
import { printPhrase } from '#app/i18n/phrase.ts'
import { PaperTable } from './paper-table.tsx'

/** Lines and blocks of a paper have no names of their own, and none of them ever moves: their place is their key. */
const Lines = ({ lines, start = '' }: { readonly lines: readonly string[]; readonly start?: string }) => (
  <>
    {lines.map((line, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <p key={i}>{start + line}</p>
    ))}
  </>
)

const Head = ({ letterhead: { lines, symbol, number, place }, madeOn }: Paper) => (
  <header className="paper-head">
    <div className="paper-issuer">
      <Lines lines={lines} />
    </div>
    <div className="paper-state">
      <p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
      <p className="paper-motto">
        <span>Độc lập - Tự do - Hạnh phúc</span>
      </p>
    </div>
    <p className="paper-number">{`Số: ${number ?? '         '}/${symbol}`}</p>
    <p className="paper-place">{`${place}, ${longDay(madeOn)}`}</p>
  </header>
)

type Place = { readonly label: string; readonly wide: boolean }

const BlockPart = ({ block, place }: { readonly block: Block; readonly place: Place }) => {
  if (block.kind === 'table') return <PaperTable table={block.table} {...place} />
  const text = printPhrase(block.text)
  if (block.kind === 'heading') return <h4>{text}</h4>
  if (block.kind === 'statement')
    return (
      <p className="paper-statement">
        <strong>{text}</strong>
      </p>
    )
  return <p className={`paper-${block.kind}`}>{block.kind === 'item' ? `- ${text}` : text}</p>
}

/** The table's name for whoever does not see it: the heading that it stands under. */
const Blocks = ({ blocks, place }: { readonly blocks: readonly Block[]; readonly place: Place }) => (
  <>
    {blocks.map((block, i) => {
      const above = blocks.slice(0, i).findLast(one => one.kind === 'heading')
      const label = above?.kind === 'heading' ? printPhrase(above.text) : place.label
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move
      return <BlockPart key={i} block={block} place={{ ...place, label }} />
    })}
  </>
)

const SectionPart = ({ section, index }: { readonly section: Section; readonly index: number }) => (
  <>
    <h3>{`${romanOf(index)}. ${section.heading}`}</h3>
    <Blocks blocks={section.blocks} place={{ label: section.heading, wide: false }} />
  </>
)

/** What stands below a paper: all who sign minutes side by side, or the receivers left and the signer right. */
const Foot = ({ recipients, signer, signedBy, signatures }: Paper) =>
  signatures ? (
    <footer className="paper-foot is-signatures">
      {signatures.map(lines => (
        <div key={lines[0]} className="paper-signer">
          <Lines lines={lines} />
        </div>
      ))}
    </footer>
  ) : (
    <footer className="paper-foot">
      <div className="paper-recipients">
        <p>Nơi nhận:</p>
        <Lines lines={recipients} start="- " />
      </div>
      <div className="paper-signer">
        <Lines lines={signer} />
        {signedBy === undefined ? null : <p className="paper-name">{signedBy}</p>}
      </div>
    </footer>
  )

const Notice = ({ notice }: Pick<Paper, 'notice'>) =>
  notice === null ? null : <p className="paper-notice">{notice}</p>

const AppendixPart = ({
  appendix,
  notice,
}: {
  readonly appendix: Appendix
  readonly notice: string | null
}) => {
  const { heading, subject, attachedTo, blocks, upright } = appendix
  return (
    <article
      className={upright ? 'paper' : 'paper is-sideways'}
      lang="vi"
      aria-label={`${heading}. ${subject}`}
    >
      <Notice notice={notice} />
      <header className="paper-title">
        <p>{heading}</p>
        <h2>{subject.toLocaleUpperCase('vi')}</h2>
        <p className="paper-attached">{attachedTo}</p>
      </header>
      <Blocks blocks={blocks} place={{ label: subject, wide: !upright }} />
    </article>
  )
}

/** A paper as a page: the texts of its Word and its PDF file in the same order, sheet by sheet. */
export const PaperSheets = ({ paper }: { readonly paper: Paper }) => (
  <>
    <article className="paper" lang="vi" aria-label={`${paper.title}. ${paper.subject}`}>
      <Notice notice={paper.notice} />
      <Head {...paper} />
      <header className="paper-title">
        <h2>{paper.title}</h2>
        <p>{paper.subject}</p>
      </header>
      {paper.opening.map((phrase, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences never move
        <p key={i} className="paper-paragraph">
          {printPhrase(phrase)}
        </p>
      ))}
      {paper.sections.map((section, i) => (
        <SectionPart key={section.heading} section={section} index={i} />
      ))}
      <p className="paper-paragraph">{printPhrase(paper.closing)}</p>
      <Foot {...paper} />
    </article>
    {paper.appendices.map(appendix => (
      <AppendixPart key={appendix.heading} appendix={appendix} notice={paper.notice} />
    ))}
  </>
)

/** A workbook as a page, a sheet below the other. */
export const WorkbookSheets = ({ workbook: { notice, sheets } }: { readonly workbook: Workbook }) => (
  <>
    {sheets.map(({ name, heading: [title = [], ...lines], table, remarks }) => (
      <article key={name} className="paper is-sideways" lang="vi" aria-label={name}>
        <Notice notice={notice} />
        <header>
          <h2>{printPhrase(title)}</h2>
          <Lines lines={lines.map(printPhrase)} />
        </header>
        <PaperTable table={table} label={name} wide={table.columns.length > 4} />
        <Lines lines={remarks.map(printPhrase)} />
      </article>
    ))}
  </>
)
