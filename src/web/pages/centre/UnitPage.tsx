// A candidate's unit: what is met, what is missing and why, her evidence, and how evidence comes in. All on one screen.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileDown, Link2, Plus } from 'lucide-react'
import { useState } from 'react'
import { ClaimChips } from '../../../centre/decisions/ClaimChips.tsx'
import { useMyUnit } from '../../../centre/decisions/client.ts'
import type { Unit } from '../../../centre/decisions/contract.ts'
import { LeafDialog } from '../../../centre/decisions/LeafDialog.tsx'
import { MissingList } from '../../../centre/decisions/MissingList.tsx'
import { UnitCoverage } from '../../../centre/decisions/UnitCoverage.tsx'
import { EvidenceCard } from '../../../centre/evidence/EvidenceCard.tsx'
import { EvidenceForm } from '../../../centre/evidence/EvidenceForm.tsx'
import { LetterImport } from '../../../centre/evidence/LetterImport.tsx'
import { useMyRegistrations } from '../../../centre/registrations/client.ts'
import { PortfolioAddress } from '../../../centre/registrations/PortfolioAddress.tsx'
import { useRefusalWords } from '../../messages.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { EmptyState, Loading, Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import styles from './UnitPage.module.css'

export function UnitPage() {
  const { t } = useLingui()
  const registrations = useMyRegistrations()
  const [chosen, setChosen] = useState<string>()
  const words = useRefusalWords({})
  const own = registrations.state === 'answered' ? registrations.answer : []
  const registrationId = chosen ?? own[0]?.id
  const asked = useMyUnit(registrationId)
  if (registrations.state === 'failed') return <Notice kind="bad">{words(registrations.refusal)}</Notice>
  if (registrations.state === 'answered' && registrationId === undefined)
    return (
      <EmptyState title={<Trans>You are not registered on a unit yet</Trans>}>
        <Trans>Your college registers you. Then your unit is here.</Trans>
      </EmptyState>
    )
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  const choice = own.length > 1 && (
    <SelectField
      name="unit"
      label={<Trans>Unit</Trans>}
      options={own.map((one) => ({ id: one.id, label: t`${one.unitNumber} ${one.unitTitle}` }))}
      value={registrationId ?? ''}
      onChange={setChosen}
    />
  )
  return (
    <>
      {choice}
      <OwnUnit unit={asked.answer} />
    </>
  )
}

function OwnUnit({ unit }: { readonly unit: Unit }) {
  const [leaf, setLeaf] = useState<string>()
  const { registration, evidence } = unit
  return (
    <>
      <PageHeader
        cover="plum"
        title={
          <Trans>
            Unit {registration.unitNumber}: {registration.unitTitle}
          </Trans>
        }
        about={
          <Trans>
            Assessor: {registration.assessorName}. Candidate number {registration.candidateNumber}
          </Trans>
        }
        actions={<Acts unit={unit} />}
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <UnitCoverage unit={unit} title={<Trans>Coverage</Trans>} onOpen={setLeaf} />
          <MissingList unit={unit} />
        </div>
        <section className={styles.column} aria-labelledby="evidence">
          <h2 id="evidence">
            <Trans>Evidence</Trans>
          </h2>
          {evidence.length === 0 && (
            <EmptyState title={<Trans>No evidence yet</Trans>}>
              <Trans>Offer an observation from your school, or add your assignment here.</Trans>
            </EmptyState>
          )}
          {evidence.toReversed().map((item) => (
            <EvidenceCard key={item.id} item={item}>
              <ClaimChips unit={unit} item={item} />
            </EvidenceCard>
          ))}
        </section>
      </div>
      {leaf !== undefined && <LeafDialog unit={unit} leaf={leaf} onClose={() => setLeaf(undefined)} />}
    </>
  )
}

function Acts({ unit: { registration, pack } }: { readonly unit: Unit }) {
  const [open, setOpen] = useState<'add' | 'letter' | 'address'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Button kind="primary" icon={Plus} onPress={() => setOpen('add')}>
        <Trans>Add evidence</Trans>
      </Button>
      <Button icon={FileDown} onPress={() => setOpen('letter')}>
        <Trans>Take in a letter</Trans>
      </Button>
      <Button icon={Link2} onPress={() => setOpen('address')}>
        <Trans>Address for my school</Trans>
      </Button>
      {open === 'add' && <EvidenceForm registrationId={registration.id} pack={pack} party="candidate" onClose={close} />}
      {open === 'letter' && <LetterImport onClose={close} />}
      {open === 'address' && <PortfolioAddress registrationId={registration.id} onClose={close} />}
    </>
  )
}
