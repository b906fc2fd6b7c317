// The witness statements of a unit: what was asked, what was signed, whether it counts as observation, and who confirmed it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { Registration } from '../registrations/contract.ts'
import type { StandardPack } from '../standards/contract.ts'
import { gapWords, howWords, useTestimonies } from './client.ts'
import type { Testimony, TestimonyRequest } from './contract.ts'
import { canTendTestimony } from './policy.ts'
import { RequestForm } from './RequestForm.tsx'
import { type TestimonyAct, TestimonyDialog } from './TestimonyDialog.tsx'
import styles from './TestimonyList.module.css'

interface TestimonyListProps {
  readonly registration: Registration
  readonly pack: StandardPack
}

export function TestimonyList({ registration, pack }: TestimonyListProps) {
  const asked = useTestimonies(registration.id)
  const isTending = canTendTestimony(useActor(), { units: [registration] })
  const [isAsking, setAsking] = useState(false)
  const [open, setOpen] = useState<{ readonly act: TestimonyAct; readonly request: TestimonyRequest }>()
  return (
    <AskedView asked={asked} isAgeSaid>
      {(requests) =>
        requests.length === 0 && !isTending ? null : (
          <Card title={<Trans>Witness statements</Trans>}>
            <ul className={styles.list}>
              {requests.map((request) => (
                <li key={request.id} className={styles.request}>
                  <RequestView request={request} />
                  {isTending && request.cancelled === null && <Acts request={request} onAct={(act) => setOpen({ act, request })} />}
                </li>
              ))}
            </ul>
            {isTending && registration.claimedAt === null && (
              <Button onPress={() => setAsking(true)}>
                <Trans>Ask a witness</Trans>
              </Button>
            )}
            {isAsking && <RequestForm registration={registration} pack={pack} onClose={() => setAsking(false)} />}
            {open !== undefined && <TestimonyDialog {...open} onClose={() => setOpen(undefined)} />}
          </Card>
        )
      }
    </AskedView>
  )
}

function RequestView({ request }: { readonly request: TestimonyRequest }) {
  const days = useDays()
  const { witnessName, activity, leaves, askedByName, askedAt, testimony, cancelled, linkEndsAt } = request
  return (
    <>
      <p>
        <b>{witnessName}</b>: {activity}
      </p>
      <p className={styles.soft}>
        <Trans>
          For {leaves.join(', ')}. Asked by {askedByName}, {days.moment(askedAt)}
        </Trans>
      </p>
      {cancelled !== null && (
        <p className={styles.soft}>
          <Trans>
            Taken back {days.moment(cancelled.at)}: {cancelled.reason}
          </Trans>
        </p>
      )}
      {testimony !== null && <TestimonyView testimony={testimony} />}
      {testimony === null && cancelled === null && (
        <p className={styles.soft}>
          {linkEndsAt === null ? <Trans>The link is shut.</Trans> : <Trans>Not signed yet. The link ends {days.moment(linkEndsAt)}.</Trans>}
        </p>
      )}
    </>
  )
}

function TestimonyView({ testimony }: { readonly testimony: Testimony }) {
  const { t } = useLingui()
  const days = useDays()
  const { signedName, signedPosition, signedAt, gaps, withdrawn, confirmations, contentHash } = testimony
  return (
    <ul className={styles.facts}>
      <li>
        <Trans>
          Signed by {signedName}, {signedPosition}, {days.moment(signedAt)}. Checksum {contentHash.slice(0, 12)}
        </Trans>
      </li>
      <li>
        {gaps.length === 0 ? (
          <b>
            <Trans>Counts as observation by an expert witness.</Trans>
          </b>
        ) : (
          <Trans>Supports only, because {gaps.map((gap) => t(gapWords[gap])).join('; ')}.</Trans>
        )}
      </li>
      {withdrawn !== null && (
        <li>
          <Trans>
            Taken back by the witness, {days.moment(withdrawn.at)}: {withdrawn.reason}
          </Trans>{' '}
          {withdrawn.isMark && <Trans>The unit had been claimed before; this is a mark.</Trans>}
        </li>
      )}
      {confirmations.map(({ how, confirmedOn, words, byName }) => (
        <li key={`${confirmedOn}${how}${words}`}>
          <Trans>
            Confirmed to {byName} {t(howWords[how])}, {days.day(confirmedOn)}. {words}
          </Trans>
        </li>
      ))}
    </ul>
  )
}

function Acts({ request, onAct }: { readonly request: TestimonyRequest; readonly onAct: (act: TestimonyAct) => void }) {
  return (
    <Row>
      {request.testimony !== null && (
        <Button size="small" onPress={() => onAct('confirm')}>
          <Trans>Record a confirmation</Trans>
        </Button>
      )}
      <Button size="small" onPress={() => onAct('link')}>
        <Trans>New link</Trans>
      </Button>
      {request.testimony === null && (
        <Button size="small" kind="quiet" onPress={() => onAct('cancel')}>
          <Trans>Take the request back</Trans>
        </Button>
      )}
    </Row>
  )
}
