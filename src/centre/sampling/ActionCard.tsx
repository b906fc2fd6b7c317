// What an IQA asks for: by whom, until when, what was answered; its owner answers, the IQA closes it.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { SentenceDialog } from '../../web/ui/SentenceDialog.tsx'
import type { Registration } from '../registrations/contract.ts'
import styles from './ActionCard.module.css'
import { samplingReasons, useAnswerAction, useSettleAction } from './client.ts'
import { type ActionNote, type SampleAction, sampleActionAnswer, sampleActionSettle } from './contract.ts'
import { canAnswer, canSample } from './policy.ts'

const noteWords = {
  answered: msg`Answered`,
  closed: msg`Closed`,
  reopened: msg`Opened again`,
} as const satisfies Record<ActionNote['kind'], unknown>

export function ActionCard({ registration, action }: { readonly registration: Registration; readonly action: SampleAction }) {
  const { t } = useLingui()
  const days = useDays()
  const { what, ownerName, dueOn, notes, isOpen } = action
  return (
    <div className={styles.action}>
      <p>
        <b>{isOpen ? <Trans>Open action</Trans> : <Trans>Closed action</Trans>}</b>: {what}
      </p>
      <p className={styles.soft}>
        <Trans>
          {ownerName}, until {days.day(dueOn)}
        </Trans>
      </p>
      <ul className={styles.notes}>
        {notes.map(({ kind, words, byName, at }) => (
          <li key={at}>
            {t(noteWords[kind])}: {words}{' '}
            <span className={styles.soft}>
              <Trans>
                {byName}, {days.moment(at)}
              </Trans>
            </span>
          </li>
        ))}
      </ul>
      <Acts registration={registration} action={action} />
    </div>
  )
}

function Acts({ registration, action }: { readonly registration: Registration; readonly action: SampleAction }) {
  const actor = useActor()
  const answer = useAnswerAction()
  const settle = useSettleAction()
  const [open, setOpen] = useState<'answer' | 'settle'>()
  const [id] = useState(newId)
  const close = () => setOpen(undefined)
  const about = { registrationId: registration.id, actionId: action.id }
  if (registration.claimedAt !== null) return null
  return (
    <Row>
      {action.isOpen && canAnswer(actor, { ...registration, ownerId: action.ownerId }) && (
        <Button size="small" onPress={() => setOpen('answer')}>
          <Trans>Say what was done</Trans>
        </Button>
      )}
      {canSample(actor, registration) && (
        <Button size="small" kind="quiet" onPress={() => setOpen('settle')}>
          {action.isOpen ? <Trans>Close the action</Trans> : <Trans>Open it again</Trans>}
        </Button>
      )}
      {open === 'answer' && (
        <SentenceDialog
          shape={sampleActionAnswer.input.shape.words}
          most={1000}
          reasons={samplingReasons}
          title={<Trans>Say what was done</Trans>}
          label={<Trans>What was done?</Trans>}
          act={<Trans>Send to the IQA</Trans>}
          onClose={close}
          send={(words) => answer({ ...about, id, words })}
        />
      )}
      {open === 'settle' && (
        <SentenceDialog
          shape={sampleActionSettle.input.shape.words}
          most={600}
          reasons={samplingReasons}
          title={action.isOpen ? <Trans>Close the action</Trans> : <Trans>Open it again</Trans>}
          label={<Trans>What did you see?</Trans>}
          act={action.isOpen ? <Trans>Close the action</Trans> : <Trans>Open it again</Trans>}
          onClose={close}
          send={(words) => settle({ ...about, id, isClosed: action.isOpen, words })}
        />
      )}
    </Row>
  )
}
