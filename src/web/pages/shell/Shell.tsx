// What stands around every page of the application: the door, the rail, the bar with organisation, words and help, and what must be said.
import { Trans } from '@lingui/react/macro'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useExpectedContacts } from '../../../school/safeguarding/client.ts'
import { useMember } from '../../member.ts'
import { Loading } from '../../ui/Notice.tsx'
import { part } from '../../ui/part.tsx'
import { useRootMark } from '../../ui/root-mark.ts'
import { WelcomeDoor } from '../welcome/WelcomeDoor.tsx'
import { Banners } from './Banners.tsx'
import { Rail } from './Rail.tsx'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

/** Fetched in a centre alone. */
const NameGuard = part(async () => (await import('../centre/NameGuard.tsx')).NameGuard, Loading)

export function Shell() {
  return (
    <WelcomeDoor>
      <Inside />
    </WelcomeDoor>
  )
}

function Inside() {
  const member = useMember()
  useRootMark('rail')
  useExpectedContacts(member.kind === 'school' ? member.organisationId : undefined)
  return (
    <div className={styles.shell}>
      <a href="#page" className={styles.skip}>
        <Trans>Skip to the page</Trans>
      </a>
      <Rail member={member} />
      <div className={styles.beside}>
        <TopBar member={member} />
        <main id="page" tabIndex={-1} className={styles.page}>
          <Banners />
          <Guarded isCentre={member.kind === 'centre'}>
            <Outlet key={member.organisationId} />
          </Guarded>
        </main>
      </div>
    </div>
  )
}

/** In a centre no learner is named. */
function Guarded({ isCentre, children }: { readonly isCentre: boolean; readonly children: ReactNode }) {
  return isCentre ? <NameGuard>{children}</NameGuard> : children
}
