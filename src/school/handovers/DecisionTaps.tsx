// What the teacher decides on a handover: one tap each; afterwards for whom, and a line, if they like.

import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { orNull } from '../../web/typed.ts'
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
  // Kept here: while an act is on its way, its decision may be away for a moment, and what is being written must not go with it.
  const [draft, setDraft] = useState<Draft>()
  const tap = (decision: HandoverDecision) => {
    setIsOwn(decision === 'own')
    if (decision !== 'own' && decision !== standing?.decision) onDecide({ decision, ownWords: null, reply: null, learnerIds: [] })
  }
  const more = isOwn ? emptyOwn : standing
  const of = isOwn ? 'own' : standing?.id
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
          key={of}
          decision={more}
          learners={learners}
          draft={draft?.of === of && draft !== undefined ? draft : draftOf(of, more)}
          onDraft={setDraft}
          onKeep={(deciding) => {
            setIsOwn(false)
            setDraft(undefined)
            onDecide(deciding)
          }}
        />
      )}
    </div>
  )
}

type Said = Pick<ShownDecision, 'decision' | 'ownWords' | 'reply' | 'learners'>

const emptyOwn: Said = { decision: 'own', ownWords: '', reply: null, learners: [] }

/** What is being said about a decision. */
interface Draft {
  readonly of: string | undefined
  readonly own: string
  readonly line: string
  readonly ids: readonly Id[]
}

const draftOf = (of: string | undefined, { ownWords, reply, learners }: Said): Draft => ({
  of,
  own: ownWords ?? '',
  line: reply ?? '',
  ids: learners.map(({ id }) => id),
})

interface MoreWordsProps {
  readonly decision: Said
  readonly learners: HandoverLearners
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onKeep: (deciding: Deciding) => void
}

/** For whom, and a line to the practitioner: keeping it makes the decision anew with both. */
function MoreWords({ decision: { decision, ownWords }, learners, draft, onDraft, onKeep }: MoreWordsProps) {
  const refusalWords = useRefusalWords(handoverReasons)
  const { own, line, ids } = draft
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string }>()
  const stop = useWorryStop([own, line], () => onDraft({ ...draft, own: '', line: '' }))
  const nameOf = shortNames(learners)
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
          onChange={(words) => onDraft({ ...draft, own: words })}
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
          onChange={(chosen) => onDraft({ ...draft, ids: chosen })}
        />
      )}
      <Field
        name="decision-reply"
        label={<Trans>A line back</Trans>}
        isOptional
        hint={<Trans>Begin with the example</Trans>}
        error={problem?.field === 'reply' ? problem.words : undefined}
        value={line}
        onChange={(words) => onDraft({ ...draft, line: words })}
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
