// Deciding an item for several criteria at once: which halves, on which evidence, met, or not yet and why.
import { Plural, Trans } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { CheckboxField, TextAreaField } from '../../web/ui/Field.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { leafNames, useHalfWords } from '../standards/client.ts'
import { ChecksField } from './ChecksField.tsx'
import { decisionReasons, keyOf, type Pair, type ruleItem, useChoice, useDeciding, type Verdict } from './client.ts'
import type { CheckAnswer, Unit } from './contract.ts'
import styles from './DecidePanel.module.css'
import { MoreNeededForm } from './MoreNeededForm.tsx'

interface DecidePanelProps {
  readonly unit: Unit
  readonly item: Unit['evidence'][number]
  /** Opens the form for an observation of these leaves; gives back what was added. */
  readonly onObserve: (leaves: readonly string[]) => void
  /** Items that were just added beside this one. */
  readonly beside: readonly Id[]
  /** The item that waits next, once this one is answered. */
  readonly next: { readonly href: string; readonly title: string } | undefined
}

export function DecidePanel({ unit, item, onObserve, beside, next }: DecidePanelProps) {
  const choice = useChoice(unit, item, beside)
  const [hasDecided, setHasDecided] = useState(false)
  const { open, picked, isSound } = choice
  const further = next !== undefined && <NextLink href={next.href} title={next.title} isFocused={hasDecided} />
  if (open.length === 0)
    return (
      <Notice kind="ok" action={further}>
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
      {picked.length === 0 && (
        <Notice kind="info" action={further}>
          <Trans>All of it is answered. Choose a criterion to answer it anew.</Trans>
        </Notice>
      )}
      <AlsoRestsOn unit={unit} item={item} leaves={picked.map(({ leaf }) => leaf)} picked={choice.also} onChange={choice.setAlso} />
      {!isSound && picked.length > 0 && <WhyNot items={choice.items} onObserve={() => onObserve(observed)} />}
      <Acts registrationId={unit.registration.id} choice={choice} onDecided={() => setHasDecided(true)} />
    </section>
  )
}

/** Takes the focus once something was decided: Enter goes on. */
function NextLink({ href, title, isFocused }: { readonly href: string; readonly title: string; readonly isFocused: boolean }) {
  const link = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (isFocused) link.current?.querySelector('a')?.focus()
  }, [isFocused])
  return (
    <span ref={link}>
      <ButtonLink href={href} leadsOn>
        <Trans>Next: {title}</Trans>
      </ButtonLink>
    </span>
  )
}

function Acts({
  registrationId,
  choice: { picked, rested, isSound },
  onDecided,
}: {
  readonly registrationId: Id
  readonly choice: ReturnType<typeof useChoice>
  readonly onDecided: () => void
}) {
  const [isMore, setIsMore] = useState(false)
  const [checks, setChecks] = useState<readonly CheckAnswer[]>([])
  const [reason, setReason] = useState('')
  const { decide, isSending, refusal } = useDeciding(registrationId)
  const words = useRefusalWords(decisionReasons)
  async function send(verdict: Omit<Verdict, 'evidenceIds' | 'checks'>) {
    if (!(await decide(picked, { evidenceIds: rested, checks, ...verdict }))) return
    setReason('')
    setIsMore(false)
    onDecided()
  }
  const sendMet = () => send({ outcome: 'met', reason })
  const sendMore = (more: { reason: string; action: string; actionBy: string }) => send({ outcome: 'more_evidence_needed', ...more })
  const form = useRef<HTMLFormElement>(null)
  // The keys that opened the form send it.
  const onMore = () => (form.current === null ? setIsMore(true) : form.current.requestSubmit())
  useKeys({ onMet: isSound && !isMore && !isSending ? sendMet : undefined, onMore: picked.length > 0 ? onMore : undefined })
  return (
    <>
      <ChecksField answers={checks} onChange={setChecks} isReasonWanted={refusal?.reason === 'check_reason_missing'} />
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      {isMore ? (
        <MoreNeededForm ref={form} onCancel={() => setIsMore(false)} onSend={sendMore} />
      ) : (
        <>
          <TextAreaField
            name="met-reason"
            label={<Trans>What shows it</Trans>}
            isOptional
            maxLength={1000}
            rows={2}
            width="full"
            value={reason}
            onChange={setReason}
          />
          <div className={styles.acts}>
            <Button kind="primary" isDisabled={!isSound} isPending={isSending} onPress={() => void sendMet()}>
              <Plural value={picked.length} one="Met for # criterion" other="Met for # criteria" />
            </Button>
            <Button isDisabled={picked.length === 0} onPress={() => setIsMore(true)}>
              <Trans>Not yet, because</Trans>
            </Button>
          </div>
          <p className={styles.keys}>
            <Trans>
              By keys: <kbd>Ctrl</kbd> <kbd>Enter</kbd> for met, <kbd>Ctrl</kbd> <kbd>Shift</kbd> <kbd>Enter</kbd> for not yet, and again to
              send it, from anywhere on this page.
            </Trans>
          </p>
        </>
      )}
    </>
  )
}

/** Deciding without looking for a button: with Control (or Command) alone no letter of a text is lost, and a dialog keeps its own keys. */
function useKeys({ onMet, onMore }: { readonly onMet: (() => Promise<void>) | undefined; readonly onMore: (() => void) | undefined }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return
      event.preventDefault()
      if (event.shiftKey) onMore?.()
      else void onMet?.()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onMet, onMore])
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
