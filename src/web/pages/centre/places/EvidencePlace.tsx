// The evidence of a unit: what is met, what is missing and why, each item, and how evidence comes in. All on one screen.
import { Trans } from '@lingui/react/macro'
import { FileDown, Link2, Plus } from 'lucide-react'
import { useState } from 'react'
import { LetterImport } from '../../../../centre/arrivals/LetterImport.tsx'
import { ClaimChips } from '../../../../centre/decisions/ClaimChips.tsx'
import { useUnit } from '../../../../centre/decisions/client.ts'
import type { Unit } from '../../../../centre/decisions/contract.ts'
import { LeafDialog } from '../../../../centre/decisions/LeafDialog.tsx'
import { MissingList } from '../../../../centre/decisions/MissingList.tsx'
import { UnitCoverage } from '../../../../centre/decisions/UnitCoverage.tsx'
import { AgendaList } from '../../../../centre/discussions/AgendaList.tsx'
import { PlanDiscussion } from '../../../../centre/discussions/PlanDiscussion.tsx'
import { EvidenceCard } from '../../../../centre/evidence/EvidenceCard.tsx'
import { EvidenceForm } from '../../../../centre/evidence/EvidenceForm.tsx'
import { ItemActs } from '../../../../centre/evidence/ItemActs.tsx'
import { WithdrawnList } from '../../../../centre/evidence/WithdrawnList.tsx'
import { ItemFeedbackList } from '../../../../centre/itemfeedback/ItemFeedbackList.tsx'
import { useMyRegistrations } from '../../../../centre/registrations/client.ts'
import { PortfolioAddress } from '../../../../centre/registrations/PortfolioAddress.tsx'
import { isItsAssessor, isItsCandidate } from '../../../../centre/registrations/policy.ts'
import { TestimonyList } from '../../../../centre/testimonies/TestimonyList.tsx'
import { useDays } from '../../../days.ts'
import { useActor } from '../../../member.ts'
import { AskedView } from '../../../ui/AskedView.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/Notice.tsx'
import type { UnitPlaceProps } from '../place-props.ts'
import styles from './EvidencePlace.module.css'

export function EvidencePlace({ registration }: UnitPlaceProps) {
  return <AskedView asked={useUnit(registration.id)}>{(unit) => <Evidence unit={unit} />}</AskedView>
}

function Evidence({ unit }: { readonly unit: Unit }) {
  const [leaf, setLeaf] = useState<string>()
  const actor = useActor()
  const { today } = useDays()
  const isOwn = isItsCandidate(actor, unit.registration)
  // After the last day nothing new is taken in: no form is opened that would be refused at its end.
  const { claimedAt, closesOn } = unit.registration
  const isTakingIn = claimedAt === null && (closesOn == null || closesOn >= today)
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <UnitCoverage unit={unit} title={<Trans>Coverage</Trans>} onOpen={setLeaf} />
        <MissingList unit={unit} />
        <TestimonyList registration={unit.registration} pack={unit.pack} />
      </div>
      <section className={styles.column} aria-labelledby="evidence">
        <div className={styles.head}>
          <h2 id="evidence">
            <Trans>Evidence</Trans>
          </h2>
          {isOwn && isTakingIn && unit.pack.leaves.length > 0 && <Acts unit={unit} />}
          {isTakingIn && isItsAssessor(actor, unit.registration) && <PlanDiscussion registration={unit.registration} pack={unit.pack} />}
        </div>
        {unit.evidence.length === 0 && (
          <EmptyState title={<Trans>No evidence yet</Trans>}>
            {isOwn && unit.pack.leaves.length > 0 && <Trans>Offer an observation from your school, or add your assignment here.</Trans>}
          </EmptyState>
        )}
        {unit.evidence.toReversed().map((item) => (
          <EvidenceCard key={item.id} item={item} takenBack={unit.takenBack.find(({ evidenceId }) => evidenceId === item.id)}>
            {isOwn && <ClaimChips unit={unit} item={item} />}
            <ItemActs registration={unit.registration} pack={unit.pack} item={item} />
            <ItemFeedbackList registrationId={unit.registration.id} evidenceId={item.id} party={isOwn ? 'candidate' : 'reader'} />
          </EvidenceCard>
        ))}
        <WithdrawnList registrationId={unit.registration.id} />
        <AgendaList registration={unit.registration} />
      </section>
      {leaf !== undefined && <LeafDialog unit={unit} leaf={leaf} onClose={() => setLeaf(undefined)} />}
    </div>
  )
}

function Acts({ unit: { registration, pack } }: { readonly unit: Unit }) {
  const [open, setOpen] = useState<'add' | 'letter' | 'address'>()
  const mine = useMyRegistrations()
  const others = mine.state === 'answered' ? mine.answer.filter(({ id, claimedAt }) => id !== registration.id && claimedAt === null) : []
  const close = () => setOpen(undefined)
  return (
    <div className={styles.acts}>
      <Button kind="primary" icon={Plus} onPress={() => setOpen('add')}>
        <Trans>Add evidence</Trans>
      </Button>
      <Button icon={FileDown} onPress={() => setOpen('letter')}>
        <Trans>Take in a letter</Trans>
      </Button>
      <Button icon={Link2} onPress={() => setOpen('address')}>
        <Trans>Address for my school</Trans>
      </Button>
      <PlanDiscussion registration={registration} pack={pack} />
      {open === 'add' && <EvidenceForm registrationId={registration.id} pack={pack} party="candidate" others={others} onClose={close} />}
      {open === 'letter' && <LetterImport onClose={close} />}
      {open === 'address' && <PortfolioAddress registrationId={registration.id} onClose={close} />}
    </div>
  )
}
