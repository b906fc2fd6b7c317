// Devices that people of the organisation signed in on, each of which an administrator can take out of use.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { useRevoking } from './client.ts'
import type { Device } from './contract.ts'
import styles from './DeviceList.module.css'

export function DeviceList({ devices }: { readonly devices: readonly Device[] }) {
  const revoking = useRevoking()
  const words = useRefusalWords({})
  return (
    <>
      {revoking.refusal !== undefined && <Notice kind="bad" isLive title={words(revoking.refusal)} />}
      <ul className={styles.list}>
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} onRevoke={() => void revoking.send({ deviceId: device.id })} />
        ))}
      </ul>
    </>
  )
}

function DeviceLine({ device, onRevoke }: { readonly device: Device; readonly onRevoke: () => void }) {
  const days = useDays()
  const { name, people, revokedAt } = device
  const who = people.map((person) => person.name).join(', ')
  const last = people
    .map(({ lastFullSignInAt }) => lastFullSignInAt)
    .sort()
    .at(-1)
  const lastWords = last === undefined ? '' : days.moment(last)
  const revokedWords = revokedAt === null ? '' : days.moment(revokedAt)
  return (
    <li className={styles.device}>
      <div>
        <h3>{name}</h3>
        <p>{who}</p>
        <p className={styles.when}>
          {revokedAt === null ? <Trans>Last signed in {lastWords}</Trans> : <Trans>Out of use since {revokedWords}</Trans>}
        </p>
      </div>
      {revokedAt === null && (
        <Button size="small" onPress={onRevoke}>
          <Trans>Take out of use</Trans>
        </Button>
      )}
    </li>
  )
}
