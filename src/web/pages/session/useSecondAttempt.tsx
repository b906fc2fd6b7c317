// A second attempt from the tap that begins it to what is kept: camera, sheet or drawing, the learner's words, and Undo.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useRef, useState } from 'react'
import { AttemptFields } from '../../../school/improvements/AttemptFields.tsx'
import { type Attempted, nothingAttempted, type ShownFollowed, type ShownPlace } from '../../../school/improvements/client.ts'
import { FirstAttempt } from '../../../school/improvements/FirstAttempt.tsx'
import { attemptRefusal, firstAttemptOf } from '../../../school/improvements/rules.ts'
import { useWorryStop } from '../../../school/safeguarding/WorryStop.tsx'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { part } from '../../ui/part.tsx'
import type { AttemptBy } from './AttemptButtons.tsx'
import type { LastAct } from './last-act.ts'
import { keepFirstAttempt, keepImprovement, undoImprovement } from './second-attempt.ts'

// Fetched when they are first used, from the device's own copy of the build; the photo's while the camera is open.
const PhotoSheet = part(async () => (await import('../../../school/photos/PhotoSheet.tsx')).PhotoSheet)
const AttemptSheet = part(async () => (await import('../../../school/improvements/AttemptSheet.tsx')).AttemptSheet)

interface SecondAttemptProps {
  readonly session: ShownSession
  readonly shown: ShownPlace
  readonly onKept: (act: LastAct) => void
}

interface Going {
  readonly one: ShownFollowed
  readonly by: AttemptBy
  /** Taken, for a photo. */
  readonly file?: File
}

const reasons: Readonly<Record<string, MessageDescriptor>> = {
  no_help: msg`Say how much help it took`,
  no_work: msg`Write or draw the second attempt first`,
}

export function useSecondAttempt(props: SecondAttemptProps): {
  readonly begin: (one: ShownFollowed, by: AttemptBy) => void
  readonly dialogs: ReactNode
} {
  const [going, setGoing] = useState<Going>()
  const input = useRef<HTMLInputElement>(null)
  const takes = going?.by === 'photo' || going?.by === 'first'
  const begin = (one: ShownFollowed, by: AttemptBy) => {
    setGoing({ one, by })
    if (by !== 'photo' && by !== 'first') return
    input.current?.click()
    void PhotoSheet.prepare()
  }
  const camera = (
    <input
      ref={input}
      type="file"
      accept="image/*"
      capture="environment"
      hidden
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0]
        if (file !== undefined) setGoing((before) => before && { ...before, file })
        // The same picture may be chosen again.
        currentTarget.value = ''
      }}
    />
  )
  const sheet = going !== undefined && (!takes || going.file !== undefined) && (
    <Sheet
      key={`${going.one.firstId} ${going.by} ${going.file?.lastModified ?? ''} ${going.file?.size ?? ''}`}
      {...props}
      going={going}
      onAgain={() => input.current?.click()}
      onClose={() => setGoing(undefined)}
    />
  )
  return {
    begin,
    dialogs: (
      <>
        {camera}
        {sheet}
      </>
    ),
  }
}

interface SheetProps extends SecondAttemptProps {
  readonly going: Going
  readonly onAgain: () => void
  readonly onClose: () => void
}

function Sheet({ session, shown, onKept, going, onAgain, onClose }: SheetProps) {
  const { one, by, file } = going
  const learnerName = shown.learners.find(({ id }) => id === one.learnerId)?.name ?? ''
  const first = firstAttemptOf(shown.observations, one)
  const form = useAttempt({ session, one, learnerName, firstId: first?.id ?? null, onKept, onClose })
  if (by === 'first' && file !== undefined) {
    const keep = (photo: Attempted['photo'], helpLevel: Attempted['helpLevel']) =>
      void keepFirstAttempt({ photo, helpLevel }, one, session).then((undo) => {
        onClose()
        onKept({ said: <Trans>Kept: {learnerName}, the first attempt</Trans>, undo })
      })
    return <PhotoSheet file={file} onKeep={keep} onClose={onClose} onAgain={onAgain} />
  }
  const fields = { attempted: form.attempted, onChange: form.change, learnerName, error: form.error }
  if (by === 'photo' && file !== undefined) {
    return (
      <>
        <PhotoSheet
          file={file}
          onKeep={(photo) => form.keep({ ...form.attempted, photo })}
          onClose={onClose}
          onAgain={onAgain}
          beside={<FirstAttempt attempt={first} learnerName={learnerName} />}
        >
          <AttemptFields {...fields} />
          <div>{form.stop.button}</div>
        </PhotoSheet>
        {form.stop.dialogs}
      </>
    )
  }
  return (
    <>
      <AttemptSheet
        by={by === 'drawing' ? 'drawing' : 'words'}
        nextAction={one.nextAction}
        first={first}
        worry={form.stop.button}
        onKeep={() => form.keep(form.attempted)}
        onClose={onClose}
        {...fields}
      />
      {form.stop.dialogs}
    </>
  )
}

interface AttemptProps extends Pick<SecondAttemptProps, 'session' | 'onKept'> {
  readonly one: ShownFollowed
  readonly learnerName: string
  readonly firstId: string | null
  readonly onClose: () => void
}

/** What is noted of the attempt, and keeping it: the same rule as on the server, asked before anything is kept. */
function useAttempt({ session, one, learnerName, firstId, onKept, onClose }: AttemptProps) {
  const { t } = useLingui()
  const [attempted, setAttempted] = useState(nothingAttempted)
  const [error, setError] = useState<string>()
  const isKeeping = useRef(false)
  const change = (part: Partial<Attempted>) => {
    setError(undefined)
    setAttempted((before) => ({ ...before, ...part }))
  }
  const stop = useWorryStop([attempted.words, attempted.whatChanged], () => change({ words: '', whatChanged: '' }))

  async function write(whole: Attempted): Promise<void> {
    if (isKeeping.current) return
    isKeeping.current = true
    try {
      const kept = await keepImprovement(whole, one, { session, firstObservationId: firstId, at: new Date() })
      onClose()
      onKept({ said: <Trans>Kept: {learnerName}, both attempts</Trans>, undo: () => undoImprovement(kept) })
    } catch {
      setError(t`This device can’t keep anything now. Sign in again, with a network.`)
    } finally {
      isKeeping.current = false
    }
  }

  function keep(whole: Attempted): void {
    const { helpLevel = null, photo, words, drawing = null } = whole
    const refusal = attemptRefusal({ helpLevel, photoId: photo === undefined ? null : 'taken', childWords: words, drawing })
    const reason = refusal?.reason === undefined ? undefined : reasons[refusal.reason]
    setError(reason === undefined ? undefined : t(reason))
    if (refusal === undefined) stop.before(() => void write(whole))
  }

  return { attempted, change, error, stop, keep }
}
