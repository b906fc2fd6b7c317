// The band across a capture screen, in the group's cover: its name, the time, what has not been sent.
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useArrival } from './arrival.ts'
import { IconButton } from './Button.tsx'
import styles from './CoverBand.module.css'
import type { Cover } from './PageHeader.tsx'

interface CoverBandProps {
  readonly title: ReactNode
  readonly about?: ReactNode
  readonly cover: Cover
  /** Goes back; its label says where to: "Back to my groups". */
  readonly back?: { readonly label: string; readonly onPress: () => void }
  /** At the end: the sync chip. */
  readonly children?: ReactNode
}

export function CoverBand({ title, about, cover, back, children }: CoverBandProps) {
  const heading = useArrival()
  return (
    <header className={styles.band} data-cover={cover}>
      {back !== undefined && <IconButton icon={ChevronLeft} mirrors label={back.label} onPress={back.onPress} />}
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about !== undefined && <p>{about}</p>}
      </div>
      {children}
    </header>
  )
}
