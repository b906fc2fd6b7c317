// A session's page: its group, day and time in the cover's band, and its places as tabs; the first is shown when the address names none.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { useEffect } from 'react'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { useSession } from '../../../school/sessions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { SessionActs } from '../../../school/sessions/SessionActs.tsx'
import { SessionWhen } from '../../../school/sessions/SessionWhen.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { paths, useIdOf } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { useAheadOf } from './ahead.ts'
import { placesFor, type SessionPlace } from './places.ts'

export function SessionPage() {
  const sessionId = useIdOf('sessionId')
  const asked = useSession(sessionId)
  return (
    <AskedView asked={asked} whenRefused={<NotFoundPage />} isAgeSaid>
      {(session) => <Found key={sessionId} session={session} />}
    </AskedView>
  )
}

function Found({ session }: { readonly session: ShownSession }) {
  const { place: slug }: { readonly place?: string } = useParams({ strict: false })
  const isStaff = isClassroomStaff(useActor())
  const places = placesFor(isStaff)
  useFirstPlace(session.id, slug, places)
  // Each place opens without a network once one of them was open.
  useAheadOf(isStaff ? session : undefined)
  if (slug !== undefined && places.every((place) => place.slug !== slug)) return <NotFoundPage />
  return (
    <>
      <Head session={session} />
      {session.isCancelled && <Notice kind="warn" title={<Trans>This session is cancelled.</Trans>} />}
      {session.takenBy !== null && <Notice title={<Trans>{session.takenBy.name} takes this session.</Trans>} />}
      {places.length > 0 && slug !== undefined && <Places session={session} slug={slug} places={places} />}
    </>
  )
}

function Head({ session }: { readonly session: ShownSession }) {
  const { groupId, groupName, subject, cover, takenBy } = session
  const actor = useActor()
  const isStaff = isClassroomStaff(actor)
  return (
    <PageHeader
      title={groupName}
      cover={cover}
      about={
        <>
          {subject}
          {', '}
          <SessionWhen session={session} />
        </>
      }
      actions={
        isStaff && (
          <>
            <ButtonLink icon={PenLine} kind="primary" href={paths.capture(groupId)}>
              <Trans>Capture</Trans>
            </ButtonLink>
            {takenBy?.personId !== actor.personId && <SessionActs session={session} />}
          </>
        )
      }
    />
  )
}

interface PlacesProps {
  readonly session: ShownSession
  readonly slug: string
  readonly places: readonly SessionPlace[]
}

function Places({ session, slug, places }: PlacesProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const place = places.find((one) => one.slug === slug)
  return (
    <Tabs
      label={t`Places of the session`}
      tabs={places.map(({ slug: id, label }) => ({ id, label: t(label) }))}
      selected={slug}
      onSelect={(id) => void navigate({ to: paths.session(session.id, id) as string, replace: true })}
    >
      {place !== undefined && <place.Component session={session} />}
    </Tabs>
  )
}

/** Goes on to the first place when the address names none. */
function useFirstPlace(sessionId: string, slug: string | undefined, places: readonly SessionPlace[]): void {
  const navigate = useNavigate()
  const first = places[0]?.slug
  useEffect(() => {
    if (slug === undefined && first !== undefined) void navigate({ to: paths.session(sessionId, first) as string, replace: true })
  }, [slug, first, navigate, sessionId])
}
