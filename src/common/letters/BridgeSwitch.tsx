// The bridge's switch: what may leave when it is on, who switched it on, and the act itself.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './BridgeSwitch.module.css'
import { type BridgeState, useBridge, useBridgeSwitch } from './client.ts'

export function BridgeSwitch() {
  const asked = useBridge()
  const { on, off } = useBridgeSwitch()
  const words = useRefusalWords({})
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  const refusal = on.refusal ?? off.refusal
  const { isOn } = asked.answer
  return (
    <Card title={<Trans>May evidence leave this school?</Trans>}>
      <div className={styles.content}>
        <State bridge={asked.answer} />
        <ul className={styles.facts}>
          <li>
            <Trans>
              Practitioners may offer their own records to their portfolios at a college: one sentence, and where the record lies.
            </Trans>
          </li>
          <li>
            <Trans>A learner is a letter in it, “Learner B”. The key stays here. A sentence with a learner’s name is refused.</Trans>
          </li>
          <li>
            <Trans>The record itself, photos and the children’s names never leave. Everything that leaves is listed below.</Trans>
          </li>
        </ul>
        {isOn && (
          <p className={styles.soft}>
            <Trans>
              A college on another installation may ask for this school’s fingerprint: <b>{asked.answer.fingerprint}</b>
            </Trans>
          </p>
        )}
        {refusal !== undefined && (
          <Notice kind="bad" isLive>
            {words(refusal)}
          </Notice>
        )}
        {isOn ? (
          <Button kind="quiet" isPending={off.isSending} onPress={() => void off.send({})}>
            <Trans>Switch off</Trans>
          </Button>
        ) : (
          <Button kind="primary" isPending={on.isSending} onPress={() => void on.send({})}>
            <Trans>Switch on for the school</Trans>
          </Button>
        )}
      </div>
    </Card>
  )
}

function State({ bridge: { isOn, onAt, onByName } }: { readonly bridge: BridgeState }) {
  const days = useDays()
  if (!isOn || onAt === null)
    return (
      <p role="status">
        <b>
          <Trans>Off.</Trans>
        </b>{' '}
        <Trans>Nothing leaves.</Trans>
      </p>
    )
  return (
    <p role="status">
      <b>
        <Trans>On.</Trans>
      </b>{' '}
      <Trans>
        {onByName} switched it on, {days.moment(onAt)}.
      </Trans>
    </p>
  )
}
