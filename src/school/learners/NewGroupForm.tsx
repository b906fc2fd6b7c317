// A new group on one page: what it is, who learns in it, who works with it. Kept on the device at once, sent when there is a network.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { Colleague, GroupDraft, ShownGroup } from '../groups/client.ts'
import type { StaffPart } from '../groups/contract.ts'
import { GroupFields } from '../groups/GroupFields.tsx'
import { StaffPicker } from '../groups/StaffPicker.tsx'
import { canKeep, keepNewGroup, type NamesDraft, type NewGroup, readNames } from './client.ts'
import { LearnersChoice } from './LearnersChoice.tsx'
import { NamesField } from './NamesField.tsx'
import styles from './NewGroupForm.module.css'

/** Learners who were chosen on another page, out of which group, and what theirs may be called. */
export interface ChosenLearners {
  readonly from: Id
  readonly learnerIds: readonly Id[]
  readonly name: string
}

interface NewGroupFormProps {
  readonly groups: readonly ShownGroup[]
  readonly colleagues: readonly Colleague[]
  readonly chosen?: ChosenLearners | undefined
  /** What the group begins with, to be chosen between who learns in it and who works with it. */
  readonly beginning?: ReactNode
  readonly beginsWith?: NewGroup['beginsWith']
  readonly onKept: (groupId: Id) => void
}

export function NewGroupForm({ groups, colleagues, chosen, beginning, beginsWith, onKept }: NewGroupFormProps) {
  const form = useNewGroup({ groups, chosen, beginsWith, onKept })
  const { draft, setDraft, names, setNames, learnerIds, setLearnerIds, staff, setStaff, errors } = form
  const problems: readonly Problem[] = Object.entries(errors).map(([name, message]) =>
    name === 'keeping' ? { message } : { name, message },
  )
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <ErrorSummary problems={problems} attempt={form.attempt} />
      <Card title={<Trans>The group</Trans>}>
        <GroupFields draft={draft} onChange={setDraft} nameError={errors['group-name']} subjectError={errors['group-subject']} />
      </Card>
      <Card title={<Trans>Who learns in it</Trans>}>
        <div className={styles.part}>
          {groups.length > 0 && <LearnersChoice groups={groups} value={learnerIds} onChange={setLearnerIds} from={chosen?.from} />}
          <NamesField draft={names} onChange={setNames} error={errors.names} />
        </div>
      </Card>
      {beginning}
      <Card>
        <StaffPicker colleagues={colleagues} value={staff} onChange={setStaff} />
      </Card>
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isPending={form.isKeeping}>
          <Trans>Make the group</Trans>
        </Button>
        <ButtonLink href="/groups">
          <Trans>Cancel</Trans>
        </ButtonLink>
      </div>
    </form>
  )
}

type Errors = Readonly<Partial<Record<'group-name' | 'group-subject' | 'names' | 'keeping', string>>>

function useNewGroup({ groups, chosen, beginsWith, onKept }: Omit<NewGroupFormProps, 'colleagues' | 'beginning'>) {
  const { t } = useLingui()
  const from = groups.find(({ id }) => id === chosen?.from)
  const [draft, setDraft] = useState<GroupDraft>({
    name: chosen?.name ?? '',
    subject: from?.subject ?? '',
    cover: from === undefined ? 'bottle' : 'plum',
    kind: from === undefined ? 'class' : 'support',
  })
  const [names, setNames] = useState<NamesDraft>({ text: '', lines: [] })
  const [learnerIds, setLearnerIds] = useState<ReadonlySet<Id>>(new Set(chosen?.learnerIds))
  const [staff, setStaff] = useState<ReadonlyMap<Id, StaffPart>>(new Map())
  const [errors, setErrors] = useState<Errors>({})
  const [attempt, setAttempt] = useState(0)
  const [isKeeping, setIsKeeping] = useState(false)

  function errorsOf(): Errors {
    return {
      ...(draft.name.trim() === '' ? { 'group-name': t`Give the group a name` } : {}),
      ...(draft.subject.trim() === '' ? { 'group-subject': t`Say which subject` } : {}),
      ...(names.text.trim() !== '' ? { names: t`Look the names through, then make the group` } : {}),
      ...(canKeep(names.lines) ? {} : { names: t`Mend the names that are marked` }),
    }
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found = errorsOf()
    setErrors(found)
    setAttempt((before) => before + 1)
    if (names.text.trim() !== '') setNames(readNames(names))
    if (Object.keys(found).length > 0 || isKeeping) return
    setIsKeeping(true)
    try {
      onKept(await keepNewGroup({ draft, names: names.lines, learnerIds: [...learnerIds], staff, beginsWith }))
    } catch {
      setErrors({ keeping: t`This device can’t keep anything now. Sign in again, with a network.` })
      setIsKeeping(false)
    }
  }

  return { draft, setDraft, names, setNames, learnerIds, setLearnerIds, staff, setStaff, errors, attempt, isKeeping, submit }
}
