// The school's misconceptions under their statements: named, called otherwise, offered no more or again; the same everywhere at once.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { FrameworkStatement, StatementRef } from '../../common/frameworks/contract.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { StageName } from '../goals/StageName.tsx'
import { StatementPicker } from '../goals/StatementPicker.tsx'
import { changeMisconception, nameMisconception } from './client.ts'
import { longestMisconception, type Misconception } from './contract.ts'
import styles from './MisconceptionList.module.css'
import { isOfStatement } from './rules.ts'

interface MisconceptionListProps {
  readonly misconceptions: readonly Misconception[]
  readonly statements: readonly FrameworkStatement[]
  readonly canChange: boolean
}

export function MisconceptionList({ misconceptions, statements, canChange }: MisconceptionListProps) {
  const without = misconceptions.filter((one) => !statements.some((statement) => isOfStatement(one.statement, statement)))
  const parts = statements
    .map((statement) => ({
      key: `${statement.framework} ${statement.version} ${statement.code}`,
      statement,
      those: misconceptions.filter((one) => isOfStatement(one.statement, statement)),
    }))
    .filter(({ those }) => those.length > 0)
  return (
    <Stack gap="large">
      {canChange && <NewName misconceptions={misconceptions} statements={statements} />}
      {parts.map(({ key, statement, those }) => (
        <section key={key}>
          <h3>{statement.wording}</h3>
          <p className={styles.soft}>
            {statement.subject}: <StageName year={statement.year} strand={statement.strand} />
          </p>
          <Names those={those} canChange={canChange} />
        </section>
      ))}
      {without.length > 0 && (
        <section>
          <h3>
            <Trans>Not linked to a statement</Trans>
          </h3>
          <Names those={without} canChange={canChange} />
        </section>
      )}
    </Stack>
  )
}

function Names({ those, canChange }: { readonly those: readonly Misconception[]; readonly canChange: boolean }) {
  return (
    <ul className={styles.names}>
      {those.map((one) => (
        <Name key={one.id} misconception={one} canChange={canChange} />
      ))}
    </ul>
  )
}

function Name({ misconception, canChange }: { readonly misconception: Misconception; readonly canChange: boolean }) {
  const { t } = useLingui()
  const [wording, setWording] = useState<string>()
  const { id, isRetired } = misconception
  const name = misconception.wording
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (wording !== undefined && wording.trim() !== '') void changeMisconception({ ...misconception, wording })
    setWording(undefined)
  }
  if (wording !== undefined) {
    return (
      <li>
        <form className={styles.naming} onSubmit={rename} noValidate>
          <Field
            name={`misconception-${id}`}
            label={<Trans>What it is called everywhere</Trans>}
            value={wording}
            onChange={setWording}
            maxLength={longestMisconception}
            width="full"
            autoComplete="off"
            autoFocus
          />
          <Button type="submit" kind="primary" size="small">
            <Trans>Keep</Trans>
          </Button>
          <Button size="small" onPress={() => setWording(undefined)}>
            <Trans>Cancel</Trans>
          </Button>
        </form>
      </li>
    )
  }
  return (
    <li className={styles.name}>
      <span>
        {name}
        {isRetired && (
          <span className={styles.soft}>
            {' '}
            <Trans>(offered no more)</Trans>
          </span>
        )}
      </span>
      {canChange && (
        <Row>
          <Button kind="quiet" size="small" aria-label={t`Rename: ${name}`} onPress={() => setWording(name)}>
            <Trans>Rename</Trans>
          </Button>
          <Button
            kind="quiet"
            size="small"
            aria-label={isRetired ? t`Offer again: ${name}` : t`Offer no more: ${name}`}
            onPress={() => void changeMisconception({ ...misconception, isRetired: !isRetired })}
          >
            {isRetired ? <Trans>Offer again</Trans> : <Trans>Offer no more</Trans>}
          </Button>
        </Row>
      )}
    </li>
  )
}

function NewName({ misconceptions, statements }: Omit<MisconceptionListProps, 'canChange'>) {
  const { t } = useLingui()
  const [wording, setWording] = useState('')
  const [statement, setStatement] = useState<StatementRef | null>(null)
  const [isEmpty, setIsEmpty] = useState(false)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setIsEmpty(wording.trim() === '')
    if (wording.trim() === '') return
    await nameMisconception(statement, wording, misconceptions)
    setWording('')
  }
  return (
    <form className={styles.adding} onSubmit={(event) => void add(event)} noValidate>
      <Field
        name="misconception-new"
        label={<Trans>A misconception, in a few words</Trans>}
        hint={<Trans>What a learner does or thinks: “Adds the bottoms”. No names of children here.</Trans>}
        error={isEmpty ? t`Write what it is called` : undefined}
        value={wording}
        onChange={setWording}
        maxLength={longestMisconception}
        width="full"
        autoComplete="off"
      />
      <StatementPicker statements={statements} subject="" value={statement} onChange={setStatement} />
      <div>
        <Button type="submit">
          <Trans>Add it</Trans>
        </Button>
      </div>
    </form>
  )
}
