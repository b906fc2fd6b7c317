// What a standard says of itself: codes, size, ends, the strategy; and plainly what is not known of it.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useDays } from '../../web/days.ts'
import { Notice } from '../../web/ui/Notice.tsx'
import type { StandardPack } from './contract.ts'
import styles from './StandardFacts.module.css'

export function StandardFacts({ pack }: { readonly pack: StandardPack }) {
  const days = useDays()
  const notKnown = <Trans>not known here</Trans>
  return (
    <>
      {!pack.isComplete && <NotWhole pack={pack} />}
      <dl className={styles.facts}>
        <Fact name={<Trans>Awarding body</Trans>}>{pack.awardingBody}</Fact>
        <Fact name={<Trans>Qualification</Trans>}>{pack.qualification}</Fact>
        <Fact name={<Trans>Unit reference</Trans>}>{pack.unitReference ?? notKnown}</Fact>
        <Fact name={<Trans>Level</Trans>}>{pack.level}</Fact>
        <Fact name={<Trans>Credits</Trans>}>{pack.credits ?? notKnown}</Fact>
        <Fact name={<Trans>Guided learning hours</Trans>}>{pack.guidedLearningHours ?? notKnown}</Fact>
        <Fact name={<Trans>Last day to register</Trans>}>
          {pack.registrationEndsOn === null ? notKnown : days.day(pack.registrationEndsOn)}
        </Fact>
        <Fact name={<Trans>Last day to certificate</Trans>}>
          {pack.certificationEndsOn === null ? notKnown : days.day(pack.certificationEndsOn)}
        </Fact>
      </dl>
      {pack.assessmentStrategy !== '' && (
        <p className={styles.strategy}>
          <b>
            <Trans>Assessment strategy.</Trans>
          </b>{' '}
          {pack.assessmentStrategy}
        </p>
      )}
    </>
  )
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NotWhole({ pack: { leaves } }: { readonly pack: StandardPack }) {
  return (
    <Notice kind="warn" title={<Trans>Not all criteria of this unit are known to Evident</Trans>}>
      {leaves.length === 0 ? (
        <Trans>Only its head is here. Evidence can’t be decided on it, and it never counts as complete.</Trans>
      ) : (
        <Trans>What is known can be worked on and decided. The unit never counts as complete while criteria are missing.</Trans>
      )}
    </Notice>
  )
}
