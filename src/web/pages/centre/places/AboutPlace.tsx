// The unit page: what the unit is about, what goes with it, what is suggested to this candidate, notes and planning.
import { Trans } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useMyRegistrations, useRegistrations } from '../../../../centre/registrations/client.ts'
import type { Registration } from '../../../../centre/registrations/contract.ts'
import { isItsCandidate } from '../../../../centre/registrations/policy.ts'
import { useOfficialWording } from '../../../../centre/standards/client.ts'
import { useCandidatesPage, useUnitPage } from '../../../../centre/unitpages/client.ts'
import { LinkedUnits } from '../../../../centre/unitpages/LinkedUnits.tsx'
import { canEditPages, canSuggest, canWriteNotes } from '../../../../centre/unitpages/policy.ts'
import { ReadingList } from '../../../../centre/unitpages/ReadingList.tsx'
import { UnitNotes } from '../../../../centre/unitpages/UnitNotes.tsx'
import { UnitPageView } from '../../../../centre/unitpages/UnitPageView.tsx'
import { useActor } from '../../../member.ts'
import { AskedView } from '../../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { paths } from '../../paths.ts'
import type { UnitPlaceProps } from '../place-props.ts'
import styles from './AboutPlace.module.css'

export function AboutPlace({ registration, pack }: UnitPlaceProps) {
  const actor = useActor()
  const page = useUnitPage(pack.code)
  const wording = useOfficialWording(pack.code, pack.version)
  return (
    <AskedView asked={page}>
      {(sections) => (
        <>
          <div className={styles.acts}>
            <Button icon={Printer} onPress={() => print()}>
              <Trans>Print</Trans>
            </Button>
          </div>
          <UnitPageView
            pack={pack}
            page={sections}
            wording={wording.state === 'answered' ? wording.answer.wording : null}
            canEdit={canEditPages(actor)}
            beforePlanning={<Linked registration={registration} pack={pack} />}
          >
            <OfCandidate registration={registration} />
          </UnitPageView>
        </>
      )}
    </AskedView>
  )
}

function OfCandidate({ registration }: { readonly registration: Registration }) {
  const actor = useActor()
  const asked = useCandidatesPage(registration.id)
  const person = { personId: actor.personId }
  return (
    <AskedView asked={asked}>
      {({ readings, notes }) => (
        <>
          <ReadingList
            {...person}
            registration={registration}
            readings={readings}
            isOwn={isItsCandidate(actor, registration)}
            canSuggest={canSuggest(actor, registration)}
          />
          <UnitNotes {...person} registrationId={registration.id} notes={notes} canWrite={canWriteNotes(actor, registration)} />
        </>
      )}
    </AskedView>
  )
}

function Linked({ registration, pack }: UnitPlaceProps) {
  const isOwn = isItsCandidate(useActor(), registration)
  return isOwn ? <OwnLinked registration={registration} pack={pack} /> : <TheirLinked registration={registration} pack={pack} />
}

function OwnLinked(props: UnitPlaceProps) {
  const asked = useMyRegistrations()
  return <LinkedList {...props} all={asked.state === 'answered' ? asked.answer : []} />
}

function TheirLinked(props: UnitPlaceProps) {
  const asked = useRegistrations()
  return <LinkedList {...props} all={asked.state === 'answered' ? asked.answer : []} />
}

function LinkedList({ registration, pack, all }: UnitPlaceProps & { readonly all: readonly Registration[] }) {
  const own = all.filter(({ candidateId }) => candidateId === registration.candidateId)
  return (
    <LinkedUnits
      units={pack.linkedUnits}
      registered={new Map(own.map(({ packCode, id }) => [packCode, id]))}
      addressOf={(id) => paths.unit(id)}
      next={
        <ButtonLink size="small" href={paths.unit(registration.id, 'plan')}>
          <Trans>Go on to planning</Trans>
        </ButtonLink>
      }
    />
  )
}
