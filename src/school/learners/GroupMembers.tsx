// Who is in a group: symbol, name, what helps; what helps is mended in its line, and whoever is taken out can come back at once.
import { Trans, useLingui } from '@lingui/react/macro'
import { EllipsisVertical, Pencil, Shapes, TextCursorInput, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { TextLink } from '../../web/ui/Button.tsx'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import { Menu } from '../../web/ui/Menu.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { groupAddLearner, groupRemoveLearner } from '../groups/contract.ts'
import type { GroupLearner } from './client.ts'
import styles from './GroupMembers.module.css'
import { RenameForm } from './RenameForm.tsx'
import { WhatHelpsForm } from './WhatHelpsForm.tsx'

interface GroupMembersProps {
  readonly groupId: Id
  readonly learners: readonly GroupLearner[]
  readonly canManage: boolean
}

export function GroupMembers({ groupId, learners, canManage }: GroupMembersProps) {
  const [removed, setRemoved] = useState<{ readonly learner: GroupLearner; readonly entry: Id }>()
  const remove = async (learner: GroupLearner) => {
    const entry = await device().outbox.add(groupRemoveLearner, { groupId, learnerId: learner.id })
    setRemoved({ learner, entry })
  }
  const undo = async () => {
    if (removed === undefined) return
    await device().outbox.undo(removed.entry, groupAddLearner, { id: newId(), groupId, learnerId: removed.learner.id })
    setRemoved(undefined)
  }
  const name = removed?.learner.name
  return (
    <div className={styles.members}>
      <UndoBar act={removed} said={<Trans>Taken out: {name}</Trans>} onUndo={() => void undo()} />
      <ul className={styles.list}>
        {learners.map((learner) => (
          <Member key={learner.id} groupId={groupId} learner={learner} onRemove={canManage ? () => void remove(learner) : undefined} />
        ))}
      </ul>
    </div>
  )
}

interface MemberProps {
  readonly groupId: Id
  readonly learner: GroupLearner
  readonly onRemove: (() => void) | undefined
}

function Member({ groupId, learner, onRemove }: MemberProps) {
  const { t } = useLingui()
  const [editing, setEditing] = useState<'helps' | 'name'>()
  const acts = [
    { id: 'helps', label: t`Say what helps`, icon: Pencil, onAction: () => setEditing('helps') },
    { id: 'name', label: t`Mend the name`, icon: TextCursorInput, onAction: () => setEditing('name') },
    { id: 'symbol', label: t`Choose a symbol`, icon: Shapes, href: `/groups/${groupId}/symbols?learner=${learner.id}` },
    ...(onRemove === undefined ? [] : [{ id: 'remove', label: t`Take out of the group`, icon: UserMinus, onAction: onRemove }]),
  ]
  return (
    <li className={styles.member}>
      <LearnerSymbol name={symbolNamed(learner.symbol)} of={learner.name} />
      <div className={styles.who}>
        <span className={styles.name}>
          {learner.isWaiting ? learner.name : <TextLink href={`/learners/${learner.id}`}>{learner.name}</TextLink>}
        </span>
        {learner.whatHelps !== null && editing !== 'helps' && <span className={styles.helps}>{learner.whatHelps}</span>}
        {learner.isWaiting && (
          <span className={styles.waiting}>
            <Trans>Not sent yet</Trans>
          </span>
        )}
      </div>
      <Menu label={t`More for ${learner.name}`} icon={EllipsisVertical} isLabelHidden acts={acts} />
      {editing !== undefined && (
        <div className={styles.edit}>
          {editing === 'helps' ? (
            <WhatHelpsForm learner={learner} onDone={() => setEditing(undefined)} />
          ) : (
            <RenameForm learner={learner} onDone={() => setEditing(undefined)} />
          )}
        </div>
      )}
    </li>
  )
}
