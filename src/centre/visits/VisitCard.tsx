// One visit: what was seen, then what the assessor claims with the forecast beside, feedback, the candidate's comment, both signatures.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { PenLine, Signature, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { timeWords, useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { MomentList } from '../../web/ui/MomentList.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { SentenceDialog } from '../../web/ui/SentenceDialog.tsx'
import type { OpenUnit } from '../planner/client.ts'
import { leafNames } from '../standards/client.ts'
import { CommentForm } from './CommentForm.tsx'
import { useSignVisit, useWithdrawVisit, visitReasons } from './client.ts'
import { type Visit, type VisitClaim, VisitReason } from './contract.ts'
import { actOf, minutesOf, withdrawRefusal } from './rules.ts'
import styles from './VisitCard.module.css'
import { WriteUpForm } from './WriteUpForm.tsx'

interface VisitCardProps {
  readonly visit: Visit
  readonly units: readonly OpenUnit[]
  /** As what one is here; undefined for those who read only. */
  readonly part: 'candidate' | 'assessor' | undefined
  /** Leaves that the visit's plan said would show. */
  readonly forecast: readonly VisitClaim[]
}

export function VisitCard({ visit, units, part, forecast }: VisitCardProps) {
  const { t, i18n } = useLingui()
  const { day } = useDays()
  const { startedAt, endedAt, place, entries, writeUp, comment } = visit
  const when = day(dayOf(startedAt))
  const times = `${timeWords(i18n, startedAt)}–${timeWords(i18n, endedAt)}`
  const minutes = minutesOf(visit)
  return (
    <Card
      title={
        <Trans>
          Seen on {when}, {times}
        </Trans>
      }
      actions={<VisitState visit={visit} />}
    >
      <Stack gap="form">
        <p className={styles.soft}>
          <Trans>
            {place}. <Plural value={minutes} one="# minute" other="# minutes" />, by {visit.assessorName}
          </Trans>
        </p>
        <MomentList
          label={t`What was seen`}
          moments={entries.map(({ at, seen }, index) => ({ id: String(index), seen, when: timeWords(i18n, at) }))}
        />
        {writeUp !== null && <WrittenUp visit={visit} units={units} />}
        {comment !== '' && (
          <p className={styles.words}>
            <b>
              <Trans>{visit.candidateName} says:</Trans>
            </b>{' '}
            {comment}
          </p>
        )}
        <Signatures visit={visit} />
        {visit.evidenceId === null && <Acts visit={visit} units={units} part={part} forecast={forecast} />}
      </Stack>
    </Card>
  )
}

function VisitState({ visit }: { readonly visit: Visit }) {
  if (visit.evidenceId !== null)
    return (
      <span className={styles.done}>
        <Trans>Evidence</Trans>
      </span>
    )
  const act = actOf(visit, 'assessor')
  const name = act === undefined ? visit.candidateName : visit.assessorName
  return (
    <span className={styles.waits}>
      {act === 'write_up' ? <Trans>Waits to be written up by {name}</Trans> : <Trans>Waits for {name} to sign</Trans>}
    </span>
  )
}

function WrittenUp({ visit: { writeUp }, units }: { readonly visit: Visit; readonly units: readonly OpenUnit[] }) {
  if (writeUp === null) return null
  const nameOf = ({ registrationId, leaf }: VisitClaim) => {
    const unit = units.find(({ registration }) => registration.id === registrationId)
    const name = (unit && leafNames(unit.pack).get(leaf)) ?? ''
    return units.length > 1 && unit !== undefined ? `${unit.registration.unitNumber}: ${leaf} ${name}` : `${leaf} ${name}`
  }
  return (
    <dl className={styles.list}>
      <dt>
        <Trans>Claimed by the assessor</Trans>
      </dt>
      <dd>{writeUp.claims.length === 0 ? <Trans>Nothing yet</Trans> : writeUp.claims.map(nameOf).join(' · ')}</dd>
      <dt>
        <Trans>What was good</Trans>
      </dt>
      <dd className={styles.words}>{writeUp.good}</dd>
      <dt>
        <Trans>One thing to develop</Trans>
      </dt>
      <dd className={styles.words}>{writeUp.develop}</dd>
    </dl>
  )
}

function Signatures({ visit: { signatures } }: { readonly visit: Visit }) {
  const { moment } = useDays()
  if (signatures.length === 0) return null
  return (
    <ul className={styles.signatures}>
      {signatures.map(({ part, name, signedAt }) => (
        <li key={part}>
          <b>{part === 'candidate' ? <Trans>Signed by {name}, candidate</Trans> : <Trans>Signed by {name}, assessor</Trans>}</b>{' '}
          {moment(signedAt)}
        </li>
      ))}
    </ul>
  )
}

function Acts({ visit, units, part, forecast }: VisitCardProps) {
  const [open, setOpen] = useState<'write-up' | 'comment'>()
  const close = () => setOpen(undefined)
  if (part === undefined) return null
  return (
    <>
      <Row>
        {part === 'assessor' && (
          <Button kind={visit.writeUp === null ? 'primary' : 'plain'} icon={PenLine} onPress={() => setOpen('write-up')}>
            {visit.writeUp === null ? <Trans>Claim criteria and write feedback</Trans> : <Trans>Change claims or feedback</Trans>}
          </Button>
        )}
        {part === 'candidate' && (
          <Button icon={PenLine} onPress={() => setOpen('comment')}>
            {visit.comment === '' ? <Trans>Comment</Trans> : <Trans>Change your comment</Trans>}
          </Button>
        )}
        {actOf(visit, part) === 'sign_visit' && <SignButton visit={visit} />}
        {part === 'assessor' && withdrawRefusal(visit) === undefined && <WithdrawVisit visit={visit} />}
      </Row>
      {open === 'write-up' && <WriteUpForm visit={visit} units={units} forecast={forecast} onClose={close} />}
      {open === 'comment' && <CommentForm visit={visit} onClose={close} />}
    </>
  )
}

/** For the assessor who recorded it, while nobody has signed: a slip, or the wrong candidate. */
function WithdrawVisit({ visit }: { readonly visit: Visit }) {
  const { personId } = useActor()
  const withdraw = useWithdrawVisit()
  const [isAsking, setIsAsking] = useState(false)
  if (visit.assessorId !== personId) return null
  return (
    <>
      <Button icon={Undo2} onPress={() => setIsAsking(true)}>
        <Trans>Take the visit back</Trans>
      </Button>
      {isAsking && (
        <SentenceDialog
          title={<Trans>Take the visit back</Trans>}
          label={<Trans>Why?</Trans>}
          act={<Trans>Take it back</Trans>}
          shape={VisitReason}
          most={400}
          reasons={visitReasons}
          onClose={() => setIsAsking(false)}
          send={(reason) => withdraw({ visitId: visit.id, reason })}
        />
      )}
    </>
  )
}

function SignButton({ visit }: { readonly visit: Visit }) {
  const sign = useSignVisit()
  const words = useRefusalWords(visitReasons)
  const [id] = useState(newId)
  const [problem, setProblem] = useState<string>()
  return (
    <>
      {problem !== undefined && (
        <Notice kind="bad" isLive>
          {problem}
        </Notice>
      )}
      <Button
        kind="primary"
        icon={Signature}
        onPress={async () => {
          const reply = await sign({ id, visitId: visit.id, contentHash: visit.contentHash })
          setProblem('refusal' in reply ? words(reply.refusal) : undefined)
        }}
      >
        <Trans>Sign this observation</Trans>
      </Button>
    </>
  )
}
