// The unit's sign-off as a logbook has it: what is declared, and a line for each signature. Printed, it is a form that is filled in.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { signOffReasons, useRoleWords, useSamplingWords, useStateWords } from './client.ts'
import type { Signature, SignerRole, SignOff } from './contract.ts'
import { statements } from './rules.ts'
import { SignDialog } from './SignDialog.tsx'
import styles from './SignOffBox.module.css'

export function SignOffBox({ signOff }: { readonly signOff: SignOff }) {
  const states = useStateWords()
  const days = useDays()
  const [signing, setSigning] = useState<SignerRole>()
  const { met, leaves, claimedAt, keptUntil, needsCountersigner, signatures } = signOff
  const hasCountersigner = needsCountersigner || signatures.some(({ role }) => role === 'countersigner')
  const roles: readonly SignerRole[] = ['candidate', 'assessor', ...(hasCountersigner ? (['countersigner'] as const) : []), 'iqa', 'eqa']
  return (
    <Card title={<Trans>Unit sign-off</Trans>}>
      <div className={styles.box}>
        <p>
          <Trans>
            Everybody who signs says that the evidence of this unit is valid, sufficient and authentic, that it shows what the candidate can
            do now, and that it was assessed as the unit’s assessment strategy asks.
          </Trans>
        </p>
        <p className={styles.state}>
          <Trans>
            {met} of {leaves} criteria met.
          </Trans>{' '}
          {signOff.state !== 'in_progress' && states[signOff.state]}
        </p>
        <ol className={styles.lines}>
          {roles.map((role) => (
            <li key={role}>
              <Line role={role} signOff={signOff} onSign={() => setSigning(role)} />
            </li>
          ))}
        </ol>
        {claimedAt !== null && keptUntil !== null && (
          <p>
            <b>
              <Trans>Claimed {days.inFull(claimedAt)}.</Trans>
            </b>{' '}
            <Trans>Nothing of it changes any more. Its records are kept until {days.day(keptUntil)}.</Trans>
          </p>
        )}
      </div>
      {signing !== undefined && <SignDialog signOff={signOff} role={signing} onClose={() => setSigning(undefined)} />}
    </Card>
  )
}

interface LineProps {
  readonly role: SignerRole
  readonly signOff: SignOff
  readonly onSign: () => void
}

function Line({ role, signOff, onSign }: LineProps) {
  const roles = useRoleWords()
  const words = useRefusalWords(signOffReasons)
  const signed = signOff.signatures.find((one) => one.role === role && one.voidBecause === null)
  const lost = signed === undefined ? signOff.signatures.find((one) => one.role === role) : undefined
  const mine = signOff.mine.find((one) => one.role === role)
  // A verifier who sampled nothing says nothing.
  const isSaid = (role !== 'iqa' && role !== 'eqa') || signOff[role] !== 'not_sampled'
  return (
    <section className={styles.line} aria-label={roles[role]}>
      {isSaid && <p>{statements[role]}</p>}
      <p className={styles.role}>{roles[role]}</p>
      {signed === undefined ? <Unsigned role={role} signOff={signOff} /> : <Signed signature={signed} />}
      {lost !== undefined && <Lost signature={lost} />}
      {mine !== undefined && mine.refusal === null && (
        <div className={styles.act}>
          <Button kind="primary" onPress={onSign}>
            <SignAs role={role} />
          </Button>
        </div>
      )}
      {mine !== undefined && mine.refusal !== null && signed === undefined && (
        <p className={styles.soft}>{words({ code: 'refused', reason: mine.refusal })}</p>
      )}
    </section>
  )
}

function SignAs({ role }: { readonly role: SignerRole }) {
  if (role === 'candidate') return <Trans>Sign as candidate</Trans>
  if (role === 'assessor') return <Trans>Sign as assessor</Trans>
  if (role === 'countersigner') return <Trans>Countersign</Trans>
  return <Trans>Sign as verifier</Trans>
}

/** A signature that is not there: not yet, or not needed because nobody sampled; never an empty line. */
function Unsigned({ role, signOff }: { readonly role: SignerRole; readonly signOff: SignOff }) {
  const sampling = useSamplingWords()
  return (
    <p className={styles.unsigned}>
      {role === 'iqa' || role === 'eqa' ? sampling(role, signOff[role], false) : <Trans>Not signed yet</Trans>}
    </p>
  )
}

function Signed({ signature: { signerName, signedAt, contentHash, number } }: { readonly signature: Signature }) {
  const days = useDays()
  const shortHash = contentHash.slice(0, 16).match(/.{4}/g)?.join(' ')
  return (
    <p className={styles.signed}>
      <span className={styles.name}>{signerName}</span>
      <span>{days.inFull(signedAt)}</span>
      <span className={styles.soft}>
        <Trans>
          Signature {number}, fingerprint {shortHash}
        </Trans>
      </span>
    </p>
  )
}

function Lost({ signature: { signerName, signedAt, voidBecause } }: { readonly signature: Signature }) {
  const days = useDays()
  return (
    <p className={styles.soft}>
      {voidBecause === 'reopened' ? (
        <Trans>
          Signed by {signerName}, {days.inFull(signedAt)}. It stands no longer: the assessor reopened the unit.
        </Trans>
      ) : (
        <Trans>
          Signed by {signerName}, {days.inFull(signedAt)}. It stands no longer: the unit holds something else now.
        </Trans>
      )}
    </p>
  )
}
