// For the head and the data lead: the bridge's switch and the register of what left the school.
import { Trans } from '@lingui/react/macro'
import { BridgeSwitch } from '../../../common/letters/BridgeSwitch.tsx'
import { LetterRegister } from '../../../common/letters/LetterRegister.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import styles from './BridgePage.module.css'

export function BridgePage() {
  return (
    <>
      <PageHeader
        title={<Trans>Evidence that leaves</Trans>}
        about={<Trans>What practitioners offer to their portfolios, and nothing more</Trans>}
      />
      <div className={styles.parts}>
        <BridgeSwitch />
        <LetterRegister />
      </div>
    </>
  )
}
