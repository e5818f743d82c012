import type { AreaListProblem, CheckedAreaList } from '#app/account/area-list.ts'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FileField } from './file-field.tsx'
import { Notice } from './notice.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { DateField } from './text-field.tsx'

type AreaFileFormProps = {
  readonly validFrom: string | undefined
  readonly errors: readonly FormError[]
  /** Whether a checked list waits already. */
  readonly again: boolean
}

/** The official list as a file; it is checked first. */
export const AreaFileForm = ({ validFrom, errors, again }: AreaFileFormProps) => {
  const t = useT()
  return (
    <Panel title={t(again ? 'office.areas.anotherFile' : 'office.areas.chooseFile')}>
      <form method="post" encType="multipart/form-data">
        <FileField
          name="file"
          label={t('office.areas.file')}
          hint={t('office.areas.fileHint')}
          error={errorOf(errors, 'file')}
          accept=".xlsx,.csv"
        />
        <DateField
          name="validFrom"
          label={t('office.areas.validFrom')}
          hint={t('office.areas.validFromHint')}
          value={validFrom}
          error={errorOf(errors, 'validFrom')}
          optional
        />
        <SubmitButton kind={again ? 'secondary' : 'primary'}>{t('office.areas.check')}</SubmitButton>
      </form>
    </Panel>
  )
}

const Problems = ({ problems }: { readonly problems: readonly AreaListProblem[] }) => {
  const t = useT()
  if (problems.length === 0) return null
  return (
    <>
      <h3>{t('office.areas.problems', { count: problems.length })}</h3>
      <ul>
        {problems.map(({ row, fault, quote }) => (
          <li key={row}>
            {t('office.areas.row', { row: String(row) })} {t(`office.areas.fault.${fault}`)}
            <span className="remark soft">{quote}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

type Named = { readonly code: string; readonly text: string }

const Names = ({ title, names }: { readonly title: string; readonly names: readonly Named[] }) =>
  names.length === 0 ? null : (
    <details>
      <summary>{title}</summary>
      <ul className="columns">
        {names.map(({ code, text }) => (
          <li key={code}>
            {code} {text}
          </li>
        ))}
      </ul>
    </details>
  )

type Waiting = CheckedAreaList & {
  readonly importId: string
  readonly fileName: string
  readonly validFrom: string | null
}

const Changes = ({ list }: { readonly list: Waiting }) => {
  const t = useT()
  const named = ({ code, name }: { readonly code: string; readonly name: string }) => ({ code, text: name })
  return (
    <>
      <Names title={t('office.areas.added', { count: list.added.length })} names={list.added.map(named)} />
      <Names
        title={t('office.areas.renamed', { count: list.renamed.length })}
        names={list.renamed.map(({ code, from, name }) => ({ code, text: `${from} → ${name}` }))}
      />
      <Names
        title={t('office.areas.missing', { count: list.missing.length })}
        names={list.missing.map(named)}
      />
    </>
  )
}

/** What a checked list would change, every line that is left out with its reason, and the button that takes it in. */
export const CheckedAreas = ({ list }: { readonly list: Waiting }) => {
  const t = useT()
  const { language } = useSite()
  const write = (count: number) => formatInteger(count, language)
  const changes = list.added.length + list.renamed.length
  return (
    <Panel title={t('office.areas.checked', { file: list.fileName })}>
      <p>
        {t('office.areas.summary', {
          rows: write(list.rows),
          unchanged: write(list.unchanged),
          outside: write(list.outside),
        })}
      </p>
      {list.validFrom ? (
        <p>{t('office.areas.newFrom', { day: formatDate(list.validFrom, language) })}</p>
      ) : null}
      <Changes list={list} />
      <Problems problems={list.problems} />
      {changes === 0 ? (
        <Notice>
          <p>{t('office.areas.noChange')}</p>
        </Notice>
      ) : (
        <form method="post">
          <input type="hidden" name="importId" value={list.importId} />
          <SubmitButton>{t('office.areas.take', { count: changes })}</SubmitButton>
        </form>
      )}
    </Panel>
  )
}
