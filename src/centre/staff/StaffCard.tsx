// One of the staff: qualifications with their state and what can be done with each, and CPD.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { roleWords } from '../../common/people/client.ts'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { SentenceDialog } from '../../web/ui/SentenceDialog.tsx'
import { CpdForm } from './CpdForm.tsx'
import { kindWords, staffReasons, useCheckQualification, useWithdrawCpd, useWithdrawQualification } from './client.ts'
import { type CpdEntry, type Qualification, qualificationCheck, qualificationWithdraw, type StaffMember } from './contract.ts'
import { canCheck, canEnter, isOwn } from './policy.ts'
import { QualificationForm } from './QualificationForm.tsx'
import styles from './StaffCard.module.css'

export function StaffCard({ member }: { readonly member: StaffMember }) {
  const { t } = useLingui()
  const actor = useActor()
  const [open, setOpen] = useState<'qualification' | 'cpd'>()
  const close = () => setOpen(undefined)
  const { personId, name, roles, qualifications, cpd } = member
  return (
    <Card
      title={name}
      actions={
        <Row>
          {canEnter(actor, member) && (
            <Button size="small" icon={Plus} onPress={() => setOpen('qualification')}>
              <Trans>Add a qualification</Trans>
            </Button>
          )}
          {isOwn(actor, member) && (
            <Button size="small" icon={Plus} onPress={() => setOpen('cpd')}>
              <Trans>Add CPD</Trans>
            </Button>
          )}
        </Row>
      }
    >
      <p className={styles.roles}>{roles.map((role) => t(roleWords[role])).join(', ')}</p>
      {member.isTrainee && (
        <Notice kind="warn" title={<Trans>Trainee assessor</Trans>}>
          <Trans>No checked assessor qualification yet. Another assessor countersigns every decision.</Trans>
        </Notice>
      )}
      <h3 className={styles.part}>
        <Trans>Qualifications</Trans>
      </h3>
      {qualifications.length === 0 && (
        <p className={styles.soft}>
          <Trans>None entered yet</Trans>
        </p>
      )}
      <ul className={styles.list}>
        {qualifications.map((one) => (
          <QualificationLine key={one.id} qualification={one} />
        ))}
      </ul>
      <CpdList cpd={cpd} isOwn={isOwn(actor, member)} />
      {open === 'qualification' && <QualificationForm personId={personId} onClose={close} />}
      {open === 'cpd' && <CpdForm onClose={close} />}
    </Card>
  )
}

function QualificationLine({ qualification }: { readonly qualification: Qualification }) {
  const { t } = useLingui()
  const actor = useActor()
  const check = useCheckQualification()
  const withdraw = useWithdrawQualification()
  const [open, setOpen] = useState<'check' | 'withdraw'>()
  const close = () => setOpen(undefined)
  const { id, kind, title, awardedOn, checkedAt } = qualification
  return (
    <li className={styles.line}>
      <div>
        <b>{title}</b> <span className={styles.soft}>{t(kindWords[kind])}</span>
        <State qualification={qualification} />
      </div>
      <Row>
        {canCheck(actor) && awardedOn !== null && checkedAt === null && actor.personId !== qualification.personId && (
          <Button size="small" onPress={() => setOpen('check')}>
            <Trans>Check</Trans>
          </Button>
        )}
        {canEnter(actor, qualification) && (
          <Button kind="quiet" size="small" onPress={() => setOpen('withdraw')}>
            <Trans>Take back</Trans>
          </Button>
        )}
      </Row>
      {open === 'check' && (
        <SentenceDialog
          shape={qualificationCheck.input.shape.how}
          most={200}
          reasons={staffReasons}
          title={<Trans>Check: {title}</Trans>}
          label={<Trans>How did you see the certificate?</Trans>}
          act={<Trans>It is as entered</Trans>}
          onClose={close}
          send={(how) => check({ qualificationId: id, how })}
        />
      )}
      {open === 'withdraw' && (
        <SentenceDialog
          shape={qualificationWithdraw.input.shape.reason}
          most={300}
          reasons={staffReasons}
          title={<Trans>Take back: {title}</Trans>}
          label={<Trans>Why?</Trans>}
          act={<Trans>Take back</Trans>}
          onClose={close}
          send={(reason) => withdraw({ qualificationId: id, reason })}
        />
      )}
    </li>
  )
}

function State({ qualification: { awardedOn, dueOn, expiresOn, checkedByName, checkedHow } }: { readonly qualification: Qualification }) {
  const days = useDays()
  return (
    <ul className={styles.state}>
      {awardedOn !== null && (
        <li>
          <Trans>Awarded {days.day(awardedOn)}</Trans>
        </li>
      )}
      {dueOn !== null && (
        <li>
          <Trans>Worked towards until {days.day(dueOn)}</Trans>
        </li>
      )}
      {expiresOn !== null && (
        <li>
          {expiresOn < days.today ? <Trans>Over since {days.day(expiresOn)}</Trans> : <Trans>Holds until {days.day(expiresOn)}</Trans>}
        </li>
      )}
      {awardedOn !== null && (
        <li>
          {checkedByName === null ? (
            <Trans>Not checked yet: it does not count</Trans>
          ) : (
            <Trans>
              Checked by {checkedByName}: {checkedHow}
            </Trans>
          )}
        </li>
      )}
    </ul>
  )
}

function CpdList({ cpd, isOwn: canWithdraw }: { readonly cpd: readonly CpdEntry[]; readonly isOwn: boolean }) {
  const days = useDays()
  const withdraw = useWithdrawCpd()
  if (cpd.length === 0) return null
  return (
    <>
      <h3 className={styles.part}>CPD</h3>
      <ul className={styles.list}>
        {cpd.map(({ id, doneOn, minutes, what, learnt }) => (
          <li key={id} className={styles.line}>
            <div>
              <b>{what}</b>{' '}
              <span className={styles.soft}>
                <Trans>
                  {days.day(doneOn)}, {minutes} minutes
                </Trans>
              </span>
              <p>{learnt}</p>
            </div>
            {canWithdraw && (
              <Button kind="quiet" size="small" onPress={() => void withdraw.send({ entryId: id })}>
                <Trans>Take back</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
