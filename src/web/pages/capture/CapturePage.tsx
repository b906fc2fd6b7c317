// The capture entry behind the door: the group of this lesson in one tap at most, then its screen.
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleQuestionMark } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { type ShownDay, useCaptureDay } from '../../../school/observations/client.ts'
import { useExpectedContacts } from '../../../school/safeguarding/client.ts'
import { dayWords, timeWords } from '../../days.ts'
import { useAccess } from '../../device.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CoverBand } from '../../ui/CoverBand.tsx'
import { EmptyState, Loading } from '../../ui/Notice.tsx'
import { PinGate } from '../door/PinGate.tsx'
import styles from './CapturePage.module.css'
import { CaptureScreen } from './CaptureScreen.tsx'
import { useChosenGroup } from './chosen-group.ts'
import { GroupChoice } from './lazy-parts.ts'
import { Notices } from './Notices.tsx'
import { Sync } from './Sync.tsx'
import { useVisibleHeight } from './useVisibleHeight.ts'

export function CapturePage() {
  useVisibleHeight()
  const access = useAccess()
  if (access.state !== 'open') return null
  const here = access.memberships.find(({ organisationId }) => organisationId === access.person.organisationId)
  return <PinGate>{here?.kind === 'centre' ? <NotHere /> : <Today />}</PinGate>
}

function Today() {
  const now = useNow()
  useAskedForStart()
  const day = useCaptureDay(now)
  const access = useAccess()
  useExpectedContacts(access.state === 'open' ? access.person.organisationId : undefined)
  if (day.state === 'ready') return <Groups shown={day.shown} now={now} />
  return (
    <Frame title={<Trans>Capture</Trans>}>
      {day.state === 'loading' ? (
        <Loading />
      ) : (
        <EmptyState
          title={<Trans>Today’s groups are not on this device yet</Trans>}
          action={
            <Button kind="primary" onPress={day.again}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>Open this page once where there is a network. After that it works without one.</Trans>
        </EmptyState>
      )}
    </Frame>
  )
}

function Groups({ shown, now }: { readonly shown: ShownDay; readonly now: Date }) {
  const { t, i18n } = useLingui()
  const { chosen, choose } = useChosenGroup()
  const [only] = shown.groups
  const group = shown.groups.length === 1 ? only : shown.groups.find(({ id }) => id === chosen)
  if (group === undefined) {
    return (
      <Frame title={<Trans>Which group?</Trans>}>
        <GroupChoice groups={shown.groups} onChoose={choose} />
      </Frame>
    )
  }
  const back =
    shown.groups.length === 1
      ? { label: t`Back to the start page`, onPress: () => location.assign('/') }
      : { label: t`Back to the groups`, onPress: () => choose(undefined) }
  const band = (
    <CoverBand
      title={group.name}
      about={`${dayWords(i18n, shown.day, shown.day)}, ${timeWords(i18n, now.toISOString())}`}
      cover={group.cover}
      back={back}
    >
      <BandEnd />
    </CoverBand>
  )
  return <CaptureScreen key={group.id} shown={shown} group={group} band={band} notices={<Notices />} />
}

/** A page of capture without a group. */
function Frame({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  const { t } = useLingui()
  return (
    <main className={styles.page}>
      <CoverBand title={title} cover="slate" back={{ label: t`Back to the start page`, onPress: () => location.assign('/') }}>
        <BandEnd />
      </CoverBand>
      <div className={styles.body}>
        <Notices />
        {children}
      </div>
    </main>
  )
}

function NotHere() {
  return (
    <Frame title={<Trans>Capture</Trans>}>
      <EmptyState
        title={<Trans>Capture belongs to a school</Trans>}
        action={
          <Button kind="primary" onPress={() => location.assign('/')}>
            <Trans>Go to the start page</Trans>
          </Button>
        }
      >
        <Trans>You are in a centre now. Switch to your school on the start page.</Trans>
      </EmptyState>
    </Frame>
  )
}

/** The start page opens without a network after capture did. */
function useAskedForStart(): void {
  useEffect(() => void import('./for-start.ts').then(({ askForStart }) => askForStart()).catch(() => undefined), [])
}

const tick = 10_000

/** The time, for the band and for what counts as today. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tick)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Help stands at the end of the top of every page; here beside what is not sent. */
function BandEnd() {
  const { t } = useLingui()
  return (
    <>
      <IconButton icon={CircleQuestionMark} label={t`Help`} onPress={() => location.assign('/help')} />
      <Sync />
    </>
  )
}
