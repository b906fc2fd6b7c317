// Deciding an item for several criteria at once: which halves, on which evidence, met, or not yet and why.
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { CheckboxField } from '../../web/ui/Field.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { leafNames, useHalfWords } from '../standards/client.ts'
import { decisionReasons, keyOf, type Pair, type ruleItem, useChoice, useDeciding } from './client.ts'
import type { Unit } from './contract.ts'
import styles from './DecidePanel.module.css'
import { MoreNeededForm } from './MoreNeededForm.tsx'

interface DecidePanelProps {
  readonly unit: Unit
  readonly item: Unit['evidence'][number]
  /** Opens the form for an observation of these leaves; gives back what was added. */
  readonly onObserve: (leaves: readonly string[]) => void
  /** Items that were just added beside this one. */
  readonly beside: readonly Id[]
}

export function DecidePanel({ unit, item, onObserve, beside }: DecidePanelProps) {
  const choice = useChoice(unit, item, beside)
  const { open, picked, isSound } = choice
  if (open.length === 0)
    return (
      <Notice kind="ok">
        <Trans>Everything that this item claims is met.</Trans>
      </Notice>
    )
  const observed = picked.filter(({ half }) => half === 'observed').map(({ leaf }) => leaf)
  return (
    <section className={styles.panel} aria-labelledby="decide">
      <h3 id="decide">
        <Trans>Decide</Trans>
      </h3>
      <Pairs unit={unit} pairs={open} isPicked={(pair) => picked.includes(pair)} onPick={choice.pick} />
      <AlsoRestsOn unit={unit} item={item} leaves={picked.map(({ leaf }) => leaf)} picked={choice.also} onChange={choice.setAlso} />
      {!isSound && picked.length > 0 && <WhyNot items={choice.items} onObserve={() => onObserve(observed)} />}
      <Acts registrationId={unit.registration.id} choice={choice} />
    </section>
  )
}

function Acts({
  registrationId,
  choice: { picked, rested, isSound },
}: {
  readonly registrationId: Id
  readonly choice: ReturnType<typeof useChoice>
}) {
  const [isMore, setIsMore] = useState(false)
  const { decide, isSending, failure } = useDeciding(registrationId)
  const words = useRefusalWords(decisionReasons)
  async function sendMore(more: { reason: string; action: string; actionBy: string }) {
    if (await decide(picked, { outcome: 'more_evidence_needed', evidenceIds: rested, ...more })) setIsMore(false)
  }
  return (
    <>
      {failure !== undefined && (
        <Notice kind="bad" isLive title={failure.leaf}>
          {words(failure.refusal)}
        </Notice>
      )}
      {isMore ? (
        <MoreNeededForm onCancel={() => setIsMore(false)} onSend={sendMore} />
      ) : (
        <div className={styles.acts}>
          <Button
            kind="primary"
            isDisabled={!isSound}
            isPending={isSending}
            onPress={() => void decide(picked, { outcome: 'met', evidenceIds: rested })}
          >
            <Plural value={picked.length} one="Met for # criterion" other="Met for # criteria" />
          </Button>
          <Button isDisabled={picked.length === 0} onPress={() => setIsMore(true)}>
            <Trans>Not yet, because</Trans>
          </Button>
        </div>
      )}
    </>
  )
}

interface PairsProps {
  readonly unit: Unit
  readonly pairs: readonly Pair[]
  readonly isPicked: (pair: Pair) => boolean
  readonly onPick: (pair: Pair, isPicked: boolean) => void
}

function Pairs({ unit, pairs, isPicked, onPick }: PairsProps) {
  const names = leafNames(unit.pack)
  const halfWords = useHalfWords()
  return (
    <fieldset className={styles.chips}>
      <legend>
        <Trans>Shows these criteria</Trans>
      </legend>
      {pairs.map((pair) => (
        <CriterionChip
          key={keyOf(pair)}
          leaf={pair.leaf}
          name={names.get(pair.leaf) ?? ''}
          methods={halfWords[pair.half]}
          isNameSeen
          isPicked={isPicked(pair)}
          onPick={(next) => onPick(pair, next)}
        />
      ))}
    </fieldset>
  )
}

interface AlsoProps {
  readonly unit: Unit
  readonly item: Unit['evidence'][number]
  /** The leaves that are being decided. */
  readonly leaves: readonly string[]
  readonly picked: readonly Id[]
  readonly onChange: (picked: readonly Id[]) => void
}

/** Items that are claimed for the same leaves come first; the rest on demand. */
function AlsoRestsOn({ unit, item, leaves, picked, onChange }: AlsoProps) {
  const [isAll, setIsAll] = useState(false)
  const all = unit.evidence.filter(({ id }) => id !== item.id)
  const others = all.filter((other) => isAll || picked.includes(other.id) || other.leaves.some((leaf) => leaves.includes(leaf)))
  if (all.length === 0) return null
  return (
    <fieldset className={styles.also}>
      <legend>
        <Trans>It rests on {item.reference}, and also on</Trans>
      </legend>
      {others.map(({ id, reference, title }) => (
        <CheckboxField
          key={id}
          name={`rests-${id}`}
          label={`${reference} ${title}`}
          isChecked={picked.includes(id)}
          onChange={(isPicked) => onChange(isPicked ? [...picked, id] : picked.filter((one) => one !== id))}
        />
      ))}
      {others.length < all.length && (
        <Button kind="quiet" size="small" leadsOn onPress={() => setIsAll(true)}>
          <Trans>More evidence</Trans>
        </Button>
      )}
    </fieldset>
  )
}

function WhyNot({ items, onObserve }: { readonly items: readonly ReturnType<typeof ruleItem>[]; readonly onObserve: () => void }) {
  const unseen = items.filter(({ method, isSeen }) => method === 'PE' && !isSeen).map(({ reference }) => reference)
  const references = unseen.join(', ')
  if (unseen.length > 0)
    return (
      <Notice kind="info">
        <Trans>{references} counts once you have seen the record in place: say where and when above.</Trans>
      </Notice>
    )
  return (
    <Notice
      kind="info"
      action={
        <Button size="small" onPress={onObserve}>
          <Trans>Record what I observed</Trans>
        </Button>
      }
    >
      <Trans>
        An observed half is met by an observation of yours, a knowledge half by an assignment, questions, a discussion or a reflection. A
        record of the school supports it.
      </Trans>
    </Notice>
  )
}
