// Signing a unit off: the box with its signatures, what changed since, reopening; printed as a form.
import { Trans } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useUnit } from '../../../../centre/decisions/client.ts'
import { isItsCandidate } from '../../../../centre/registrations/policy.ts'
import { SampleCard } from '../../../../centre/sampling/SampleCard.tsx'
import { ChangedCard } from '../../../../centre/signoff/ChangedCard.tsx'
import { useSignOff } from '../../../../centre/signoff/client.ts'
import type { SignOff } from '../../../../centre/signoff/contract.ts'
import { ReopenForm } from '../../../../centre/signoff/ReopenForm.tsx'
import { SignOffBox } from '../../../../centre/signoff/SignOffBox.tsx'
import { useActor } from '../../../member.ts'
import { AskedView } from '../../../ui/AskedView.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { UnitPlaceProps } from '../place-props.ts'
import styles from './SignOffPlace.module.css'

export function SignOffPlace({ registration, pack }: UnitPlaceProps) {
  return (
    <>
      {!pack.isComplete && (
        <Notice kind="warn" title={<Trans>Not all criteria of this unit are known to Evident</Trans>}>
          <Trans>So nobody can sign it off here. Standards says what is known of it and what is not.</Trans>
        </Notice>
      )}
      <AskedView asked={useSignOff(registration.id)}>{(signOff) => <Place signOff={signOff} />}</AskedView>
    </>
  )
}

function Place({ signOff }: { readonly signOff: SignOff }) {
  return (
    <Stack gap="large">
      <OwnLoss signOff={signOff} />
      <Reopenings signOff={signOff} />
      <Changed signOff={signOff} />
      <SignOffBox signOff={signOff} />
      <SampleCard registration={signOff.registration} />
      <div className={styles.acts}>
        {signOff.mayReopen && <ReopenForm registrationId={signOff.registration.id} />}
        <Button icon={Printer} onPress={() => print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
    </Stack>
  )
}

/** Told at the place, too: a signature of one's own that stands no longer. */
function OwnLoss({ signOff: { signatures } }: { readonly signOff: SignOff }) {
  const { personId } = useActor()
  const own = signatures.filter(({ signerId }) => signerId === personId)
  const [last] = own
  if (last === undefined || last.voidBecause === null) return null
  return (
    <Notice kind="warn">
      {last.voidBecause === 'changed' ? (
        <Trans>Your signature stands no longer: the unit holds something else than what you signed.</Trans>
      ) : (
        <Trans>Your signature stands no longer: the assessor reopened the unit.</Trans>
      )}
    </Notice>
  )
}

/** Who wrote an item puts it back; others sign what is there now or wait. */
function Changed({ signOff }: { readonly signOff: SignOff }) {
  const actor = useActor()
  const asked = useUnit(signOff.changedItems.length > 0 ? signOff.registration.id : undefined)
  const isParty = isItsCandidate(actor, signOff.registration) || actor.personId === signOff.registration.assessorId
  const items = asked.state === 'answered' && isParty ? asked.answer.evidence : []
  const own = items.filter(({ addedById, descriptor }) => addedById === actor.personId && descriptor === null)
  return <ChangedCard signOff={signOff} ownItems={new Map(own.map((item) => [item.id, item]))} />
}

function Reopenings({ signOff: { reopenings } }: { readonly signOff: SignOff }) {
  if (reopenings.length === 0) return null
  return (
    <ul className={styles.reopenings}>
      {reopenings.map(({ id, reason, reopenedByName }) => (
        <li key={id}>
          <Trans>
            Reopened by {reopenedByName}: {reason}
          </Trans>
        </li>
      ))}
    </ul>
  )
}
