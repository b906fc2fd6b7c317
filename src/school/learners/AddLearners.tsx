// Put more learners into a group: some that one works with already, some by a pasted list.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import type { ShownGroup } from '../groups/client.ts'
import { groupAddLearner } from '../groups/contract.ts'
import styles from './AddLearners.module.css'
import { canKeep, type GroupLearner, keepNewLearners, type NamesDraft, readNames } from './client.ts'
import { LearnersChoice } from './LearnersChoice.tsx'
import { NamesField } from './NamesField.tsx'

interface AddLearnersProps {
  readonly groupId: Id
  readonly members: readonly GroupLearner[]
  /** One's other groups, to choose from. */
  readonly groups: readonly ShownGroup[]
  readonly onDone: () => void
}

export function AddLearners({ groupId, members, groups, onDone }: AddLearnersProps) {
  const { t } = useLingui()
  const [names, setNames] = useState<NamesDraft>({ text: '', lines: [] })
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set())
  const [error, setError] = useState<string>()
  const others = groups.filter(({ id }) => id !== groupId)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (names.text.trim() !== '') {
      setNames(readNames(names))
      return setError(t`Look the names through, then add them`)
    }
    if (!canKeep(names.lines)) return setError(t`Mend the names that are marked`)
    if (names.lines.length === 0 && chosen.size === 0) return setError(t`Choose a learner, or type a name`)
    await keepNewLearners(groupId, names.lines)
    for (const learnerId of chosen) await device().outbox.add(groupAddLearner, { id: newId(), groupId, learnerId })
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {others.length > 0 && (
        <LearnersChoice groups={others} value={chosen} onChange={setChosen} without={new Set(members.map(({ id }) => id))} />
      )}
      <NamesField draft={names} onChange={setNames} there={members.map(({ name }) => name)} error={error} />
      <div className={styles.acts}>
        <Button type="submit" kind="primary">
          <Trans>Add to the group</Trans>
        </Button>
        <Button onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}
