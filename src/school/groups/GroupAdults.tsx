// The adults of a group: who works with it, as what; add a colleague, end somebody's work, each with a way back.
import { Trans, useLingui } from '@lingui/react/macro'
import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useSending } from '../../web/asking.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { groupReasons, useColleagues, usePartWords } from './client.ts'
import { type Group, type GroupStaff, groupAddStaff, groupRemoveStaff, type StaffPart } from './contract.ts'
import styles from './GroupAdults.module.css'
import { StaffPicker } from './StaffPicker.tsx'

interface GroupAdultsProps {
  readonly group: Pick<Group, 'id' | 'staff'>
  readonly canManage: boolean
  /** Whoever is here: they don't take themselves out by a slip. */
  readonly self: Id
}

export function GroupAdults({ group, canManage, self }: GroupAdultsProps) {
  const { t } = useLingui()
  const words = usePartWords()
  const [isAdding, setIsAdding] = useState(false)
  const [removed, setRemoved] = useState<GroupStaff>()
  const ending = useSending(groupRemoveStaff)
  const adding = useSending(groupAddStaff)
  const refusalWords = useRefusalWords(groupReasons)
  const refusal = ending.refusal ?? adding.refusal
  const name = removed?.name
  const end = async (adult: GroupStaff) => {
    if ((await ending.send({ groupId: group.id, personId: adult.personId })) !== undefined) setRemoved(adult)
  }
  const undo = async () => {
    if (removed === undefined) return
    const { personId, part } = removed
    if ((await adding.send({ id: newId(), groupId: group.id, personId, part })) !== undefined) setRemoved(undefined)
  }
  return (
    <div className={styles.adults}>
      <UndoBar act={removed} said={<Trans>{name} no longer works with this group</Trans>} onUndo={() => void undo()} />
      {refusal !== undefined && <Notice kind="bad" isLive title={refusalWords(refusal)} />}
      <ul className={styles.list}>
        {group.staff.map((adult) => (
          <li key={`${adult.personId} ${adult.sessionId}`} className={styles.adult}>
            <span>
              <span className={styles.name}>{adult.name}</span>{' '}
              <span className={styles.part}>{adult.sessionId === null ? words[adult.part] : <Trans>Takes one session now</Trans>}</span>
            </span>
            {canManage && adult.personId !== self && adult.sessionId === null && (
              <Button size="small" kind="quiet" aria-label={t`End ${adult.name}’s work here`} onPress={() => void end(adult)}>
                <Trans>End</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canManage && !isAdding && (
        <div>
          <Button icon={UserPlus} onPress={() => setIsAdding(true)}>
            <Trans>Add a colleague</Trans>
          </Button>
        </div>
      )}
      {isAdding && <AddAdults group={group} onDone={() => setIsAdding(false)} />}
    </div>
  )
}

function AddAdults({ group, onDone }: { readonly group: GroupAdultsProps['group']; readonly onDone: () => void }) {
  const colleagues = useColleagues(group.staff.map(({ personId }) => personId))
  const words = useRefusalWords(groupReasons)
  const { send, isSending, refusal } = useSending(groupAddStaff)
  const [chosen, setChosen] = useState<ReadonlyMap<Id, StaffPart>>(new Map())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    for (const [personId, part] of chosen) {
      const output = await send({ id: newId(), groupId: group.id, personId, part })
      if (output === undefined) return
    }
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
      <StaffPicker colleagues={colleagues} value={chosen} onChange={setChosen} />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" isPending={isSending} isDisabled={chosen.size === 0}>
          <Trans>Add them</Trans>
        </Button>
        <Button onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}
