// What a tool asks for, above the ladder, so that the ladder keeps its place.
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useDeferredValue } from 'react'
import type { StatementRef } from '../../../common/frameworks/contract.ts'
import type { Id } from '../../../core/ids.ts'
import type { Misconception } from '../../../school/misconceptions/contract.ts'
import { NameChoice } from '../../../school/misconceptions/NameChoice.tsx'
import { ofSubject } from '../../../school/misconceptions/rules.ts'
import type { CaptureLearner } from '../../../school/observations/client.ts'
import { ChildWords, HowNear, JoiningIn, SeenNote } from '../../../school/observations/MomentNotes.tsx'
import type { Technique } from '../../../school/techniques/contract.ts'
import { QuickPhrases } from '../../../school/techniques/QuickPhrases.tsx'
import { isSelfReport, withPhrase } from '../../../school/techniques/rules.ts'
import { WayChoice } from '../../../school/techniques/WayChoice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Drawer.module.css'
import { type Draft, isEmpty, lacksSpeaker, type Way } from './keeping.ts'
import type { Acts } from './useActs.ts'
import { useKeptMisconceptions, useKeptPhrases } from './useKept.ts'

interface DrawerProps {
  readonly acts: Acts
  readonly learners: ReadonlyMap<Id, CaptureLearner>
  /** The group's. */
  readonly subject: string
  /** What the goal stands for. */
  readonly statement: StatementRef | null
  /** Why there is no photo of the work of those picked. */
  readonly photoRefusal: ReactNode
  /** The way to the safeguarding stop. */
  readonly worry: ReactNode
}

interface SchoolWords {
  readonly phrases: readonly string[]
  readonly misconceptions: readonly Misconception[]
}

export function Drawer(props: DrawerProps) {
  const { state, keep } = props.acts
  const { picked, draft, tool } = state
  // Both are looked for as soon as one pane opens: the other may be wanted where there is no network.
  const words = { phrases: useKeptPhrases(), misconceptions: ofSubject(useKeptMisconceptions(), props.subject) }
  const canKeep = picked.length > 0 && !isEmpty(draft) && !lacksSpeaker(draft, picked)
  return (
    <div className={styles.drawer}>
      <Inside {...props} {...words} />
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

function Inside({ acts, learners, statement, photoRefusal, phrases, misconceptions }: DrawerProps & SchoolWords) {
  const { state, dispatch } = acts
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
      return <Seen draft={draft} phrases={phrases} onNote={note} />
    case 'joining':
      return (
        <Later key={tool}>
          <JoiningIn value={draft.participation} onChoose={(participation) => note({ participation })} />
        </Later>
      )
    case 'near':
      return (
        <Later key={tool}>
          <Found draft={draft} statement={statement} misconceptions={misconceptions} onNote={note} />
        </Later>
      )
    default:
      return <Notice isLive>{photoRefusal}</Notice>
  }
}

/** Many chips take a slow tablet longer than a tap may: the button answers first. Fields are not for later, or no keyboard would come up for them. */
function Later({ children }: { readonly children: ReactNode }) {
  const isNow = useDeferredValue(true, false)
  return isNow && children
}

interface NotingProps {
  readonly draft: Draft
  readonly onNote: (noted: Partial<Draft>) => void
}

function Seen({ draft, phrases, onNote }: NotingProps & Pick<SchoolWords, 'phrases'>) {
  return (
    <>
      <QuickPhrases phrases={phrases} onChoose={(phrase) => onNote({ whatSeen: withPhrase(draft.whatSeen, phrase) })} />
      <SeenNote whatSeen={draft.whatSeen} myView={draft.myView} onWrite={onNote} />
    </>
  )
}

/** How near it is, what showed, and how it was found out. */
function Found({
  draft,
  statement,
  misconceptions,
  onNote,
}: NotingProps & Pick<DrawerProps, 'statement'> & Pick<SchoolWords, 'misconceptions'>) {
  return (
    <>
      <HowNear value={draft.response} onChoose={(response) => onNote({ response })} />
      <NameChoice
        misconceptions={misconceptions}
        statement={statement}
        value={draft.misconceptionId}
        onChoose={(misconceptionId) => onNote({ misconceptionId })}
      />
      <WayChoice value={draft.way.technique} onChoose={(technique) => onNote({ way: wayOf(technique) })} />
    </>
  )
}

/** What a learner says of themselves is their report, whoever writes it down. */
function wayOf(technique: Technique | undefined): Way {
  if (technique === undefined) return {}
  return isSelfReport(technique) ? { technique, source: 'self_report' } : { technique }
}
