// A trainee's decisions that wait for a qualified assessor: what was decided on what, and two ways to answer.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button, TextLink } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useHalfWords } from '../standards/client.ts'
import styles from './CountersignList.module.css'
import { decisionReasons, useCheckWords, useCountersigning, useToCountersign } from './client.ts'
import { type Decision, GivenWords, type ToCountersign } from './contract.ts'

/** Nothing at all for whoever countersigns for nobody. */
export function CountersignList({
  isCountersigner,
  hrefOf,
}: {
  readonly isCountersigner: boolean
  readonly hrefOf: (registrationId: string) => string
}) {
  const asked = useToCountersign()
  if (asked.state !== 'answered' || (asked.answer.length === 0 && !isCountersigner)) return null
  return (
    <Card title={<Trans>To countersign</Trans>}>
      {asked.answer.length === 0 ? (
        <EmptyState title={<Trans>Nothing waits for your countersignature</Trans>} />
      ) : (
        <ul className={styles.acts}>
          {asked.answer.map((act) => (
            <li key={act.assessmentId} className={styles.act}>
              <Act act={act} href={hrefOf(act.registrationId)} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Act({ act, href }: { readonly act: ToCountersign; readonly href: string }) {
  const days = useDays()
  return (
    <article aria-label={`${act.candidateName}, ${act.unitNumber}`}>
      <Stack gap="small">
        <h3>
          <TextLink href={href}>
            <Trans>
              {act.candidateName}, unit {act.unitNumber}
            </Trans>
          </TextLink>
        </h3>
        <p className={styles.soft}>
          <Trans>
            Decided by {act.decidedByName}, {days.moment(act.decidedAt)}, on{' '}
            {act.references.map((one) => `${one.reference} ${one.title}`).join(', ')}
          </Trans>
        </p>
        <ul className={styles.decisions}>
          {act.decisions.map((decision) => (
            <li key={decision.id}>
              <Said decision={decision} />
            </li>
          ))}
        </ul>
        <Checks decision={act.decisions[0]} />
        <Answer act={act} />
      </Stack>
    </article>
  )
}

function Said({ decision: { leaf, half, outcome, reason, action } }: { readonly decision: Decision }) {
  const { t } = useLingui()
  const halfWords = useHalfWords()
  const said = outcome === 'met' ? t`Met` : t`More evidence needed`
  return (
    <>
      <b>
        {leaf} {halfWords[half]}
      </b>
      : {[said, reason, action].filter((part) => part !== null && part !== '').join('. ')}
    </>
  )
}

function Checks({ decision }: { readonly decision: Decision | undefined }) {
  const words = useCheckWords()
  const answers = decision?.checks ?? []
  if (answers.length === 0)
    return (
      <p className={styles.soft}>
        <Trans>Valid, authentic, current, sufficient and reliable: yes to all five.</Trans>
      </p>
    )
  return (
    <ul className={styles.decisions}>
      {answers.map(({ check, isMet, reason }) => (
        <li key={check}>
          {isMet ? (
            <Trans>
              {words[check].name}: yes, because {reason}
            </Trans>
          ) : (
            <Trans>
              {words[check].name}: no, because {reason}
            </Trans>
          )}
        </li>
      ))}
    </ul>
  )
}

function Answer({ act: { assessmentId, registrationId } }: { readonly act: ToCountersign }) {
  const { t } = useLingui()
  const [isBack, setIsBack] = useState(false)
  const { send, isSending, refusal } = useCountersigning()
  const words = useRefusalWords(decisionReasons)
  const form = useForm({ reason: { shape: GivenWords, wanted: t`Say why` } })
  const answer = (outcome: 'agreed' | 'sent_back', reason: string | null) =>
    send({ id: newId(), registrationId, assessmentId, outcome, reason })
  const sendBack = form.submit(async ({ reason }) => {
    await answer('sent_back', reason)
    return undefined
  })
  return (
    <>
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      {isBack ? (
        <form onSubmit={sendBack} noValidate>
          <Stack gap="form">
            <ErrorSummary problems={form.problems} attempt={form.attempt} />
            <TextAreaField
              {...form.field('reason')}
              label={<Trans>Sent back, because</Trans>}
              maxLength={1000}
              rows={2}
              width="full"
              autoFocus
            />
            <Row>
              <Button kind="primary" type="submit" isPending={isSending}>
                <Trans>Send back</Trans>
              </Button>
              <Button onPress={() => setIsBack(false)}>
                <Trans>Cancel</Trans>
              </Button>
            </Row>
          </Stack>
        </form>
      ) : (
        <Row>
          <Button kind="primary" isPending={isSending} onPress={() => void answer('agreed', null)}>
            <Trans>Countersign</Trans>
          </Button>
          <Button onPress={() => setIsBack(true)}>
            <Trans>Send back, because</Trans>
          </Button>
        </Row>
      )}
    </>
  )
}
