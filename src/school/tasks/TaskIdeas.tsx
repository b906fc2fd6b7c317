// Tasks made from what a learner likes: an interest is tapped, an idea written, kept with the session; ideas that worked are found again.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Undo2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { dayOf } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import type { ShownSession } from '../sessions/contract.ts'
import { keepTask, type ShownTask, type ShownTasks, type TaskAct } from './client.ts'
import styles from './TaskIdeas.module.css'

export interface InterestedLearner {
  readonly id: string
  readonly name: string
  readonly symbol: string | null
  /** "trains", "drawing" */
  readonly interests: readonly string[]
}

interface TaskIdeasProps {
  readonly session: ShownSession
  readonly learners: readonly InterestedLearner[]
  readonly shown: ShownTasks
  readonly canWrite: boolean
}

export function TaskIdeas({ session, learners, shown, canWrite }: TaskIdeasProps) {
  const { t } = useLingui()
  const [act, setAct] = useState<TaskAct>()
  const undo = () => void act?.undo().then(() => setAct(undefined))
  const keep = async (task: Parameters<typeof keepTask>[1]) => setAct(await keepTask(session, task))
  const isKnown = ({ id, interests }: InterestedLearner) => interests.length > 0 || shown.tasks.some(({ learnerId }) => learnerId === id)
  const known = learners.filter(isKnown)
  return (
    <>
      <ul className={styles.learners} aria-label={t`Tasks from interests`}>
        {known.map((learner) => (
          <li key={learner.id} className={styles.learner}>
            <LearnerSymbol name={symbolNamed(learner.symbol)} of={learner.name} size="small" />
            <OfLearner
              learner={learner}
              tasks={shown.tasks.filter(({ learnerId }) => learnerId === learner.id)}
              sessionId={session.id}
              onKeep={canWrite ? keep : undefined}
            />
          </li>
        ))}
      </ul>
      {known.length < learners.length && (
        <p className={styles.unknown}>
          <Plural
            value={learners.length - known.length}
            one="What # learner likes is not in the profile yet"
            other="What # learners like is not in their profiles yet"
          />
        </p>
      )}
      <UndoBar act={act} said={<Trans>Kept with this session</Trans>} onUndo={undo} />
    </>
  )
}

interface OfLearnerProps {
  readonly learner: InterestedLearner
  readonly tasks: readonly ShownTask[]
  readonly sessionId: string
  readonly onKeep: ((task: Parameters<typeof keepTask>[1]) => Promise<void>) | undefined
}

/** So many earlier ideas of one child are enough to choose from. */
const mostEarlier = 3

function OfLearner({ learner, tasks, sessionId, onKeep }: OfLearnerProps) {
  const { t } = useLingui()
  const [interest, setInterest] = useState<string>()
  const { id: learnerId, name, interests } = learner
  const here = tasks.filter((task) => task.sessionId === sessionId)
  const isHere = ({ idea }: ShownTask) => here.some((task) => task.idea === idea)
  const before = tasks.filter((task) => task.sessionId !== sessionId && !isHere(task))
  const worked = [...before.filter(({ seen }) => seen !== undefined), ...before.filter(({ seen }) => seen === undefined)]
  return (
    <div className={styles.about}>
      <p className={styles.name}>{name}</p>
      {here.map((task) => (
        <p key={task.taskId} className={styles.task}>
          <span>
            {task.idea} <span className={styles.soft}>{t`from: ${task.interest}`}</span>
          </span>
          {onKeep !== undefined && (
            <IconButton icon={Undo2} label={t`Take back: ${task.idea}`} onPress={() => void onKeep({ ...task, idea: null })} />
          )}
        </p>
      ))}
      {interest !== undefined && onKeep !== undefined ? (
        <IdeaForm
          learner={learner}
          interest={interest}
          onKeep={async (idea) => {
            await onKeep({ learnerId, interest, idea })
            setInterest(undefined)
          }}
          onCancel={() => setInterest(undefined)}
        />
      ) : (
        <Interests learnerName={name} interests={interests} onChoose={onKeep && setInterest} />
      )}
      <Earlier
        tasks={worked.slice(0, mostEarlier)}
        onUse={onKeep && (({ interest: from, idea }) => void onKeep({ learnerId, interest: from, idea }))}
      />
    </div>
  )
}

interface InterestsProps {
  readonly learnerName: string
  readonly interests: readonly string[]
  readonly onChoose: ((interest: string) => void) | undefined
}

function Interests({ learnerName, interests, onChoose }: InterestsProps) {
  const { t } = useLingui()
  if (onChoose === undefined) return <p className={styles.soft}>{interests.join(', ')}</p>
  return (
    <div className={styles.interests}>
      {interests.map((interest) => (
        <Button key={interest} size="small" aria-label={t`A task for ${learnerName} from: ${interest}`} onPress={() => onChoose(interest)}>
          {interest}
        </Button>
      ))}
    </div>
  )
}

interface EarlierProps {
  readonly tasks: readonly ShownTask[]
  readonly onUse: ((task: ShownTask) => void) | undefined
}

/** Those with which the child became keener stand first. */
function Earlier({ tasks, onUse }: EarlierProps) {
  const { t } = useLingui()
  const days = useDays()
  return tasks.map((task) => (
    <div key={task.taskId} className={styles.earlier}>
      <p>
        {task.idea}{' '}
        <span className={styles.soft}>
          {days.day(dayOf(task.keptAt))}
          {task.seen !== undefined && `: ${task.seen}`}
        </span>
      </p>
      {onUse !== undefined && (
        <Button size="small" kind="quiet" aria-label={t`Use again: ${task.idea}`} onPress={() => onUse(task)}>
          <Trans>Use again</Trans>
        </Button>
      )}
    </div>
  ))
}

interface IdeaFormProps {
  readonly learner: InterestedLearner
  readonly interest: string
  readonly onKeep: (idea: string) => Promise<void>
  readonly onCancel: () => void
}

function IdeaForm({ learner, interest, onKeep, onCancel }: IdeaFormProps) {
  const [idea, setIdea] = useState('')
  const stop = useWorryStop([idea], () => setIdea(''))
  const { id, name } = learner
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (idea.trim() !== '') stop.before(() => void onKeep(idea.trim()))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        name={`task-${id}`}
        label={
          <Trans>
            A task for {name} from: {interest}
          </Trans>
        }
        hint={<Trans>What is to be learnt, with what they like: trains, horses, baking</Trans>}
        value={idea}
        onChange={setIdea}
        maxLength={200}
        width="full"
        autoFocus
        autoComplete="off"
      />
      <div className={styles.interests}>
        <Button type="submit" kind="primary" size="small">
          <Trans>Keep</Trans>
        </Button>
        <Button size="small" onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
