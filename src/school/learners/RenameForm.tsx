// Mend a learner's name: the given name as the child is called, and one initial.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { nameOf, troubles } from './client.ts'
import { type Learner, learnerRename } from './contract.ts'
import styles from './RenameForm.module.css'

interface RenameFormProps {
  readonly learner: Pick<Learner, 'id' | 'givenName' | 'familyInitial'>
  readonly onDone: () => void
}

export function RenameForm({ learner, onDone }: RenameFormProps) {
  const { t } = useLingui()
  const { id } = learner
  const [line, setLine] = useState({ key: id, givenName: learner.givenName, familyInitial: learner.familyInitial ?? '' })
  const trouble = troubles([line]).get(id)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (trouble !== undefined) return
    await device().outbox.add(learnerRename, { learnerId: id, ...nameOf(line) })
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void keep(event)} noValidate>
      <div className={styles.two}>
        <Field
          name={`given-${id}`}
          label={<Trans>Given name</Trans>}
          error={trouble === 'no_name' ? t`Type a name` : undefined}
          value={line.givenName}
          onChange={(givenName) => setLine({ ...line, givenName })}
          maxLength={40}
          width="full"
          autoFocus
          autoComplete="off"
        />
        <Field
          name={`initial-${id}`}
          label={<Trans>Initial</Trans>}
          error={trouble === 'initial' ? t`One letter` : undefined}
          value={line.familyInitial}
          onChange={(familyInitial) => setLine({ ...line, familyInitial })}
          maxLength={2}
          width="full"
          autoComplete="off"
        />
      </div>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          <Trans>Keep</Trans>
        </Button>
        <Button size="small" onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}
