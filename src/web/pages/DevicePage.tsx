// This device: one's PIN on it, locking it now, and for administrators every device of the organisation.
import { Trans } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import { useDevices } from '../../common/devices/client.ts'
import { DeviceList } from '../../common/devices/DeviceList.tsx'
import { canManageDevices } from '../../common/devices/policy.ts'
import { device, useAccess } from '../device.ts'
import { useActor } from '../member.ts'
import { AskedView } from '../ui/AskedView.tsx'
import { Button } from '../ui/Button.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Card, PageHeader } from '../ui/PageHeader.tsx'
import { ChoosePinForm } from './door/ChoosePinForm.tsx'
import { StorageNotice } from './door/StorageNotice.tsx'

export function DevicePage() {
  const actor = useActor()
  return (
    <>
      <PageHeader
        title={<Trans>This device</Trans>}
        actions={
          <Button icon={Lock} onPress={() => void device().access.lock()}>
            <Trans>Lock it now</Trans>
          </Button>
        }
      />
      <Stack gap="large">
        <StorageNotice />
        <Card title={<Trans>Your PIN here</Trans>}>
          <OwnPin />
        </Card>
        {canManageDevices(actor) && <AllDevices />}
      </Stack>
    </>
  )
}

function OwnPin() {
  const access = useAccess()
  if (access.state !== 'open') return null
  if (!access.person.hasPin) return <ChoosePinForm isOwnPage={false} onChosen={(pin) => device().access.choosePin(pin)} />
  return (
    <p>
      <Trans>You have one. To change it, lock the device and choose “I forgot my PIN”.</Trans>
    </p>
  )
}

function AllDevices() {
  const asked = useDevices()
  return (
    <Card title={<Trans>Devices of the organisation</Trans>}>
      <p>
        <Trans>On a device that is out of use, no PIN signs anybody in. Whoever signs in there with a password begins anew.</Trans>
      </p>
      <AskedView asked={asked}>{({ devices }) => <DeviceList devices={devices} />}</AskedView>
    </Card>
  )
}
