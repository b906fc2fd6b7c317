// The assignment of a unit: its author writes it here; everyone else who has a part reads what was submitted.
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { useOutline } from '../../../../centre/assignments/client.ts'
import type { AssignmentHeading } from '../../../../centre/assignments/contract.ts'
import type { LeafStanding } from '../../../../centre/assignments/LeafChecklist.tsx'
import { useUnit } from '../../../../centre/decisions/client.ts'
import type { LeafProgress, Unit } from '../../../../centre/decisions/contract.ts'
import { isItsCandidate } from '../../../../centre/registrations/policy.ts'
import { leafNames } from '../../../../centre/standards/client.ts'
import { useActor } from '../../../member.ts'
import { AskedView } from '../../../ui/AskedView.tsx'
import { EmptyState, Loading } from '../../../ui/Notice.tsx'
import type { UnitPlaceProps } from '../place-props.ts'

// The editor is heavy: only an author fetches it.
const WritingDesk = lazy(async () => ({ default: (await import('../../../../centre/assignments/WritingDesk.tsx')).WritingDesk }))

export function AssignmentPlace({ registration }: UnitPlaceProps) {
  const unit = useUnit(registration.id)
  const outline = useOutline(registration.id)
  return (
    <AskedView asked={outline}>
      {(headings) => <AskedView asked={unit}>{(answer) => <Assignment unit={answer} headings={headings} />}</AskedView>}
    </AskedView>
  )
}

function Assignment({ unit, headings }: { readonly unit: Unit; readonly headings: readonly AssignmentHeading[] }) {
  const isOwn = isItsCandidate(useActor(), unit.registration)
  const leaves = useStandings(unit)
  if (headings.length === 0) return <EmptyState title={<Trans>This unit suggests no assignment</Trans>} />
  if (!isOwn) return <EmptyState title={<Trans>Nothing submitted yet</Trans>} />
  return (
    <Suspense fallback={<Loading />}>
      <WritingDesk
        registrationId={unit.registration.id}
        headings={headings}
        leaves={leaves}
        examples={unit.evidence.flatMap(({ id: evidenceId, reference, descriptor }) =>
          descriptor === null ? [] : [{ evidenceId, reference, sentence: descriptor.sentence }],
        )}
        submitting={() => null}
      />
    </Suspense>
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
