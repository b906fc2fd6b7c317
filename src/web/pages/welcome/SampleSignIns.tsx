// At the sample's door: who is there to be, by address and role, and the one password.
import { Trans, useLingui } from '@lingui/react/macro'
import { roleWords } from '../../../common/people/client.ts'
import { type SignInOfSample, samplePassword, signIns } from '../../../sample/cast.ts'
import { Card } from '../../ui/PageHeader.tsx'
import styles from './SampleSignIns.module.css'

export function SampleSignIns() {
  return (
    <Card title={<Trans>Look round as one of these</Trans>}>
      <p>
        <Trans>
          Everybody’s password is <b>{samplePassword}</b>
        </Trans>
      </p>
      <ul className={styles.people}>
        {signIns().map((one) => (
          <li key={one.email}>
            <b>{one.email}</b>
            <br />
            <Who {...one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Who({ name, places }: SignInOfSample) {
  const { t } = useLingui()
  const parts = places.map(({ organisation, roles }) => `${roles.map((role) => t(roleWords[role])).join(', ')}, ${organisation}`)
  return `${name}. ${parts.join('; ')}`
}
