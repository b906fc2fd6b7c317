// The first lines of a brief: how far it is, from whom, and the acts that get it further: ask the teacher, or say that nothing came.
import { Trans } from '@lingui/react/macro'
import { CircleCheck, CircleDashed, CircleHelp, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDays } from '../../web/days.ts'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './BriefHead.module.css'
import { useSourceWords } from './BriefWords.tsx'
import { type BriefAct, type BriefSession, type ShownBrief, takeStep } from './client.ts'
import type { BriefStep } from './contract.ts'
import { type BriefStatus, isAwaited, isNotReceived } from './rules.ts'

interface BriefHeadProps {
  readonly brief: ShownBrief
  readonly session: BriefSession
  readonly canWrite: boolean
  /** Where a teacher of the group answers the four questions. */
  readonly answerHref: string | undefined
  readonly onAct: (act: BriefAct) => void
}

const icons: Readonly<Record<BriefStatus, LucideIcon>> = {
  empty: CircleDashed,
  asked: CircleHelp,
  not_received: CircleDashed,
  partly: CircleDashed,
  complete: CircleCheck,
}

export function BriefHead({ brief, session, canWrite, answerHref, onAct }: BriefHeadProps) {
  const words = useStatusWords()
  const sources = useSourceWords()
  const Icon = icons[brief.status]
  const from = brief.sources.map((source) => sources[source]).join(', ')
  const hasEntries = brief.entries.length + brief.learnerNotes.length > 0
  const take = (step: BriefStep) => void takeStep(session, step).then(onAct)
  return (
    <Card>
      <div className={styles.head}>
        <p className={styles.status} data-status={brief.status}>
          <Icon aria-hidden="true" />
          <span>{words[brief.status]}</span>
        </p>
        {hasEntries && brief.sources.length > 0 && (
          <p className={styles.about}>
            <Trans>From: {from}</Trans>
          </p>
        )}
        <Asked brief={brief} />
        <div className={styles.acts}>
          {answerHref !== undefined && (
            <ButtonLink size="small" href={answerHref}>
              <Trans>Answer the four questions</Trans>
            </ButtonLink>
          )}
          {canWrite && answerHref === undefined && <Ask brief={brief} onTake={take} />}
          {canWrite && answerHref === undefined && <Received brief={brief} onTake={take} />}
        </div>
      </div>
    </Card>
  )
}

function useStatusWords(): Readonly<Record<BriefStatus, ReactNode>> {
  return {
    empty: <Trans>No brief yet. The lesson can go on without one.</Trans>,
    asked: <Trans>Asked; no answer yet.</Trans>,
    not_received: <Trans>Briefing not received. The lesson goes on.</Trans>,
    partly: <Trans>Partly there.</Trans>,
    complete: <Trans>The brief is complete.</Trans>,
  }
}

/** When the teacher was asked last, while no answer is there. */
function Asked({ brief }: { readonly brief: ShownBrief }) {
  const { moment } = useDays()
  const asked = brief.steps.findLast(({ step }) => step === 'asked')
  if (asked === undefined || !isAwaited(brief.steps.map(({ step }) => step))) return null
  const { takenByName, takenAt } = asked
  const when = moment(takenAt)
  const [teacher] = brief.teachers
  return (
    <p className={styles.about}>
      {teacher === undefined ? (
        <Trans>
          {takenByName} asked, {when}.
        </Trans>
      ) : (
        <Trans>
          {takenByName} asked {teacher.name}, {when}.
        </Trans>
      )}
    </p>
  )
}

interface ActProps {
  readonly brief: ShownBrief
  readonly onTake: (step: BriefStep) => void
}

function Ask({ brief, onTake }: ActProps) {
  const [teacher] = brief.teachers
  if (teacher === undefined) {
    return (
      <p className={styles.about}>
        <Trans>No teacher works with this group yet, so there is nobody to ask.</Trans>
      </p>
    )
  }
  if (isAwaited(brief.steps.map(({ step }) => step))) return null
  const { name } = teacher
  const isAnswered = brief.steps.some(({ step }) => step === 'answered')
  return (
    <Button size="small" kind={isAnswered ? 'quiet' : 'plain'} icon={CircleHelp} onPress={() => onTake('asked')}>
      {isAnswered ? <Trans>Ask {name} again</Trans> : <Trans>Ask {name} four questions</Trans>}
    </Button>
  )
}

function Received({ brief, onTake }: ActProps) {
  if (brief.status === 'complete') return null
  if (isNotReceived(brief.steps.map(({ step }) => step))) {
    return (
      <Button size="small" kind="quiet" onPress={() => onTake('received')}>
        <Trans>It came after all</Trans>
      </Button>
    )
  }
  return (
    <Button size="small" kind="quiet" onPress={() => onTake('not_received')}>
      <Trans>No briefing came</Trans>
    </Button>
  )
}
