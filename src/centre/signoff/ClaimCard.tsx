// For the centre administrator: units on their way to a certificate, which of them can be claimed, and until when records are kept.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './ClaimCard.module.css'
import { signOffReasons, useClaimingUnit, useClaims, useSamplingWords, useStateWords } from './client.ts'
import type { ClaimableUnit } from './contract.ts'

export function ClaimCard() {
  const asked = useClaims()
  const { send, isSending, refusal } = useClaimingUnit()
  const words = useRefusalWords(signOffReasons)
  const [claiming, setClaiming] = useState<ClaimableUnit>()
  if (asked.state !== 'answered') return null
  return (
    <Card title={<Trans>Sign-off and claims</Trans>}>
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      {asked.answer.length === 0 ? (
        <EmptyState title={<Trans>No unit is signed yet</Trans>} />
      ) : (
        <ul className={styles.units}>
          {asked.answer.map((unit) => (
            <li key={unit.registration.id} className={styles.unit}>
              <Facts unit={unit} />
              {unit.refusal === null && (
                <Button kind="primary" size="small" isPending={isSending} onPress={() => setClaiming(unit)}>
                  <Trans>Claim</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {claiming !== undefined && (
        <Sure
          unit={claiming}
          onClose={() => setClaiming(undefined)}
          onClaim={() => {
            setClaiming(undefined)
            void send({ registrationId: claiming.registration.id })
          }}
        />
      )}
    </Card>
  )
}

interface SureProps {
  readonly unit: ClaimableUnit
  readonly onClaim: () => void
  readonly onClose: () => void
}

/** Nothing leads back from a claim, so it is asked for. */
function Sure({ unit: { registration }, onClaim, onClose }: SureProps) {
  const { candidateName, unitNumber } = registration
  return (
    <Dialog
      isOpen
      size="small"
      title={
        <Trans>
          Claim unit {unitNumber} of {candidateName}
        </Trans>
      }
      onClose={onClose}
    >
      <Stack gap="form">
        <p>
          <Trans>From then on nobody changes anything of the unit, and nobody can reopen it. Its records are kept for three years.</Trans>
        </p>
        <Row>
          <Button kind="primary" onPress={onClaim}>
            <Trans>Claim it</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}

function Facts({ unit: { registration, state, iqa, eqa, signed, refusal, keptUntil } }: { readonly unit: ClaimableUnit }) {
  const states = useStateWords()
  const sampling = useSamplingWords()
  const words = useRefusalWords(signOffReasons)
  const days = useDays()
  const { candidateName, candidateNumber, unitNumber, claimedAt } = registration
  const internal = sampling('iqa', iqa, signed.includes('iqa'))
  const external = sampling('eqa', eqa, signed.includes('eqa'))
  return (
    <div className={styles.facts}>
      <p>
        <b>
          <Trans>
            {candidateName} ({candidateNumber}), unit {unitNumber}
          </Trans>
        </b>
      </p>
      {claimedAt === null && <p>{states[state]}</p>}
      <p className={styles.soft}>
        <Trans>
          Internal verifier: {internal}. External verifier: {external}.
        </Trans>
      </p>
      {claimedAt !== null && keptUntil !== null ? (
        <p>
          <Trans>
            Claimed {days.moment(claimedAt)}. Records are kept until {days.day(keptUntil)}.
          </Trans>
        </p>
      ) : (
        refusal !== null && <p>{words({ code: 'refused', reason: refusal })}</p>
      )}
    </div>
  )
}
