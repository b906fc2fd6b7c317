// Review and feedback in a plan's thread, and writing the next one.
import { Trans, useLingui } from '@lingui/react/macro'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { DayOrNone, problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { planReasons, useAddEntry } from './client.ts'
import { type Plan, type PlanEntry, type PlanPart, ThreadWords } from './contract.ts'
import styles from './PlanEntries.module.css'

export function PlanEntries({ plan, part }: { readonly plan: Plan; readonly part: PlanPart | undefined }) {
  const { day } = useDays()
  const [writing, setWriting] = useState<PlanEntry['kind']>()
  return (
    <section className={styles.thread}>
      <h3>
        <Trans>Review and feedback</Trans>
      </h3>
      {plan.entries.length === 0 && (
        <p className={styles.soft}>
          <Trans>Nothing yet. It is written after the visit, and belongs to this plan.</Trans>
        </p>
      )}
      <ol className={styles.entries}>
        {plan.entries.map(({ id, kind, saidOn, words, nextMeetingOn, writtenByName }) => (
          <li key={id}>
            <p className={styles.words}>{words}</p>
            <p className={styles.soft}>
              {kind === 'feedback' ? (
                <Trans>
                  Feedback, {writtenByName}, {day(saidOn)}
                </Trans>
              ) : (
                <Trans>
                  Review, {writtenByName}, {day(saidOn)}
                </Trans>
              )}
              {nextMeetingOn !== null && (
                <>
                  {'. '}
                  <Trans>Next meeting {day(nextMeetingOn)}</Trans>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      {part !== undefined && (
        <Row>
          {part === 'assessor' && (
            <Button icon={MessageSquarePlus} onPress={() => setWriting('feedback')}>
              <Trans>Write feedback</Trans>
            </Button>
          )}
          <Button icon={MessageSquarePlus} onPress={() => setWriting('review')}>
            <Trans>Write a review</Trans>
          </Button>
        </Row>
      )}
      {writing !== undefined && <EntryForm plan={plan} kind={writing} onClose={() => setWriting(undefined)} />}
    </section>
  )
}

interface EntryFormProps {
  readonly plan: Plan
  readonly kind: PlanEntry['kind']
  readonly onClose: () => void
}

function EntryForm({ plan, kind, onClose }: EntryFormProps) {
  const { t } = useLingui()
  const { today } = useDays()
  const [id] = useState(newId)
  const add = useAddEntry()
  const say = useRefusalWords(planReasons)
  const form = useForm({
    words: { shape: ThreadWords, wanted: t`Write what was said` },
    saidOn: { shape: Day, wanted: t`Choose the day`, initial: today },
    nextMeetingOn: { shape: DayOrNone, wanted: t`Choose a day or leave it empty` },
  })
  const send = form.submit(async ({ words, saidOn, nextMeetingOn }) => {
    const reply = await add({ id, planId: plan.id, kind, words, saidOn, nextMeetingOn: nextMeetingOn === '' ? null : nextMeetingOn })
    if ('refusal' in reply) return problemsOf(reply.refusal, say)
    onClose()
    return undefined
  })
  const isFeedback = kind === 'feedback'
  return (
    <Dialog isOpen title={isFeedback ? <Trans>Feedback</Trans> : <Trans>Review</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField
            {...form.field('words')}
            label={isFeedback ? <Trans>What was good, and one thing to develop</Trans> : <Trans>How the plan went, and what is next</Trans>}
            hint={<Trans>Learners as letters, never by name</Trans>}
            rows={5}
            maxLength={2000}
            width="full"
          />
          <Field {...form.field('saidOn')} type="date" label={<Trans>Day</Trans>} max={today} width="short" />
          <Field {...form.field('nextMeetingOn')} type="date" label={<Trans>Next meeting</Trans>} isOptional width="short" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Add to the thread</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
