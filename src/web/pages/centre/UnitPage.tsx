// The candidate's home, unit by unit: what is missing, what waits for whom, and what may be used. All on one screen.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { IntroductionCard } from '../../../centre/candidates/IntroductionCard.tsx'
import { NoticesToRead } from '../../../centre/candidates/NoticesToRead.tsx'
import { useUnit } from '../../../centre/decisions/client.ts'
import type { Unit } from '../../../centre/decisions/contract.ts'
import { LeafDialog } from '../../../centre/decisions/LeafDialog.tsx'
import { MissingList } from '../../../centre/decisions/MissingList.tsx'
import { UnitCoverage } from '../../../centre/decisions/UnitCoverage.tsx'
import { AgendasToAgree } from '../../../centre/discussions/AgendasToAgree.tsx'
import { PlanToSign } from '../../../centre/plans/PlanToSign.tsx'
import { useMyRegistrations } from '../../../centre/registrations/client.ts'
import type { Registration } from '../../../centre/registrations/contract.ts'
import { isCandidate } from '../../../centre/registrations/policy.ts'
import { ActionsOwed } from '../../../centre/sampling/ActionsOwed.tsx'
import { SignOffTasks } from '../../../centre/signoff/SignOffTasks.tsx'
import { WaitingActs } from '../../../centre/visits/WaitingActs.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import styles from './HomeCards.module.css'
import { UsableCard } from './UsableCard.tsx'
import { WaitingCard } from './WaitingCard.tsx'

const toSign = (registrationId: string) => paths.unit(registrationId, 'signoff')
const toPlan = (registrationId: string) => paths.unit(registrationId, 'plan')

export function UnitPage() {
  return isCandidate(useActor()) ? <Units /> : <NotFoundPage />
}

function Units() {
  return (
    <>
      <PageHeader
        cover="plum"
        title={<Trans>My units</Trans>}
        about={<Trans>What is missing, what waits for whom, and what may be used</Trans>}
      />
      <AskedView asked={useMyRegistrations()}>
        {(registrations) =>
          registrations.length === 0 ? (
            <EmptyState title={<Trans>You are not registered on a unit yet</Trans>}>
              <Trans>Your college registers you. Then your unit is here.</Trans>
            </EmptyState>
          ) : (
            <>
              <NoticesToRead />
              <SignOffTasks hrefOf={toSign} />
              <WaitingActs kinds={['sign_visit']} hrefOf={toPlan} />
              <ActionsOwed hrefOf={toSign} />
              {registrations.map((one) => (
                <OneUnit key={one.id} registration={one} />
              ))}
            </>
          )
        }
      </AskedView>
    </>
  )
}

function OneUnit({ registration: { id, unitNumber, unitTitle } }: { readonly registration: Registration }) {
  return (
    <section className={styles.unit} aria-labelledby={`unit-${id}`}>
      <div className={styles.head}>
        <h2 id={`unit-${id}`}>
          <Trans>
            Unit {unitNumber}: {unitTitle}
          </Trans>
        </h2>
        <ButtonLink href={paths.unit(id, 'evidence')} leadsOn>
          <Trans>Open the unit</Trans>
        </ButtonLink>
      </div>
      <PlanToSign registrationId={id} part="candidate" href={paths.unit(id, 'plan')} />
      <AskedView asked={useUnit(id)}>{(unit) => <AtAGlance unit={unit} />}</AskedView>
    </section>
  )
}

function AtAGlance({ unit }: { readonly unit: Unit }) {
  const [leaf, setLeaf] = useState<string>()
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <MissingList unit={unit} />
      </div>
      <div className={styles.column}>
        <UnitCoverage unit={unit} title={<Trans>Coverage</Trans>} onOpen={setLeaf} />
        <WaitingCard unit={unit} />
        <AgendasToAgree registrationId={unit.registration.id} hrefOf={(id) => paths.unit(id, 'evidence')} />
        <UsableCard unit={unit} />
        <IntroductionCard registration={unit.registration} pack={unit.pack} />
      </div>
      {leaf !== undefined && <LeafDialog unit={unit} leaf={leaf} onClose={() => setLeaf(undefined)} />}
    </div>
  )
}
