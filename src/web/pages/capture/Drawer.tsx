// What a tool asks for, above the ladder, so that the ladder keeps its place.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Id } from '../../../core/ids.ts'
import type { CaptureLearner } from '../../../school/observations/client.ts'
import { ChildWords, HowNear, JoiningIn, SeenNote } from '../../../school/observations/MomentNotes.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Drawer.module.css'
import { isEmpty, lacksSpeaker } from './keeping.ts'
import type { Acts } from './useActs.ts'

interface DrawerProps {
  readonly acts: Acts
  readonly learners: ReadonlyMap<Id, CaptureLearner>
  /** Why there is no photo of the work of those picked. */
  readonly photoRefusal: ReactNode
  /** The way to the safeguarding stop. */
  readonly worry: ReactNode
}

export function Drawer(props: DrawerProps) {
  const { state, keep } = props.acts
  const { picked, draft, tool } = state
  const canKeep = picked.length > 0 && !isEmpty(draft) && !lacksSpeaker(draft, picked)
  return (
    <div className={styles.drawer}>
      <Inside {...props} />
      <div className={styles.acts}>
        {!isEmpty(draft) && (
          <Button size="small" isDisabled={!canKeep} onPress={() => keep(undefined)}>
            <Trans>Keep without a level of help</Trans>
          </Button>
        )}
        {(tool === 'words' || tool === 'note') && props.worry}
      </div>
    </div>
  )
}

function Inside({ acts: { state, dispatch }, learners, photoRefusal }: DrawerProps) {
  const { picked, draft, tool } = state
  const note = (noted: Partial<typeof draft>) => dispatch({ type: 'noted', noted })
  switch (tool) {
    case 'words':
      return (
        <ChildWords
          words={draft.childWords}
          onWrite={(childWords) => note({ childWords })}
          speakers={picked.map((id) => ({ id, name: learners.get(id)?.shortName ?? '' }))}
          speaker={draft.saidBy}
          onSpeaker={(saidBy) => note({ saidBy })}
          isSpeakerMissing={lacksSpeaker(draft, picked)}
        />
      )
    case 'note':
      return <SeenNote whatSeen={draft.whatSeen} myView={draft.myView} onWrite={note} />
    case 'joining':
      return <JoiningIn value={draft.participation} onChoose={(participation) => note({ participation })} />
    case 'near':
      return <HowNear value={draft.response} onChoose={(response) => note({ response })} />
    default:
      return <Notice isLive>{photoRefusal}</Notice>
  }
}
