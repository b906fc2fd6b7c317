// The bottom third: whom it is about, how much help, and what else to note. Nothing here moves when something is kept.
import { Trans, useLingui } from '@lingui/react/macro'
import { Camera, type LucideIcon, MessageSquareQuote, PencilLine, Target as TargetIcon, Users } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { StatementRef } from '../../../common/frameworks/contract.ts'
import type { Id } from '../../../core/ids.ts'
import type { CaptureLearner } from '../../../school/observations/client.ts'
import { HelpLadder } from '../../ui/HelpLadder.tsx'
import type { HelpLevel } from '../../ui/help.ts'
import { KeptBar } from '../../ui/KeptBar.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useSteady } from '../../ui/steady.ts'
import styles from './Dock.module.css'
import { lacksSpeaker } from './keeping.ts'
import { Drawer } from './lazy-parts.ts'
import type { Tool } from './screen-state.ts'
import { type Acts, useNameList } from './useActs.ts'

interface DockProps {
  readonly acts: Acts
  readonly group: readonly CaptureLearner[]
  readonly learners: ReadonlyMap<Id, CaptureLearner>
  readonly onPhoto: () => void
  /** The group's. */
  readonly subject: string
  /** What the goal stands for. */
  readonly statement: StatementRef | null
  /** Why there is no photo of the work of those picked. */
  readonly photoRefusal: ReactNode
  /** The way to the safeguarding stop, wherever something is typed. */
  readonly worry: ReactNode
}

export function Dock({ acts, group, learners, onPhoto, subject, statement, photoRefusal, worry }: DockProps) {
  const { t } = useLingui()
  const { state, dispatch, keep, undo } = acts
  const { picked, draft, tool, kept } = state
  const nameList = useNameList(learners)
  const isNobody = picked.length === 0
  const names = picked.length > 2 && picked.length === group.length ? t`Everyone` : nameList(picked)
  const choose = useSteady((level: HelpLevel) => (lacksSpeaker(draft, picked) ? dispatch({ type: 'shown', tool: 'words' }) : keep(level)))
  const takePhoto = useSteady(onPhoto)
  return (
    <section className={styles.dock} aria-label={t`Note what you saw`}>
      {state.isFailed && (
        <Notice kind="bad" isLive>
          <Trans>That could not be kept on this device. Nothing of it is lost: try again.</Trans>
        </Notice>
      )}
      {tool !== undefined && (
        <Drawer acts={acts} learners={learners} subject={subject} statement={statement} photoRefusal={photoRefusal} worry={worry} />
      )}
      <KeptBar
        question={isNobody ? <Trans>Tap who you noticed</Trans> : <Trans>{names}: how much help?</Trans>}
        onClear={isNobody ? undefined : () => dispatch({ type: 'cleared' })}
        kept={kept?.text}
        onUndo={undo}
      />
      <div className={styles.two}>
        <HelpLadder isDisabled={isNobody} onChoose={choose} />
        <Tools draft={draft} tool={tool} dispatch={dispatch} onPhoto={takePhoto} />
      </div>
    </section>
  )
}

type ToolsProps = Pick<Acts['state'], 'draft' | 'tool'> & Pick<Acts, 'dispatch'> & Pick<DockProps, 'onPhoto'>

const Tools = memo(function Tools({ draft, tool, dispatch, onPhoto }: ToolsProps) {
  const { t } = useLingui()
  const open = (chosen: Tool) => () => dispatch({ type: 'tool', tool: chosen })
  const isNoted = (words: string) => words.trim() !== ''
  return (
    <fieldset className={styles.tools} aria-label={t`Note more`}>
      <ToolButton icon={MessageSquareQuote} isOpen={tool === 'words'} isNoted={isNoted(draft.childWords)} onPress={open('words')}>
        <Trans>Words</Trans>
      </ToolButton>
      <ToolButton icon={Camera} isOpen={tool === 'photo'} isNoted={false} onPress={onPhoto}>
        <Trans>Photo</Trans>
      </ToolButton>
      <ToolButton icon={Users} isOpen={tool === 'joining'} isNoted={draft.participation !== undefined} onPress={open('joining')}>
        <Trans>Joining in</Trans>
      </ToolButton>
      <ToolButton
        icon={TargetIcon}
        isOpen={tool === 'near'}
        isNoted={(draft.response ?? draft.misconceptionId ?? draft.way.technique) !== undefined}
        onPress={open('near')}
      >
        <Trans>How near</Trans>
      </ToolButton>
      <ToolButton icon={PencilLine} isOpen={tool === 'note'} isNoted={isNoted(draft.whatSeen + draft.myView)} onPress={open('note')}>
        <Trans>Note</Trans>
      </ToolButton>
    </fieldset>
  )
})

interface ToolButtonProps {
  readonly icon: LucideIcon
  readonly isOpen: boolean
  readonly isNoted: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function ToolButton({ icon: Icon, isOpen, isNoted, onPress, children }: ToolButtonProps) {
  return (
    <button type="button" className={styles.tool} aria-expanded={isOpen} data-noted={isNoted || undefined} onClick={onPress}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </button>
  )
}
