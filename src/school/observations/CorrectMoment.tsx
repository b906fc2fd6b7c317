// Say an observation of one's own again, better: the new one stands in its place, the old one stays in the trail.

import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { newId } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { orNull } from '../../web/typed.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { helpLevels, helpWords } from '../../web/ui/help.ts'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import styles from './CorrectMoment.module.css'
import { learnerObservationCorrect, type NewObservation, Participation, Response } from './contract.ts'
import { participationWords, responseWords, type ShownMoment } from './Moments.tsx'
import { saysSomething } from './rules.ts'

interface CorrectMomentProps {
  readonly moment: ShownMoment
  readonly onClose: () => void
}

/** The new observation in the place of the old one. */
function corrected(moment: ShownMoment, said: Partial<NewObservation>) {
  const { id, learnerId, groupId, sessionId, goalId, criterionId, source, photoId, observedAt } = moment
  const { helpLevel, response, participation, whatSeen, childWords, myView } = { ...moment, ...said }
  const words = { whatSeen: orNull(whatSeen), childWords: orNull(childWords), myView: orNull(myView) }
  const where = { learnerId, groupId, sessionId, goalId, criterionId }
  return {
    id: newId(),
    correctsId: id,
    ...where,
    helpLevel,
    response,
    participation,
    ...words,
    source,
    photoId,
    observedAt,
    ...foundIn(moment, response),
  }
}

/** How it was found out stays; an answer to a hinge question stays one only while it says what its option says. */
function foundIn(
  { technique = null, misconceptionId = null, hingeOptionId = null, isSure = null, ...moment }: ShownMoment,
  response: Response | null,
) {
  if (hingeOptionId === null || response === moment.response) return { technique, misconceptionId, hingeOptionId, isSure }
  return { technique, misconceptionId: null, hingeOptionId: null, isSure: null }
}

export function CorrectMoment({ moment, onClose }: CorrectMomentProps) {
  const formId = useId()
  const [said, setSaid] = useState<Partial<NewObservation>>({})
  const [isEmpty, setIsEmpty] = useState(false)
  const typed = [said.childWords, said.whatSeen, said.myView].map((words) => words ?? '')
  const stop = useWorryStop(typed, () => setSaid({ ...said, childWords: '', whatSeen: '', myView: '' }))
  const keep = async () => {
    const next = corrected(moment, said)
    if (!saysSomething(next) && next.technique === null) return setIsEmpty(true)
    await device().outbox.add(learnerObservationCorrect, next)
    onClose()
  }
  return (
    <Dialog
      title={<Trans>Correct what you noted</Trans>}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={formId}>
            <Trans>Keep the correction</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          stop.before(() => void keep())
        }}
      >
        <Judged moment={{ ...moment, ...said }} onChange={(change) => setSaid({ ...said, ...change })} />
        <Words moment={{ ...moment, ...said }} isEmpty={isEmpty} onChange={(change) => setSaid({ ...said, ...change })} />
        <div>{stop.button}</div>
      </form>
      {stop.dialogs}
    </Dialog>
  )
}

interface PartProps {
  readonly moment: ShownMoment
  readonly onChange: (change: Partial<NewObservation>) => void
}

function Judged({ moment, onChange }: PartProps) {
  const { t } = useLingui()
  return (
    <>
      <ChipGroup
        label={<Trans>How much help</Trans>}
        chips={helpLevels.map((id) => ({ id, label: t(helpWords[id]) }))}
        value={moment.helpLevel ?? undefined}
        onChange={(helpLevel) => onChange({ helpLevel: helpLevel ?? null })}
      />
      <ChipGroup
        label={<Trans>How near</Trans>}
        chips={Response.options.map((id) => ({ id, label: t(responseWords[id]) }))}
        value={moment.response ?? undefined}
        onChange={(response) => onChange({ response: response ?? null })}
      />
      <ChipGroup
        label={<Trans>Joining in</Trans>}
        chips={Participation.options.map((id) => ({ id, label: t(participationWords[id]) }))}
        value={moment.participation ?? undefined}
        onChange={(participation) => onChange({ participation: participation ?? null })}
      />
    </>
  )
}

function Words({ moment, isEmpty, onChange }: PartProps & { readonly isEmpty: boolean }) {
  const { t } = useLingui()
  return (
    <>
      <TextAreaField
        name="child-words"
        label={<Trans>The child’s words, exactly</Trans>}
        error={isEmpty ? t`Say something, or withdraw it instead` : undefined}
        isOptional
        value={moment.childWords ?? ''}
        onChange={(childWords) => onChange({ childWords })}
        maxLength={300}
        rows={2}
        width="full"
      />
      <TextAreaField
        name="what-seen"
        label={<Trans>What you saw</Trans>}
        isOptional
        value={moment.whatSeen ?? ''}
        onChange={(whatSeen) => onChange({ whatSeen })}
        maxLength={400}
        rows={2}
        width="full"
      />
      <TextAreaField
        name="my-view"
        label={<Trans>Your view, kept apart</Trans>}
        isOptional
        value={moment.myView ?? ''}
        onChange={(myView) => onChange({ myView })}
        maxLength={400}
        rows={2}
        width="full"
      />
    </>
  )
}
