// The end of a group: nobody works in it any more, its learners keep their records. It asks, because nothing opens it again.
import { Plural, Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useGoals } from '../../../school/goals/client.ts'
import { groupReasons } from '../../../school/groups/client.ts'
import { groupClose } from '../../../school/groups/contract.ts'
import { useSending } from '../../asking.ts'
import { useRefusalWords } from '../../messages.ts'
import { Button, TextLink } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { paths } from '../paths.ts'
import styles from './CloseGroup.module.css'

export function CloseGroup({ group }: { readonly group: { readonly id: string; readonly name: string } }) {
  const navigate = useNavigate()
  const words = useRefusalWords(groupReasons)
  const [isAsking, setIsAsking] = useState(false)
  const { send, isSending, refusal } = useSending(groupClose)
  const { id, name } = group
  const close = async () => {
    if ((await send({ groupId: id })) !== undefined) void navigate({ to: paths.groups as string })
  }
  return (
    <div className={styles.close}>
      <Button kind="quiet" onPress={() => setIsAsking(true)}>
        <Trans>Close this group</Trans>
      </Button>
      <Dialog
        title={<Trans>Close {name}?</Trans>}
        size="small"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button kind="primary" isPending={isSending} onPress={() => void close()}>
              <Trans>Close the group</Trans>
            </Button>
            <Button onPress={() => setIsAsking(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
        <p>
          <Trans>Everybody’s work in it ends today, and it can’t be opened again. What was seen stays with each learner.</Trans>
        </p>
        {isAsking && <OpenGoals groupId={id} />}
      </Dialog>
    </div>
  )
}

const nobody: ReadonlySet<string> = new Set()

/** Goals that end with the group unless they go along; whoever sees no goals is told nothing of them. */
function OpenGoals({ groupId }: { readonly groupId: string }) {
  const asked = useGoals(groupId, nobody)
  const open = asked.state === 'answered' ? asked.answer.goals.filter((goal) => goal.groupId === groupId && goal.closedAt === null) : []
  if (open.length === 0) return null
  return (
    <p>
      <Plural value={open.length} one="# goal is open." other="# goals are open." />{' '}
      <TextLink href={paths.moveUp(groupId)}>
        <Trans>Choose first what goes along</Trans>
      </TextLink>
    </p>
  )
}
