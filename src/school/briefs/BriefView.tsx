// A session's brief on one page: how far it is, what may be taken over from last time, its parts, its learners.
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Columns, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { BriefHead } from './BriefHead.tsx'
import { BriefParts } from './BriefParts.tsx'
import { type BriefAct, type BriefSession, keepEntries, newEntry, type ShownBrief } from './client.ts'
import type { BriefEntry, EarlierBrief } from './contract.ts'
import { LearnerNotes } from './LearnerNotes.tsx'

interface BriefViewProps {
  readonly brief: ShownBrief
  readonly session: BriefSession
  /** Works with the group; who only reads sees no act. */
  readonly canWrite: boolean
  readonly isTeacher: boolean
  readonly answerHref: string
  readonly learnerHref: (id: string) => string
  /** What is kept for the group and belongs to each brief: the subject lead's advice. */
  readonly forGroup?: ReactNode
}

export function BriefView({ brief, session, canWrite, isTeacher, answerHref, learnerHref, forGroup }: BriefViewProps) {
  const [act, setAct] = useState<BriefAct>()
  const undo = () => void act?.undo().then(() => setAct(undefined))
  const shared = { brief, session, canWrite }
  return (
    <Stack>
      <UndoBar act={act} said={<Trans>Kept in the brief</Trans>} onUndo={undo} />
      <BriefHead {...shared} answerHref={isTeacher ? answerHref : undefined} onAct={setAct} />
      {canWrite && brief.earlier !== null && brief.entries.length === 0 && (
        <FromLastTime earlier={brief.earlier} session={session} isTeacher={isTeacher} onAct={setAct} />
      )}
      <Columns>
        <Stack>
          <BriefParts {...shared} isTeacher={isTeacher} onAct={setAct} />
          {forGroup}
        </Stack>
        <LearnerNotes {...shared} learnerHref={learnerHref} />
      </Columns>
    </Stack>
  )
}

interface FromLastTimeProps {
  readonly earlier: EarlierBrief
  readonly session: BriefSession
  readonly isTeacher: boolean
  readonly onAct: (act: BriefAct) => void
}

/** What is new in each lesson is not taken over: its objective, and what the teacher wants back. */
const isTakenOver = ({ part }: BriefEntry) => part !== 'objective' && part !== 'wanted' && part !== 'prior_learning'

function FromLastTime({ earlier, session, isTeacher, onAct }: FromLastTimeProps) {
  const { moment } = useDays()
  const entries = earlier.entries.filter(isTakenOver)
  if (entries.length === 0) return null
  const when = moment(earlier.startedAt)
  const take = async () => {
    const taken = entries.map(({ part, words, moment: at, technique, byWhen, form, source, toldBy, writtenByName }) => {
      const needsName = source === 'teacher' && toldBy === null && !isTeacher
      return newEntry(session.id, part, { words, moment: at, technique, byWhen, form, source, toldBy: needsName ? writtenByName : toldBy })
    })
    onAct(await keepEntries(session, taken))
  }
  return (
    <Notice
      title={<Trans>Start from last time, {when}</Trans>}
      action={
        <Button size="small" onPress={() => void take()}>
          <Trans>Take it over</Trans>
        </Button>
      }
    >
      <Trans>What they may get wrong, words, chances to find out and things to have ready: yours to change.</Trans>
    </Notice>
  )
}
