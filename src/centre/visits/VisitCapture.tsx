// During a visit, on a phone, with or without a network: the time by a tap, what is seen in words, learners as letters. No criteria here.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Clock, Flag, Play, Plus } from 'lucide-react'
import { useState } from 'react'
import { timeWords, useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { Plan } from '../plans/contract.ts'
import type { Registration } from '../registrations/contract.ts'
import type { Seeing } from './client.ts'
import type { VisitDraft } from './contract.ts'
import { minutesOf, plannedVisits } from './rules.ts'
import styles from './VisitCapture.module.css'

interface VisitCaptureProps {
  readonly seeing: Seeing
  readonly registration: Registration
  readonly plans: readonly Plan[]
}

export function VisitCapture({ seeing, registration, plans }: VisitCaptureProps) {
  const { draft } = seeing
  if (draft === undefined) return <Begin seeing={seeing} registration={registration} plans={plans} />
  if (draft.endedAt !== null) return <Ended seeing={seeing} draft={draft} endedAt={draft.endedAt} />
  return <Seen seeing={seeing} draft={draft} />
}

function Begin({ seeing, registration, plans }: Pick<VisitCaptureProps, 'seeing' | 'registration' | 'plans'>) {
  const { today, day } = useDays()
  const usable = plannedVisits(plans, today)
  return (
    <Stack>
      <p className={styles.soft}>
        <Trans>What you write stays on this device, network or not, until you end the visit. Criteria come afterwards.</Trans>
      </p>
      {usable.map(({ id, on, content }) => (
        <Button
          key={id}
          kind="primary"
          isWide
          icon={Play}
          onPress={() => seeing.start({ planId: id, registrationIds: content.registrationIds, place: content.visit.site })}
        >
          <Trans>
            Start the planned visit, {day(on)}: {content.visit.site}
          </Trans>
        </Button>
      ))}
      <Button
        isWide
        icon={Play}
        kind={usable.length === 0 ? 'primary' : 'plain'}
        onPress={() => seeing.start({ planId: null, registrationIds: [registration.id], place: registration.site ?? '' })}
      >
        <Trans>Start a visit without a plan</Trans>
      </Button>
    </Stack>
  )
}

interface SeenProps {
  readonly seeing: Seeing
  readonly draft: VisitDraft
}

function Seen({ seeing, draft }: SeenProps) {
  const { t, i18n } = useLingui()
  const isEmpty = draft.writing.trim() === ''
  const started = timeWords(i18n, draft.startedAt)
  return (
    <div className={styles.seen}>
      <Entries seeing={seeing} draft={draft} />
      <div className={styles.writing}>
        <Row>
          {draft.learners.map((letter) => (
            <Button key={letter} size="small" onPress={() => seeing.name(letter)} aria-label={t`Write Learner ${letter}`}>
              {letter}
            </Button>
          ))}
          {draft.learners.length < 26 && (
            <Button size="small" icon={Plus} onPress={() => seeing.name()}>
              <Trans>Next learner</Trans>
            </Button>
          )}
        </Row>
        <TextAreaField
          name="seen"
          label={<Trans>What you see and hear</Trans>}
          rows={3}
          maxLength={2000}
          width="full"
          value={draft.writing}
          onChange={seeing.write}
        />
        <Button kind="primary" isWide icon={Clock} onPress={seeing.keep}>
          {isEmpty ? <Trans>Note the time only</Trans> : <Trans>Keep it</Trans>}
        </Button>
        <div className={styles.foot}>
          <p className={styles.soft}>
            <Trans>Since {started}, kept on this device</Trans>
          </p>
          <Button kind="quiet" icon={Flag} onPress={seeing.end}>
            <Trans>End the visit</Trans>
          </Button>
        </div>
      </div>
    </div>
  )
}

/** What was kept, oldest first; a tap opens one to be mended while the visit lasts. */
function Entries({ seeing, draft }: { readonly seeing: Seeing; readonly draft: VisitDraft }) {
  const { t, i18n } = useLingui()
  const [open, setOpen] = useState<number>()
  if (draft.entries.length === 0)
    return (
      <EmptyState title={<Trans>Nothing noted yet</Trans>}>
        <Trans>Each note gets the time at which you began to write it.</Trans>
      </EmptyState>
    )
  return (
    <ol className={styles.entries} aria-label={t`What you noted`}>
      {draft.entries.map(({ at, seen }, index) => {
        const time = timeWords(i18n, at)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries stand in their order and are never taken out
          <li key={index}>
            <b>{time}</b>{' '}
            {open === index ? (
              <TextAreaField
                name={`seen-${index}`}
                label={<Trans>What you saw at {time}</Trans>}
                maxLength={2000}
                width="full"
                value={seen}
                onChange={(words) => seeing.mend(index, words)}
              />
            ) : (
              <span className={styles.words}>{seen === '' ? <Trans>the time only</Trans> : seen}</span>
            )}
            <Button
              kind="quiet"
              size="small"
              aria-label={open === index ? t`Done with ${time}` : t`Mend what you noted at ${time}`}
              onPress={() => setOpen(open === index ? undefined : index)}
            >
              {open === index ? <Trans>Done</Trans> : <Trans>Mend</Trans>}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}

interface EndedProps {
  readonly seeing: Seeing
  readonly draft: VisitDraft
  readonly endedAt: string
}

function Ended({ seeing, draft, endedAt }: EndedProps) {
  const [isFailed, setFailed] = useState(false)
  const minutes = minutesOf({ startedAt: draft.startedAt, endedAt })
  const count = draft.entries.filter(({ seen }) => seen.trim() !== '').length
  return (
    <Card title={<Trans>The visit has ended</Trans>}>
      <Stack gap="form">
        <p>
          <Trans>
            <Plural value={minutes} one="# minute" other="# minutes" />, <Plural value={count} one="# note" other="# notes" />. Keep it, and
            claim criteria and write feedback afterwards.
          </Trans>
        </p>
        {isFailed && (
          <Notice kind="bad" isLive>
            <Trans>This device could not keep it for sending. Nothing is lost: it is still here. Try again.</Trans>
          </Notice>
        )}
        <Field name="place" label={<Trans>Place</Trans>} maxLength={200} width="full" value={draft.place} onChange={seeing.setPlace} />
        {count === 0 && <Notice kind="warn" title={<Trans>Nothing was written. Go on, or throw it away.</Trans>} />}
        <Row>
          {count > 0 && (
            <Button kind="primary" onPress={() => seeing.send().catch(() => setFailed(true))}>
              <Trans>Keep the visit</Trans>
            </Button>
          )}
          <Button onPress={seeing.goOn}>
            <Trans>Go on with it</Trans>
          </Button>
          {count === 0 && (
            <Button onPress={seeing.forget}>
              <Trans>Throw it away</Trans>
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  )
}
