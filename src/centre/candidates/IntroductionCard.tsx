// Who the candidate is and where she begins: profile, skill scan, prior learning as context, notices with their day.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { Registration } from '../registrations/contract.ts'
import { leafNames } from '../standards/client.ts'
import type { StandardPack } from '../standards/contract.ts'
import { answerWords, noticeWords, useIntroduction, useWithdrawPriorLearning } from './client.ts'
import type { Introduction } from './contract.ts'
import styles from './IntroductionCard.module.css'
import { PriorLearningForm } from './PriorLearningForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { canIntroduce, canNotePriorLearning } from './policy.ts'
import { ScanForm } from './ScanForm.tsx'

interface IntroductionCardProps {
  readonly registration: Registration
  readonly pack: StandardPack
}

export function IntroductionCard({ registration, pack }: IntroductionCardProps) {
  const actor = useActor()
  const asked = useIntroduction(registration.id)
  const [open, setOpen] = useState<'profile' | 'scan' | 'prior'>()
  const close = () => setOpen(undefined)
  const isOwn = canIntroduce(actor, registration)
  const known = asked.state === 'answered' ? asked.answer : undefined
  return (
    <Card title={isOwn ? <Trans>About me</Trans> : <Trans>About {registration.candidateName}</Trans>}>
      <AskedView asked={asked}>{(introduction) => <Shown introduction={introduction} registration={registration} pack={pack} />}</AskedView>
      <div className={styles.acts}>
        <Row>
          {isOwn && (
            <>
              <Button size="small" onPress={() => setOpen('profile')}>
                <Trans>Say who you are</Trans>
              </Button>
              <Button size="small" onPress={() => setOpen('scan')}>
                <Trans>Skill scan</Trans>
              </Button>
            </>
          )}
          {canNotePriorLearning(actor, registration) && (
            <Button size="small" onPress={() => setOpen('prior')}>
              <Trans>Note prior learning</Trans>
            </Button>
          )}
        </Row>
      </div>
      {open === 'profile' && <ProfileForm start={known?.profile ?? null} onClose={close} />}
      {open === 'scan' && <ScanForm registrationId={registration.id} pack={pack} said={known?.scan ?? []} onClose={close} />}
      {open === 'prior' && <PriorLearningForm registrationId={registration.id} onClose={close} />}
    </Card>
  )
}

function Shown({ introduction, registration, pack }: IntroductionCardProps & { readonly introduction: Introduction }) {
  const { t } = useLingui()
  const days = useDays()
  const { profile, scan, priorLearning, notices } = introduction
  const names = leafNames(pack)
  return (
    <>
      {profile === null ? (
        <p className={styles.soft}>
          <Trans>Nothing said yet.</Trans>
        </p>
      ) : (
        <dl className={styles.facts}>
          <Fact name={<Trans>Experience</Trans>} said={profile.experience} />
          <Fact name={<Trans>Job</Trans>} said={profile.job} />
          <Fact name={<Trans>Setting</Trans>} said={profile.setting} />
          <Fact name={<Trans>Adjustments and needs to be known</Trans>} said={profile.needs} />
        </dl>
      )}
      {scan.length > 0 && (
        <>
          <h3 className={styles.part}>
            <Trans>Skill scan: context, never evidence</Trans>
          </h3>
          <ul className={styles.lines}>
            {scan.map(({ leaf, answer, words }) => (
              <li key={leaf}>
                <b>{leaf}</b> {names.get(leaf)}: {t(answerWords[answer])}
                {words !== '' && <span className={styles.soft}> {words}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <PriorLearning registration={registration} notes={priorLearning} />
      {notices.map(({ id, kind, acknowledgedAt }) => (
        <p key={id} className={styles.soft}>
          {t(noticeWords[kind])}:{' '}
          {acknowledgedAt === null ? <Trans>not read yet</Trans> : <Trans>read {days.moment(acknowledgedAt)}</Trans>}
        </p>
      ))}
    </>
  )
}

function Fact({ name, said }: { readonly name: ReactNode; readonly said: string }) {
  if (said === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{said}</dd>
    </div>
  )
}

function PriorLearning({ registration, notes }: { readonly registration: Registration; readonly notes: Introduction['priorLearning'] }) {
  const actor = useActor()
  const withdraw = useWithdrawPriorLearning()
  if (notes.length === 0) return null
  return (
    <>
      <h3 className={styles.part}>
        <Trans>Prior learning: context, never evidence</Trans>
      </h3>
      <ul className={styles.lines}>
        {notes.map(({ id, what, gainedIn, saidByName }) => (
          <li key={id} className={styles.line}>
            <span>
              {what}, {gainedIn}{' '}
              <span className={styles.soft}>
                <Trans>noted by {saidByName}</Trans>
              </span>
            </span>
            {canNotePriorLearning(actor, registration) && (
              <Button size="small" kind="quiet" onPress={() => void withdraw.send({ registrationId: registration.id, noteId: id })}>
                <Trans>Take back</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
