// What a practitioner has offered as evidence, and where it went.
import { Trans } from '@lingui/react/macro'
import { useBridge } from '../../../common/letters/client.ts'
import { OfferedList } from '../../../school/descriptors/OfferedList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import styles from './OfferedPage.module.css'
import { Portfolios } from './Portfolios.tsx'
import { SessionOffers } from './SessionOffers.tsx'

export function OfferedPage() {
  const bridge = useBridge()
  return (
    <>
      <PageHeader title={<Trans>My evidence</Trans>} about={<Trans>Sentences about your own work that went to your portfolio</Trans>} />
      <div className={styles.parts}>
        {bridge.state === 'answered' && !bridge.answer.isOn && (
          <Notice kind="info" title={<Trans>The bridge is off</Trans>}>
            <Trans>Your head or data lead switches it on, once, for the school.</Trans>
          </Notice>
        )}
        <Card title={<Trans>Offered</Trans>}>
          <OfferedList />
        </Card>
        <SessionOffers />
        {bridge.state === 'answered' && bridge.answer.isOn && (
          <Card title={<Trans>My portfolios</Trans>}>
            <Portfolios />
          </Card>
        )}
      </div>
    </>
  )
}
