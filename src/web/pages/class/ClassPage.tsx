// The class page: what stands out, the map, and beside it the moments behind a square. By a phone the same, card by card.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Printer, UsersRound } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import { type ClassMapAnswer, useClassMap } from '../../../school/classmap/client.ts'
import { type Marked, mark, undoMarks } from '../../../school/goals/client.ts'
import { useMyGroups } from '../../../school/groups/client.ts'
import type { Cover } from '../../../school/groups/contract.ts'
import { canSeeSomeRecord } from '../../../school/groups/policy.ts'
import { isFinal } from '../../asking.ts'
import { useDays } from '../../days.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { mapWidth, panelWidth, useMedia } from '../../ui/media.ts'
import { EmptyState, Loading } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { part } from '../../ui/part.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { NotMyGroup } from '../groups/NotYours.tsx'
import { paths, useIdOf } from '../paths.ts'
import styles from './ClassPage.module.css'
import { DeskMap, type RowOrder } from './DeskMap.tsx'
import { Headlines } from './Headlines.tsx'
import { PhoneMap } from './PhoneMap.tsx'
import { criterionOf, type GoalChoice, type Shown, withGoals } from './shown.ts'

// What a square rests on is wanted once one was pressed.
const Panel = part(async () => (await import('./Panel.tsx')).Panel, Loading)

export function ClassPage() {
  const groupId = useIdOf('groupId')
  const groups = useMyGroups()
  const group = groups.state === 'answered' ? groups.answer.find(({ id }) => id === groupId) : undefined
  const mayAsk = canSeeSomeRecord(useActor()) && groupId !== ''
  const asked = useClassMap(mayAsk && group?.isWaiting !== true ? groupId : undefined)
  if (group?.isWaiting === true) return <NotSentYet name={group.name} />
  if (!mayAsk || (asked.state === 'failed' && isFinal(asked.refusal))) return <NotMyGroup />
  return <AskedView asked={asked}>{(answer) => <Found key={groupId} answer={answer} cover={group?.cover} />}</AskedView>
}

/** A group that was made here a moment ago. */
function NotSentYet({ name }: { readonly name: string }) {
  return (
    <>
      <PageHeader title={name} />
      <EmptyState title={<Trans>This group is kept on this device, and not sent yet</Trans>}>
        <Trans>Its class page comes when the group is sent.</Trans>
      </EmptyState>
    </>
  )
}

interface FoundProps {
  readonly answer: ClassMapAnswer
  readonly cover: Cover | undefined
}

function Found({ answer, cover }: FoundProps) {
  const { group, learners, goals } = answer
  return (
    <div className={styles.page}>
      <Head answer={answer} cover={cover} />
      {learners.length === 0 || goals.length === 0 ? (
        <Nothing groupId={group.id} hasLearners={learners.length > 0} />
      ) : (
        <Filled answer={answer} />
      )}
    </div>
  )
}

function Head({ answer, cover }: FoundProps) {
  const { group, lastNoticedAt } = answer
  const days = useDays()
  const { subject } = group
  const when = lastNoticedAt === null ? undefined : days.moment(lastNoticedAt)
  return (
    <PageHeader
      title={group.name}
      about={
        when === undefined ? (
          subject
        ) : (
          <Trans>
            {subject}. Last noticed {when}
          </Trans>
        )
      }
      {...(cover === undefined ? {} : { cover })}
      actions={
        <>
          <Button icon={Printer} onPress={() => print()}>
            <Trans>Print</Trans>
          </Button>
          <ButtonLink icon={UsersRound} kind="primary" href={`${paths.newGroup}?from=${group.id}`}>
            <Trans>Make a group</Trans>
          </ButtonLink>
        </>
      }
    />
  )
}

function Nothing({ groupId, hasLearners }: { readonly groupId: Id; readonly hasLearners: boolean }) {
  if (!hasLearners) {
    return (
      <EmptyState
        title={<Trans>Nobody is in this group yet</Trans>}
        action={
          <ButtonLink href={paths.group(groupId)}>
            <Trans>Add learners</Trans>
          </ButtonLink>
        }
      />
    )
  }
  return (
    <EmptyState
      title={<Trans>There is no goal to look at yet</Trans>}
      action={
        <ButtonLink href={paths.newGoal(groupId)}>
          <Trans>Set a goal</Trans>
        </ButtonLink>
      }
    >
      <Trans>The map shows each learner on each success criterion of the goals that are open.</Trans>
    </EmptyState>
  )
}

