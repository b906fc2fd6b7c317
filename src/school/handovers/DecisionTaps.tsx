// What the teacher decides on a handover: one tap each; afterwards for whom, and a line, if they like.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { givenName, shortNames } from '../drafts/rules.ts'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import type { Deciding, HandoverLearners } from './client.ts'
import { HandoverDecision, type ShownDecision } from './contract.ts'
import styles from './DecisionTaps.module.css'
import { decisionWords, handoverReasons } from './HandoverWords.tsx'
import { decisionRefusal } from './rules.ts'

interface DecisionTapsProps {
  /** The decision that stands; the same tapped again changes nothing. */
  readonly standing: ShownDecision | undefined
  readonly learners: HandoverLearners
  readonly onDecide: (deciding: Deciding) => void
}

export function DecisionTaps({ standing, learners, onDecide }: DecisionTapsProps) {
  const { t } = useLingui()
  const [isOwn, setIsOwn] = useState(false)
  const tap = (decision: HandoverDecision) => {
    setIsOwn(decision === 'own')
    if (decision !== 'own' && decision !== standing?.decision) onDecide({ decision, ownWords: null, reply: null, learnerIds: [] })
  }
  const more = isOwn ? emptyOwn : standing
  return (
    <div className={styles.taps}>
      <fieldset className={styles.choices}>
        <legend>{standing === undefined ? <Trans>What follows?</Trans> : <Trans>Decide otherwise</Trans>}</legend>
        {HandoverDecision.options.map((decision) => (
          <Button
            key={decision}
            aria-pressed={isOwn ? decision === 'own' : decision === standing?.decision}
            isWide
            onPress={() => tap(decision)}
          >
            {t(decisionWords[decision])}
          </Button>
        ))}
      </fieldset>
      {more !== undefined && (
        <MoreWords
          key={isOwn ? 'own' : standing?.id}
          decision={more}
          learners={learners}
          onKeep={(deciding) => {
            setIsOwn(false)
            onDecide(deciding)
          }}
        />
      )}
    </div>
  )
}

type Said = Pick<ShownDecision, 'decision' | 'ownWords' | 'reply' | 'learners'>

const emptyOwn: Said = { decision: 'own', ownWords: '', reply: null, learners: [] }

interface MoreWordsProps {
  readonly decision: Said
  readonly learners: HandoverLearners
  readonly onKeep: (deciding: Deciding) => void
}

/** For whom, and a line to the practitioner: keeping it makes the decision anew with both. */
function MoreWords({ decision: { decision, ownWords, reply, learners: named }, learners, onKeep }: MoreWordsProps) {
  const refusalWords = useRefusalWords(handoverReasons)
  const [own, setOwn] = useState(ownWords ?? '')
  const [line, setLine] = useState(reply ?? '')
  const [ids, setIds] = useState<readonly Id[]>(named.map(({ id }) => id))
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string }>()
  const stop = useWorryStop([own, line], () => {
    setOwn('')
    setLine('')
  })
  const nameOf = shortNames(learners)
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const keep = () => {
    const made = { decision, ownWords: decision === 'own' ? orNull(own) : null, reply: orNull(line) }
    const refusal = decisionRefusal(
      made,
      learners.map(({ name }) => givenName(name)),
    )
    if (refusal === undefined) onKeep({ ...made, learnerIds: ids })
    else setProblem({ field: refusal.field ?? 'reply', words: refusalWords(refusal) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  return (
    <form className={styles.more} onSubmit={submit} noValidate>
      {decision === 'own' && (
        <Field
          name="decision-own"
          label={<Trans>What do you decide?</Trans>}
          hint={<Trans>No names: tap for whom</Trans>}
          error={problem?.field === 'ownWords' ? problem.words : undefined}
          value={own}
          onChange={setOwn}
          maxLength={120}
          width="full"
          autoFocus={ownWords === ''}
        />
      )}
      {learners.length > 0 && (
        <ManyChips
          label={<Trans>For whom?</Trans>}
          chips={learners.map(({ id }) => ({ id, label: nameOf(id) }))}
          value={ids}
          onChange={setIds}
        />
      )}
      <Field
        name="decision-reply"
        label={<Trans>A line back</Trans>}
        isOptional
        hint={<Trans>Fold first</Trans>}
        error={problem?.field === 'reply' ? problem.words : undefined}
        value={line}
        onChange={setLine}
        maxLength={200}
        width="full"
      />
      <div className={styles.acts}>
        <Button type="submit" size="small">
          <Trans>Keep</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
