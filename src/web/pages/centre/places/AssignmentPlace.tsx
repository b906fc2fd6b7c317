// The assignment of a unit: its author writes it here; everyone else who has a part reads what was submitted.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useOutline, useSubmitted } from '../../../../centre/assignments/client.ts'
import type { AssignmentHeading, AssignmentSubmission, DiscussionPoint } from '../../../../centre/assignments/contract.ts'
import type { LeafStanding } from '../../../../centre/assignments/LeafChecklist.tsx'
import { SubmitPanel } from '../../../../centre/assignments/SubmitPanel.tsx'
import { SubmittedAssignment, type SubmittedProps } from '../../../../centre/assignments/SubmittedAssignment.tsx'
import { useUnit } from '../../../../centre/decisions/client.ts'
import type { LeafProgress, Unit } from '../../../../centre/decisions/contract.ts'
import { isItsAssessor, isItsCandidate } from '../../../../centre/registrations/policy.ts'
import { leafNames } from '../../../../centre/standards/client.ts'
import { useActor } from '../../../member.ts'
import { AskedView } from '../../../ui/AskedView.tsx'
import { ChipGroup } from '../../../ui/ChipGroup.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { EmptyState, Loading } from '../../../ui/Notice.tsx'
import { part } from '../../../ui/part.tsx'
import type { UnitPlaceProps } from '../place-props.ts'
import styles from './AssignmentPlace.module.css'

// The editor is heavy: only an author fetches it.
const WritingDesk = part(async () => (await import('../../../../centre/assignments/WritingDesk.tsx')).WritingDesk, Loading)

export function AssignmentPlace({ registration }: UnitPlaceProps) {
  const unit = useUnit(registration.id)
  const outline = useOutline(registration.id)
  const submitted = useSubmitted(registration.id)
  return (
    <AskedView asked={outline}>
      {(headings) => (
        <AskedView asked={unit} isAgeSaid>
          {(answer) => (
            <AskedView asked={submitted} isAgeSaid>
              {({ submissions, points }) => <Assignment unit={answer} headings={headings} submissions={submissions} points={points} />}
            </AskedView>
          )}
        </AskedView>
      )}
    </AskedView>
  )
}

interface AssignmentProps {
  readonly unit: Unit
  readonly headings: readonly AssignmentHeading[]
  readonly submissions: readonly AssignmentSubmission[]
  readonly points: readonly DiscussionPoint[]
}

function Assignment({ unit, headings, submissions, points }: AssignmentProps) {
  const actor = useActor()
  const { registration } = unit
  const leaves = useStandings(unit)
  const submitted = { registration, headings, leaves, submissions, points }
  if (headings.length === 0) return <EmptyState title={<Trans>This unit suggests no assignment</Trans>} />
  if (isItsCandidate(actor, registration)) return <Own {...submitted} unit={unit} />
  if (submissions.length === 0)
    return (
      <EmptyState title={<Trans>Nothing submitted yet</Trans>}>
        <Trans>What the candidate writes is theirs alone until they submit it.</Trans>
      </EmptyState>
    )
  return <SubmittedAssignment {...submitted} party={isItsAssessor(actor, registration) ? 'assessor' : 'reader'} />
}

/** The author writes on, or reads what she submitted. */
function Own({ unit, ...submitted }: Omit<SubmittedProps, 'party'> & { readonly unit: Unit }) {
  const { t } = useLingui()
  const [view, setView] = useState<'write' | 'read'>('write')
  const { submissions, registration, headings, leaves } = submitted
  const registrationId = registration.id
  const examples = unit.evidence.flatMap(({ id: evidenceId, reference, descriptor }) =>
    descriptor === null ? [] : [{ evidenceId, reference, sentence: descriptor.sentence }],
  )
  return (
    <Stack>
      {submissions.length > 0 && (
        <div className={styles.switch}>
          <ChipGroup
            label={t`What you see`}
            isLabelHidden
            look="joined"
            chips={[
              { id: 'write', label: t`Write` },
              { id: 'read', label: t`What you submitted` },
            ]}
            value={view}
            onChange={(chosen) => setView(chosen ?? view)}
            isNeeded
          />
        </div>
      )}
      {view === 'read' ? (
        <SubmittedAssignment {...submitted} party="candidate" />
      ) : (
        <WritingDesk
          registrationId={registrationId}
          headings={headings}
          leaves={leaves}
          examples={examples}
          submitting={({ content }) => (
            <SubmitPanel
              registrationId={registrationId}
              headings={headings}
              leaves={leaves}
              content={content}
              isAgain={submissions.length > 0}
              declared={submissions[0]?.record.declaration ?? undefined}
              onSubmitted={() => setView('read')}
            />
          )}
        />
      )}
    </Stack>
  )
}

/** What each leaf is called, and the assessor's standing decision on its knowledge: an assignment shows no more than that. */
function useStandings({ pack, leaves }: Unit): ReadonlyMap<string, LeafStanding> {
  const { t } = useLingui()
  const decided = ({ halves }: LeafProgress): string | undefined => {
    const half = halves.find((one) => one.half === 'knowledge')
    if (half === undefined) return undefined
    if (half.isMet) return t`Met`
    const { standing } = half
    return standing?.outcome === 'more_evidence_needed' ? t`More evidence needed: ${standing.reason ?? ''}` : undefined
  }
  const names = leafNames(pack)
  return new Map(leaves.map((leaf) => [leaf.leaf, { name: names.get(leaf.leaf) ?? '', decided: decided(leaf) }]))
}
