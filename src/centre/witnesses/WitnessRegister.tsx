// The register: each candidate's witnesses, what is known of each, and what is still missing.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { Button } from '../../web/ui/Button.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { erasureReasonWords, gapWords, type Register, sharedWords, thirdGroundWords } from './client.ts'
import type { Witness } from './contract.ts'
import { mayApproveWitness, mayCheckWitness } from './policy.ts'
import { type WitnessAct, WitnessDialog } from './WitnessDialog.tsx'
import styles from './WitnessRegister.module.css'

interface WitnessRegisterProps {
  readonly register: Register
  /** For who may erase names. */
  readonly onErase?: ((witness: Witness) => void) | undefined
}

export function WitnessRegister({ register, onErase }: WitnessRegisterProps) {
  const [open, setOpen] = useState<{ readonly act: WitnessAct; readonly witnessId: string }>()
  const { witnesses, categories } = register
  const chosen = witnesses.find(({ id }) => id === open?.witnessId)
  const ofCandidate = [...Map.groupBy(witnesses, ({ candidateId }) => candidateId).values()]
  if (witnesses.length === 0)
    return (
      <EmptyState title={<Trans>No witnesses yet</Trans>}>
        <Trans>
          A witness says what they saw the candidate do. The centre checks who they are; the assessor says whether one is an expert.
        </Trans>
      </EmptyState>
    )
  return (
    <>
      {ofCandidate.map((own) => (
        <Card key={own[0]?.candidateId} title={<Trans>Witnesses for {own[0]?.candidateName}</Trans>}>
          <ul className={styles.list}>
            {own.map((witness) => (
              <WitnessEntry key={witness.id} witness={witness} onAct={(act) => setOpen({ act, witnessId: witness.id })} onErase={onErase} />
            ))}
          </ul>
        </Card>
      ))}
      {open !== undefined && chosen !== undefined && (
        <WitnessDialog act={open.act} witness={chosen} categories={categories} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

interface EntryProps {
  readonly witness: Witness
  readonly onAct: (act: WitnessAct) => void
  readonly onErase: WitnessRegisterProps['onErase']
}

function WitnessEntry({ witness, onAct, onErase }: EntryProps) {
  const { name, position, relationship, category, qualifications, erased } = witness
  if (erased !== null) return <ErasedEntry witness={witness} erased={erased} />
  return (
    <li className={styles.witness}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <State witness={witness} />
      </div>
      <p>
        {position}, {relationship}. <span className={styles.soft}>{category}</span>
      </p>
      {qualifications !== '' && <p className={styles.soft}>{qualifications}</p>}
      <Known witness={witness} />
      <Shared witness={witness} />
      <Acts witness={witness} onAct={onAct} onErase={onErase} />
    </li>
  )
}

/** What stays of a witness whose name was erased: that there was one, who approved them, and who erased. */
function ErasedEntry({
  witness: { name, category, approval },
  erased,
}: {
  readonly witness: Witness
  readonly erased: NonNullable<Witness['erased']>
}) {
  const { t } = useLingui()
  const days = useDays()
  return (
    <li className={styles.witness}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <span className={styles.state}>
          <Trans>Name erased</Trans>
        </span>
      </div>
      <p className={styles.soft}>{category}</p>
      <ul className={styles.known}>
        {approval !== null && (
          <li>
            <Trans>
              Approved as an expert witness by {approval.approvedByName}, {days.moment(approval.approvedAt)}.
            </Trans>
          </li>
        )}
        <li>
          <Trans>
            Erased by {erased.byName}, {days.moment(erased.at)}: {t(erasureReasonWords[erased.reason])}. What was signed stays, without the
            name.
          </Trans>
        </li>
      </ul>
    </li>
  )
}

function State({ witness }: { readonly witness: Witness }) {
  const { t } = useLingui()
  const { ended, isProposal, expertGaps, mayBeExpert } = witness
  if (ended !== null) return <span className={styles.state}>{t`No witness any more`}</span>
  if (isProposal) return <span className={styles.state}>{t`Proposed by the candidate`}</span>
  if (expertGaps.length === 0) return <span className={styles.expert}>{t`Expert witness`}</span>
  return <span className={styles.state}>{mayBeExpert ? t`Not an expert yet` : t`Witness`}</span>
}

function Known({ witness }: { readonly witness: Witness }) {
  const { t } = useLingui()
  const days = useDays()
  const { contact, isContactChecked, inductions, signature, approval, takenBack, ended, mayBeExpert, expertGaps } = witness
  const reach = [contact?.email, contact?.telephone].filter((one) => one !== null && one !== undefined).join(', ')
  return (
    <ul className={styles.known}>
      <li>
        {contact === null ? (
          isContactChecked ? (
            <Trans>The centre has checked the contact.</Trans>
          ) : (
            <Trans>The centre has not checked a contact.</Trans>
          )
        ) : (
          <Trans>
            {reach}. Checked by {contact.checkedByName}, {days.moment(contact.checkedAt)}: {contact.checkedHow}
          </Trans>
        )}
      </li>
      {inductions.map(({ what, minutes, inductedOn, inductedByName }) => (
        <li key={`${inductedOn}${what}`}>
          <Trans>
            Inducted {days.day(inductedOn)} by {inductedByName}, {minutes} minutes: {what}
          </Trans>
        </li>
      ))}
      {signature !== null && (
        <li>
          <Trans>
            Entry signed by {signature.name}, {days.moment(signature.signedAt)}
          </Trans>
        </li>
      )}
      {approval !== null && (
        <li>
          <Trans>
            Approved as an expert witness by {approval.approvedByName}, {days.moment(approval.approvedAt)}. Knows the units:{' '}
            {approval.knowsUnits}. Competent in the occupation: {approval.isCompetent}. {t(thirdGroundWords[approval.thirdGround])}:{' '}
            {approval.thirdWords}
          </Trans>
        </li>
      )}
      {takenBack !== null && (
        <li>
          <Trans>
            Approval taken back by {takenBack.byName}, {days.moment(takenBack.at)}: {takenBack.reason}
          </Trans>
        </li>
      )}
      {ended !== null && (
        <li>
          <Trans>
            Ended by {ended.byName}, {days.moment(ended.at)}: {ended.reason}. The contact was deleted; what was signed stays.
          </Trans>
        </li>
      )}
      {ended === null && mayBeExpert && expertGaps.length > 0 && (
        <li>
          <Trans>Until then a statement closes no observed criterion: {expertGaps.map((gap) => t(gapWords[gap])).join('; ')}.</Trans>
        </li>
      )}
    </ul>
  )
}

/** What is shared, and what can't be known: both, so that nothing seems surer than it is. */
function Shared({ witness: { shared, compared, contact } }: { readonly witness: Witness }) {
  const { t } = useLingui()
  const isChecking = mayCheckWitness(useActor())
  if (!isChecking || contact === null) return null
  const notCompared = !compared.network && !compared.device
  return (
    <>
      {shared.length > 0 && (
        <Notice kind="warn" title={<Trans>Shared with the candidate. Ask before you rely on it</Trans>}>
          <ul className={styles.shared}>
            {shared.map((one) => (
              <li key={one}>{t(sharedWords[one])}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className={styles.soft}>
        {notCompared ? (
          <Trans>Network and browser are not known of both yet, so they could not be compared.</Trans>
        ) : (
          <Trans>
            Compared: addresses, telephone numbers, and the network and browser in which links were used. It can’t show who sat there, nor a
            second device.
          </Trans>
        )}
      </p>
    </>
  )
}

function Acts({ witness, onAct, onErase }: EntryProps) {
  const actor = useActor()
  const isTended = mayCheckWitness(actor) && witness.ended === null
  if (witness.candidateId === actor.personId || (!isTended && onErase === undefined)) return null
  return (
    <div className={styles.acts}>
      {isTended && <Tending witness={witness} onAct={onAct} />}
      {onErase !== undefined && (
        <Button size="small" kind="quiet" onPress={() => onErase(witness)}>
          <Trans>Erase the name</Trans>
        </Button>
      )}
    </div>
  )
}

function Tending({ witness, onAct }: Omit<EntryProps, 'onErase'>) {
  const actor = useActor()
  const mayApprove = mayApproveWitness(actor) && witness.mayBeExpert
  return (
    <>
      <Button size="small" onPress={() => onAct('contact')}>
        {witness.isContactChecked ? <Trans>Change the contact</Trans> : <Trans>Enter the contact</Trans>}
      </Button>
      <Button size="small" onPress={() => onAct('induct')}>
        <Trans>Record an induction</Trans>
      </Button>
      <Button size="small" onPress={() => onAct('link')}>
        <Trans>Link to sign the entry</Trans>
      </Button>
      {mayApprove && witness.approval === null && (
        <Button size="small" onPress={() => onAct('approve')}>
          <Trans>Approve as an expert</Trans>
        </Button>
      )}
      {mayApprove && witness.approval !== null && (
        <Button size="small" onPress={() => onAct('takeBack')}>
          <Trans>Take the approval back</Trans>
        </Button>
      )}
      <Button size="small" onPress={() => onAct('describe')}>
        <Trans>Correct</Trans>
      </Button>
      <Button size="small" kind="quiet" onPress={() => onAct('end')}>
        <Trans>End</Trans>
      </Button>
    </>
  )
}
