// What can be noted beside a level of help: a child's exact words, what was seen and one's view of it, taking part, how near.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { useParticipations, useResponses } from './client.ts'
import type { Participation, Response } from './contract.ts'

interface ChildWordsProps {
  readonly words: string
  readonly onWrite: (words: string) => void
  /** Those picked, when they are several: whose words are they? */
  readonly speakers: readonly { readonly id: Id; readonly name: string }[]
  readonly speaker: Id | undefined
  readonly onSpeaker: (id: Id | undefined) => void
  /** Nobody was named although several are picked. */
  readonly isSpeakerMissing: boolean
}

/** Quoted exactly, and kept apart from what an adult makes of it. */
export function ChildWords({ words, onWrite, speakers, speaker, onSpeaker, isSpeakerMissing }: ChildWordsProps) {
  const { t } = useLingui()
  return (
    <>
      {speakers.length > 1 && (
        <ChipGroup
          label={t`Who said it?`}
          {...(isSpeakerMissing ? { hint: t`Choose who said it, then the level of help.` } : {})}
          chips={speakers.map(({ id, name }) => ({ id, label: name }))}
          value={speaker}
          onChange={onSpeaker}
        />
      )}
      <TextAreaField
        name="childWords"
        label={<Trans>The child’s own words</Trans>}
        hint={<Trans>Exactly as said. The microphone of the keyboard writes them too.</Trans>}
        value={words}
        onChange={onWrite}
        maxLength={300}
        rows={2}
        width="full"
        autoComplete="off"
        autoFocus
      />
    </>
  )
}

interface SeenNoteProps {
  readonly whatSeen: string
  readonly myView: string
  readonly onWrite: (noted: { readonly whatSeen?: string; readonly myView?: string }) => void
}

/** Fact and opinion, each in its own field. */
export function SeenNote({ whatSeen, myView, onWrite }: SeenNoteProps) {
  return (
    <>
      <TextAreaField
        name="whatSeen"
        label={<Trans>What you saw</Trans>}
        value={whatSeen}
        onChange={(words) => onWrite({ whatSeen: words })}
        maxLength={400}
        rows={2}
        width="full"
        autoComplete="off"
        autoFocus
      />
      <TextAreaField
        name="myView"
        label={<Trans>My view of it</Trans>}
        isOptional
        value={myView}
        onChange={(words) => onWrite({ myView: words })}
        maxLength={400}
        rows={1}
        width="full"
        autoComplete="off"
      />
    </>
  )
}

interface ChoiceProps<Value> {
  readonly value: Value | undefined
  readonly onChoose: (value: Value | undefined) => void
}

/** Taking part, a judgement of its own, never mixed with progress. */
export function JoiningIn({ value, onChoose }: ChoiceProps<Participation>) {
  const { t } = useLingui()
  const chips = useParticipations().map(([id, label]) => ({ id, label }))
  return <ChipGroup label={t`Joining in`} chips={chips} value={value} onChange={onChoose} />
}

/** How near to the success criterion. */
export function HowNear({ value, onChoose }: ChoiceProps<Response>) {
  const { t } = useLingui()
  const chips = useResponses().map(([id, label]) => ({ id, label }))
  return <ChipGroup label={t`How near is it?`} chips={chips} value={value} onChange={onChoose} />
}
