// A second attempt in the learner's own writing, typed exactly, or drawn on the device; the first stands above it.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DrawingSurface } from '../../web/ui/Drawing.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { AttemptFields } from './AttemptFields.tsx'
import type { Attempted, ShownNote } from './client.ts'
import type { Attempt } from './contract.ts'
import { FirstAttempt } from './FirstAttempt.tsx'

interface AttemptSheetProps {
  readonly by: 'words' | 'drawing'
  readonly learnerName: string
  /** What was to be done next. */
  readonly nextAction: string
  readonly first: ShownNote<Attempt> | undefined
  readonly attempted: Attempted
  readonly onChange: (change: Partial<Attempted>) => void
  readonly error: string | undefined
  /** The way to the safeguarding stop. */
  readonly worry: ReactNode
  readonly onKeep: () => void
  readonly onClose: () => void
}

export function AttemptSheet({ by, nextAction, first, worry, onKeep, onClose, ...fields }: AttemptSheetProps) {
  const { t } = useLingui()
  const { attempted, onChange, learnerName } = fields
  return (
    <Dialog
      title={<Trans>{learnerName}’s second attempt</Trans>}
      isOpen
      isDismissable={attempted.words === '' && attempted.drawing === undefined}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={onKeep}>
            {first === undefined ? <Trans>Keep</Trans> : <Trans>Keep both</Trans>}
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          <Trans>Next: {nextAction}</Trans>
        </p>
        <FirstAttempt attempt={first} learnerName={learnerName} />
        {by === 'words' ? (
          <TextAreaField
            name="second-words"
            label={<Trans>What {learnerName} wrote or said now, exactly</Trans>}
            value={attempted.words}
            onChange={(words) => onChange({ words })}
            maxLength={300}
            rows={2}
            width="full"
          />
        ) : (
          <DrawingSurface
            label={t`${learnerName}’s second attempt, drawn`}
            value={attempted.drawing}
            onChange={(drawing) => onChange({ drawing })}
          />
        )}
        <AttemptFields {...fields} />
        <div>{worry}</div>
      </Stack>
    </Dialog>
  )
}
