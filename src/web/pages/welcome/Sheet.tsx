// A white sheet on a cover, for pages outside the application.
import type { ReactNode } from 'react'
import { useArrival } from '../../ui/arrival.ts'
import { Stack } from '../../ui/Layout.tsx'
import { Mark } from '../shell/Mark.tsx'
import styles from './Sheet.module.css'

export function Sheet({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  const heading = useArrival()
  return (
    <main className={styles.cover} data-cover="bottle">
      <div className={styles.sheet}>
        <Mark />
        <Stack>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {children}
        </Stack>
      </div>
    </main>
  )
}
