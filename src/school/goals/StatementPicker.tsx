// Which statement of a ladder a goal belongs to: looked for by words, subject, year and strand; one is enough, none is allowed.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { FrameworkStatement, StatementRef } from '../../common/frameworks/contract.ts'
import { ladderFor } from '../../common/frameworks/rules.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { isSameStatement, type StatementFilter, statementsFor } from './client.ts'
import { StageName } from './StageName.tsx'
import styles from './StatementPicker.module.css'

interface StatementPickerProps {
  readonly statements: readonly FrameworkStatement[]
  /** What the group learns: its ladder is shown first. */
  readonly subject: string
  readonly value: StatementRef | null
  readonly onChange: (statement: StatementRef | null) => void
}

export function StatementPicker({ statements, subject, value, onChange }: StatementPickerProps) {
  const [isOpen, setIsOpen] = useState(false)
  const opener = useId()
  const chosen = statements.find((statement) => isSameStatement(statement, value))
  const choose = ({ framework, version, code }: FrameworkStatement) => {
    onChange({ framework, version, code })
    setIsOpen(false)
    // The list goes, and the focus with it: it comes back to where it was opened.
    document.getElementById(opener)?.focus()
  }
  return (
    <div className={styles.picker}>
      <div className={styles.chosen}>
        <div>
          <p className={styles.label}>
            <Trans>Where it stands on the ladder</Trans>
          </p>
          <p>{chosen === undefined ? <Trans>Not linked yet</Trans> : chosen.wording}</p>
        </div>
        {chosen !== undefined && (
          <Button size="small" kind="quiet" onPress={() => onChange(null)}>
            <Trans>Take the link away</Trans>
          </Button>
        )}
        <Button id={opener} size="small" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {chosen === undefined ? <Trans>Find a statement</Trans> : <Trans>Find another</Trans>}
        </Button>
      </div>
      {isOpen && <Finder statements={statements} subject={subject} value={value} onChoose={choose} />}
    </div>
  )
}

interface FinderProps {
  readonly statements: readonly FrameworkStatement[]
  readonly subject: string
  readonly value: StatementRef | null
  readonly onChoose: (statement: FrameworkStatement) => void
}

function Finder({ statements, subject, value, onChoose }: FinderProps) {
  const { t } = useLingui()
  const [filter, setFilter] = useState<StatementFilter>({ subject: ladderFor(subject), words: '', year: undefined, strand: undefined })
  const found = statementsFor(statements, filter)
  return (
    <>
      <Filters statements={statements} filter={filter} onChange={setFilter} />
      <p className={styles.count} role="status">
        <Plural value={found.length} one="# statement" other="# statements" />
      </p>
      <ul className={styles.list} aria-label={t`Statements of the ladder`}>
        {found.map((statement) => (
          <li key={`${statement.framework} ${statement.version} ${statement.code}`}>
            <button
              type="button"
              className={styles.statement}
              aria-pressed={isSameStatement(statement, value)}
              onClick={() => onChoose(statement)}
            >
              {statement.wording}
              <span className={styles.about}>
                <StageName year={statement.year} strand={statement.strand} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

interface FiltersProps {
  readonly statements: readonly FrameworkStatement[]
  readonly filter: StatementFilter
  readonly onChange: (filter: StatementFilter) => void
}

function Filters({ statements, filter, onChange }: FiltersProps) {
  const { t } = useLingui()
  const subjects = [...new Set(statements.map(({ subject }) => subject))]
  const there = statements.filter(({ subject }) => filter.subject === undefined || filter.subject === subject)
  const years = [...new Set(there.map(({ year }) => year))].toSorted((one, other) => one - other)
  const strands = [...new Set(there.map(({ strand }) => strand))]
  return (
    <div className={styles.filters}>
      <Field
        name="statement-words"
        type="search"
        label={<Trans>Words</Trans>}
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
        width="full"
        autoFocus
      />
      <SelectField
        name="statement-subject"
        label={<Trans>Subject</Trans>}
        placeholder={t`Every subject`}
        options={subjects.map((one) => ({ id: one, label: one }))}
        value={filter.subject ?? ''}
        onChange={(one) => onChange({ ...filter, subject: one === '' ? undefined : one, year: undefined, strand: undefined })}
        width="full"
      />
      <SelectField
        name="statement-year"
        label={<Trans>Year</Trans>}
        placeholder={t`Every year`}
        options={years.map((year) => ({ id: String(year), label: year === 0 ? t`Reception` : t`Year ${year}` }))}
        value={filter.year === undefined ? '' : String(filter.year)}
        onChange={(year) => onChange({ ...filter, year: year === '' ? undefined : Number(year) })}
        width="full"
      />
      <SelectField
        name="statement-strand"
        label={<Trans>Strand</Trans>}
        placeholder={t`Every strand`}
        options={strands.map((strand) => ({ id: strand, label: strand }))}
        value={filter.strand ?? ''}
        onChange={(strand) => onChange({ ...filter, strand: strand === '' ? undefined : strand })}
        width="full"
      />
    </div>
  )
}
