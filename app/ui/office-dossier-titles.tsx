import { type ListedPaper, owners, writeDue } from '#app/dossier/title-papers.ts'
import type { Title } from '#app/programme/titles.ts'
import { Badge } from './badge.tsx'
import { SubmitButton } from './button.tsx'
import { Checkbox, SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { useOwner } from './office-dossier.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type TitleListsProps = {
  readonly lists: readonly { readonly title: Title; readonly version: number; readonly papers: number }[]
}

/** The lists of all titles in short. */
export const TitleLists = ({ lists }: TitleListsProps) => {
  const t = useT()
  return (
    <ul className="rows">
      {lists.map(({ title, version, papers }) => (
        <li key={title} className="row">
          <div className="row-main">
            <a className="row-name" href={`/ho-so/danh-muc/${title}`}>
              {t(`term.title.${title}`)}
            </a>
            <p className="soft">
              {version === 0
                ? t('office.dossier.list.papers', { papers })
                : t('office.dossier.list.version', { version: String(version), papers })}
            </p>
          </div>
          {version === 0 ? <Badge tone="open">{t('office.dossier.suggested')}</Badge> : null}
        </li>
      ))}
    </ul>
  )
}

const useDue = () => {
  const t = useT()
  return (due: string | null): string => {
    if (due === null) return t('office.dossier.noDue')
    const key = due.startsWith('+') ? 'office.dossier.list.dueNextYear' : 'office.dossier.list.dueYear'
    return t(key, { due: writeDue(due) })
  }
}

type ListedProps = { readonly title: Title; readonly papers: readonly ListedPaper[] }

/** The papers of a list in order, each leading to its form. */
export const ListedPapers = ({ title, papers }: ListedProps) => {
  const t = useT()
  const ownerOf = useOwner()
  const dueOf = useDue()
  return (
    <ol className="rows">
      {papers.map(paper => (
        <li key={paper.key} className="row">
          <div className="row-main">
            <a className="row-name" lang="vi" href={`/ho-so/danh-muc/${title}/${paper.key}`}>
              {paper.name}
            </a>
            <p className="soft">{[ownerOf(paper), dueOf(paper.due)].join(' · ')}</p>
            {paper.source ? (
              <p className="hint">
                {t('office.dossier.paper.source')}: <span lang="vi">{paper.source}</span> (
                {t(`office.dossier.paper.${paper.status}`)})
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

type Typed = Readonly<Record<string, string>>

/** A paper of a list as its form shows it. */
export const typedPaper = (paper: ListedPaper | null, place: number): Typed =>
  paper
    ? {
        ...{ name: paper.name, owner: paper.owner, agency: paper.agency, source: paper.source },
        due: writeDue(paper.due),
        nextYear: paper.due?.startsWith('+') ? 'yes' : '',
        confirmed: paper.status === 'confirmed' ? 'yes' : '',
        place: String(place),
      }
    : {}

type FormProps = {
  readonly typed: Typed
  readonly version: number
  /** Null for a new paper. */
  readonly kind: ListedPaper['kind'] | null
  readonly errors: readonly FormError[]
}

const WhoAndWhen = ({ typed, errors }: Pick<FormProps, 'typed' | 'errors'>) => {
  const t = useT()
  return (
    <>
      <SelectField
        name="owner"
        label={t('office.dossier.list.owner')}
        value={typed.owner}
        error={errorOf(errors, 'owner')}
        options={owners.map(owner => ({ value: owner, label: t(`office.dossier.owner.${owner}`) }))}
      />
      <TextField
        name="agency"
        label={t('office.dossier.list.agency')}
        hint={t('office.dossier.list.agencyHint')}
        value={typed.agency}
        error={errorOf(errors, 'agency')}
        maxLength={200}
        optional
      />
      <TextField
        name="due"
        label={t('office.dossier.list.due')}
        hint={t('office.dossier.list.dueHint')}
        value={typed.due}
        error={errorOf(errors, 'due')}
        width="short"
        optional
      />
      <Checkbox
        name="nextYear"
        value="yes"
        label={t('office.dossier.list.nextYear')}
        checked={typed.nextYear === 'yes'}
      />
    </>
  )
}

const Removal = ({ kind }: Pick<FormProps, 'kind'>) => {
  const t = useT()
  if (kind === null) return null
  if (kind === 'satisfaction') return <p className="hint">{t('office.dossier.list.report')}</p>
  return (
    <>
      <p className="hint">{t('office.dossier.list.removeNote')}</p>
      <SubmitButton kind="danger" name="lam" value="bo">
        {t('office.dossier.list.remove')}
      </SubmitButton>
    </>
  )
}

/** The form of one paper of a list. */
export const ListedPaperForm = ({ typed, version, kind, errors }: FormProps) => {
  const t = useT()
  return (
    <form method="post">
      <input type="hidden" name="version" value={version} />
      <TextField
        name="name"
        label={t('office.dossier.list.name')}
        value={typed.name}
        error={errorOf(errors, 'name')}
        maxLength={200}
      />
      <WhoAndWhen typed={typed} errors={errors} />
      <TextField
        name="place"
        label={t('office.dossier.list.place')}
        value={typed.place}
        error={errorOf(errors, 'place')}
        inputMode="numeric"
        width="short"
        optional
      />
      <TextField
        name="source"
        label={t('office.dossier.list.source')}
        value={typed.source}
        maxLength={500}
        optional
      />
      <Checkbox
        name="confirmed"
        value="yes"
        label={t('office.dossier.list.confirmed')}
        checked={typed.confirmed === 'yes'}
      />
      <p className="actions">
        <SubmitButton name="lam" value="luu">
          {t('office.dossier.list.save')}
        </SubmitButton>
      </p>
      <Removal kind={kind} />
    </form>
  )
}
