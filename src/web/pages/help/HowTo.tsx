// How the things of one's own roles are done: a line each, opened by a tap.
import { Trans, useLingui } from '@lingui/react/macro'
import { useActor } from '../../member.ts'
import { Card } from '../../ui/PageHeader.tsx'
import styles from './HowTo.module.css'
import { howTos } from './how-to.ts'

export function HowTo() {
  const { t } = useLingui()
  const { roles } = useActor()
  const mine = howTos.filter((one) => one.roles.some((role) => roles.includes(role)))
  if (mine.length === 0) return null
  return (
    <Card title={<Trans>How do I …</Trans>}>
      <div className={styles.list}>
        {mine.map(({ title, steps }) => (
          <details key={title.id} className={styles.one}>
            <summary>{t(title)}</summary>
            <p>{t(steps)}</p>
          </details>
        ))}
      </div>
    </Card>
  )
}
