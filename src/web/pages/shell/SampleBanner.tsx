// Says that this is the sample, on every page of it, so that nobody takes it for their school.
import { Trans } from '@lingui/react/macro'
import { useInstallation } from '../../installation.ts'
import styles from './SampleBanner.module.css'

export function SampleBanner() {
  if (useInstallation() !== 'demo') return null
  return (
    <p className={styles.sample}>
      <b>
        <Trans>Sample.</Trans>
      </b>{' '}
      <Trans>Everyone here is made up.</Trans>
    </p>
  )
}