function Filled({ answer }: { readonly answer: ClassMapAnswer }) {
  const hasMap = useMedia(mapWidth)
  const hasPanel = useMedia(panelWidth)
  const [shown, setShown] = useState<Shown>()
  const [order, setOrder] = useState<RowOrder>('names')
  const [choice, setChoice] = useState<GoalChoice>('group')
  const marks = useMarks()
  const part = withGoals(answer, choice)
  const goalChoice = <GoalSelect answer={answer} value={choice} onChange={setChoice} />
  const panel = shown !== undefined && <Panel answer={answer} shown={shown} onShow={setShown} onMark={(...act) => void marks.put(...act)} />
  return (
    <>
      <Headlines answer={answer} onShow={setShown} />
      <UndoBar act={marks.last} said={marks.last && <Said answer={answer} marked={marks.last} />} onUndo={() => void marks.undo()} />
      <div className={styles.columns}>
        {hasMap ? (
          <DeskMap answer={part} order={order} onOrder={setOrder} shown={shown} onShow={setShown} goalChoice={goalChoice} />
        ) : (
          <PhoneMap answer={part} onShow={setShown} goalChoice={goalChoice} />
        )}
        {hasPanel && (
          <aside className={styles.aside}>
            {panel || (
              <p className={styles.hint}>
                <Trans>Press a square to see what it rests on.</Trans>
              </p>
            )}
          </aside>
        )}
      </div>
      {!hasPanel && (
        <Dialog title={<PanelTitle shown={shown} />} isOpen={shown !== undefined} onClose={() => setShown(undefined)}>
          {panel}
        </Dialog>
      )}
    </>
  )
}

/** What was pressed. */
function PanelTitle({ shown }: { readonly shown: Shown | undefined }) {
  if (shown?.kind === 'confirm') return <Trans>Ready to move on</Trans>
  if (shown?.kind === 'not_yet') return <Trans>Teach again</Trans>
  if (shown?.kind === 'not_seen') return <Trans>Not seen for two weeks</Trans>
  return <Trans>What it rests on</Trans>
}

/** What was marked last, and its way back. */
function useMarks() {
  const [last, setLast] = useState<Marked>()
  return {
    last,
    put: async (criterionId: Id, learnerIds: readonly Id[], isMet: boolean) => setLast(await mark(criterionId, learnerIds, isMet)),
    undo: async () => {
      if (last !== undefined) await undoMarks(last)
      setLast(undefined)
    },
  }
}

function Said({ answer, marked }: { readonly answer: ClassMapAnswer; readonly marked: Marked }) {
  const name = criterionOf(answer, marked.criterionId)?.shortName
  const { length } = marked.entries
  const [first] = marked.entries
  const who =
    length === 1 ? (
      answer.learners.find(({ id }) => id === first?.learnerId)?.name
    ) : (
      <Plural value={length} one="# learner" other="# learners" />
    )
  if (!marked.isMet)
    return (
      <Trans>
        No longer marked as met: {who}, {name}
      </Trans>
    )
  return (
    <Trans>
      Marked as met: {who}, {name}
    </Trans>
  )
}

interface GoalSelectProps {
  readonly answer: ClassMapAnswer
  readonly value: GoalChoice
  readonly onChange: (choice: GoalChoice) => void
}

function GoalSelect({ answer, value, onChange }: GoalSelectProps) {
  const { t } = useLingui()
  const ofGroup = answer.goals.filter(({ learnerId }) => learnerId === null)
  const hasOwn = answer.goals.length > ofGroup.length
  if (answer.goals.length < 2) return null
  return (
    <div className={styles.goals}>
      <SelectField
        name="map-goals"
        label={<Trans>Goals</Trans>}
        options={[
          { id: 'group', label: t`All goals of the group` },
          ...ofGroup.map(({ id, wording }) => ({ id, label: wording })),
          ...(hasOwn ? [{ id: 'learners', label: t`Goals of single learners` }] : []),
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
