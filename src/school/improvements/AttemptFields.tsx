// What is said about a second attempt: how much help it took, how near it is, the time given, and what changed in the learner's words.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { helpIcons, helpLevels, helpWords } from '../../web/ui/help.ts'
import { Stack } from '../../web/ui/Layout.tsx'
import { Response } from '../observations/contract.ts'
import { responseWords } from '../observations/Moments.tsx'
import styles from './AttemptFields.module.css'
import type { Attempted } from './client.ts'

interface AttemptFieldsProps {
  readonly attempted: Attempted
  readonly onChange: (change: Partial<Attempted>) => void
  readonly learnerName: string
  /** What is wrong: no help chosen, nothing to see. */
  readonly error: string | undefined
}

/** Minutes that are given most. */
export const minuteChoices = ['3', '5', '10', '15'] as const

export function AttemptFields({ attempted, onChange, learnerName, error }: AttemptFieldsProps) {
  const { t } = useLingui()
  return (
    <Stack>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <ChipGroup
        label={<Trans>How much help did it take?</Trans>}
        chips={helpLevels.map((level) => ({ id: level, label: t(helpWords[level]), icon: helpIcons[level] }))}
        value={attempted.helpLevel}
        onChange={(helpLevel) => onChange({ helpLevel })}
      />
      <ChipGroup
        label={<Trans>How near is it? (if you like)</Trans>}
        chips={Response.options.toReversed().map((id) => ({ id, label: t(responseWords[id]) }))}
        value={attempted.response}
        onChange={(response) => onChange({ response })}
      />
      <WhatChanged {...{ attempted, onChange, learnerName }} />
    </Stack>
  )
}

export function WhatChanged({
  attempted,
  onChange,
  learnerName,
}: Omit<AttemptFieldsProps, 'attempted' | 'error'> & { readonly attempted: Pick<Attempted, 'whatChanged' | 'minutes'> }) {
  return (
    <>
      <TextAreaField
        name="what-changed"
        label={<Trans>What changed, in {learnerName}’s words</Trans>}
        hint={<Trans>“What is different now?” Write exactly what is said.</Trans>}
        isOptional
        value={attempted.whatChanged}
        onChange={(whatChanged) => onChange({ whatChanged })}
        maxLength={300}
        rows={2}
        width="full"
      />
      <ChipGroup
        label={<Trans>Time given (if you like)</Trans>}
        chips={minuteChoices.map((id) => ({ id, label: <Plural value={Number(id)} one="# minute" other="# minutes" /> }))}
        value={minuteChoices.find((id) => Number(id) === attempted.minutes)}
        onChange={(minutes) => onChange({ minutes: minutes === undefined ? undefined : Number(minutes) })}
      />
    </>
  )
}
