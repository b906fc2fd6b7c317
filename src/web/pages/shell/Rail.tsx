// The rail at a desk, the bar at the foot of a phone: the same places in the same order.
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Ellipsis, type LucideIcon } from 'lucide-react'
import type { Member } from '../../member.ts'
import { classes } from '../../ui/classes.ts'
import { Mark } from './Mark.tsx'
import { type Destination, destinationsFor } from './navigation.ts'
import styles from './Rail.module.css'

/** So many fit beside each other on the narrowest phone, "More" with them. */
export const placesOnPhone = 4

export function Rail({ member }: { readonly member: Member }) {
  const { t } = useLingui()
  const places = destinationsFor(member)
  return (
    <nav aria-label={t`Main`} className={styles.rail}>
      <div className={styles.mark}>
        <Mark />
      </div>
      {places.map((destination, place) => (
        <Place key={destination.to} destination={destination} isForDesk={place >= placesOnPhone} />
      ))}
      <Link to="/more" className={classes(styles.place, styles.forPhone)}>
        <Inside icon={Ellipsis} words={t`More`} />
      </Link>
    </nav>
  )
}

function Place({ destination, isForDesk }: { readonly destination: Destination; readonly isForDesk: boolean }) {
  const { t } = useLingui()
  const { to, label, icon, isOwnEntry = false } = destination
  const look = classes(styles.place, isForDesk && styles.forDesk)
  const inside = <Inside icon={icon} words={t(label)} />
  if (isOwnEntry) {
    return (
      <a href={to} className={look}>
        {inside}
      </a>
    )
  }
  return (
    <Link to={to} activeOptions={{ exact: to === '/' }} className={look}>
      {inside}
    </Link>
  )
}

function Inside({ icon: Icon, words }: { readonly icon: LucideIcon; readonly words: string }) {
  return (
    <>
      <Icon aria-hidden="true" />
      {words}
    </>
  )
}
