// What two adults of a group have agreed on: what holds, what is proposed and waits for whom, and the acts of whoever is here.
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useSending } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { AgreementForm, agreementReasons } from './AgreementForm.tsx'
import { AgreementSheet } from './AgreementSheet.tsx'
import type { AgreementPair } from './client.ts'
import { type Agreement, agreementSign, agreementWithdraw } from './contract.ts'
import styles from './PairAgreement.module.css'
import { isDueForReview, waitsFor } from './rules.ts'

interface PairAgreementProps {
  readonly groupId: Id
  readonly pair: AgreementPair
  /** Whoever is here. */
  readonly self: Id
  /** Works with the group: who only reads sees no act. */
  readonly canAct: boolean
}

export function PairAgreement({ groupId, pair, self, canAct }: PairAgreementProps) {
  const [isWriting, setIsWriting] = useState(false)
  const { teacherName, practitionerName, holds, proposed } = pair
  const isOwn = canAct && (pair.teacherId === self || pair.practitionerId === self)
  const write = () => setIsWriting(true)
  if (isWriting) {
    return (
      <Card title={<Title pair={pair} />}>
        <AgreementForm groupId={groupId} pair={pair} before={proposed ?? holds} onDone={() => setIsWriting(false)} />
      </Card>
    )
  }
  return (
    <Card title={<Title pair={pair} />}>
      <Stack>
        {holds === undefined && proposed === undefined && (
          <EmptyState
            title={<Trans>Nothing agreed yet</Trans>}
            action={
              isOwn && (
                <Button kind="primary" onPress={write}>
                  <Trans>Propose an agreement</Trans>
                </Button>
              )
            }
          >
            <Trans>
              Ten minutes at the start of a term: what {teacherName} does, what {practitionerName} does and records, and how it is passed
              on.
            </Trans>
          </EmptyState>
        )}
        {proposed !== undefined && <Proposed agreement={proposed} self={isOwn ? self : undefined} onChange={write} />}
        {holds !== undefined && <Holding agreement={holds} isChanging={proposed !== undefined} onChange={isOwn ? write : undefined} />}
        <Earlier agreements={pair.earlier} />
      </Stack>
    </Card>
  )
}

function Title({ pair: { teacherName, practitionerName } }: { readonly pair: AgreementPair }) {
  return (
    <Trans>
      {teacherName} and {practitionerName}
    </Trans>
  )
}

interface ProposedProps {
  readonly agreement: Agreement
  /** Whoever is here, when it is theirs to act on. */
  readonly self: Id | undefined
  readonly onChange: () => void
}

function Proposed({ agreement, self, onChange }: ProposedProps) {
  const { teacherId, teacherName, practitionerName, proposedBy } = agreement
  const [by, other] = proposedBy === teacherId ? [teacherName, practitionerName] : [practitionerName, teacherName]
  const signing = useSending(agreementSign)
  const withdrawing = useSending(agreementWithdraw)
  const words = useRefusalWords(agreementReasons)
  const refusal = signing.refusal ?? withdrawing.refusal
  const mine = self !== undefined && waitsFor(agreement, self)
  return (
    <>
      <Notice
        title={
          mine ? (
            <Trans>{by} proposes this and waits for you</Trans>
          ) : (
            <Trans>
              {by} proposed this; it waits for {other}
            </Trans>
          )
        }
      />
      <AgreementSheet agreement={agreement} />
      {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
      {self !== undefined && (
        <div className={styles.acts}>
          {mine && (
            <Button
              kind="primary"
              isPending={signing.isSending}
              onPress={() => void signing.send({ id: newId(), agreementId: agreement.id })}
            >
              <Trans>I agree</Trans>
            </Button>
          )}
          <Button onPress={onChange}>
            <Trans>Propose a change</Trans>
          </Button>
          {proposedBy === self && (
            <Button kind="quiet" onPress={() => void withdrawing.send({ id: newId(), agreementId: agreement.id })}>
              <Trans>Take the proposal back</Trans>
            </Button>
          )}
        </div>
      )}
    </>
  )
}

interface HoldingProps {
  readonly agreement: Agreement
  readonly isChanging: boolean
  readonly onChange: (() => void) | undefined
}

function Holding({ agreement, isChanging, onChange }: HoldingProps) {
  const { today, day } = useDays()
  const reviewOn = day(agreement.reviewOn)
  return (
    <section className={styles.holding}>
      {isChanging && (
        <h3>
          <Trans>Until you both agree to the change, this holds</Trans>
        </h3>
      )}
      {isDueForReview(agreement, today) && !isChanging && (
        <Notice title={<Trans>Due for review since {reviewOn}</Trans>}>
          <Trans>It goes on holding until you change it. Propose it anew with another day, changed or not.</Trans>
        </Notice>
      )}
      <AgreementSheet agreement={agreement} />
      {onChange !== undefined && !isChanging && (
        <div className={styles.acts}>
          <Button onPress={onChange}>
            <Trans>Propose a change</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

function Earlier({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const [isOpen, setIsOpen] = useState(false)
  if (agreements.length === 0) return null
  return (
    <div className={styles.earlier}>
      <Button kind="quiet" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        <Plural value={agreements.length} one="# earlier agreement" other="# earlier agreements" />
      </Button>
      {isOpen && agreements.map((agreement) => <AgreementSheet key={agreement.id} agreement={agreement} />)}
    </div>
  )
}
