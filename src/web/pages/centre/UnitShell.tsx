// A unit of a portfolio: whose, which, how far and with whom in its head, and its places as tabs.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useUnit } from '../../../centre/decisions/client.ts'
import type { Unit } from '../../../centre/decisions/contract.ts'
import { TakeOut } from '../../../centre/portfolios/TakeOut.tsx'
import type { Registration } from '../../../centre/registrations/contract.ts'
import { isItsAssessor, isItsCandidate } from '../../../centre/registrations/policy.ts'
import { useOpenUnits } from '../../../centre/verifiers/client.ts'
import { isVerifier } from '../../../centre/verifiers/policy.ts'
import { useDays } from '../../days.ts'
import { whenIdle } from '../../idle.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState, Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { paths, useIdOf } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { peopleOf, usePeopleOfUnit } from './NameGuard.tsx'
import { firstPlace, places } from './places.ts'
import styles from './UnitShell.module.css'

export function UnitShell() {
  const { place }: { readonly place?: string } = useParams({ strict: false })
  // Each place looks again whether the unit is still open to a verifier from outside.
  return isVerifier(useActor()) ? <WhileOpen key={place} /> : <Shell />
}

/** An account may end while its verifier reads: then the page says so, whatever place is open. */
function WhileOpen() {
  const registrationId = useIdOf('registrationId')
  const asked = useOpenUnits()
  const open = asked.state === 'answered' ? asked.answer.units.find(({ registration }) => registration.id === registrationId) : undefined
  const isOver = useIsOver(open?.endsAt)
  if (asked.state !== 'answered' || asked.isKept) return <Shell />
  return open === undefined || isOver ? <NotOpen lastEndedAt={isOver ? open?.endsAt : asked.answer.lastEndedAt} /> : <Shell />
}

/** Whether a moment has come, noticed when it comes. */
function useIsOver(at: string | undefined): boolean {
  const [, setNow] = useState(0)
  const left = at === undefined ? undefined : Date.parse(at) - Date.now()
  useEffect(() => {
    // A timer of more than 24 days would fire at once.
    if (left === undefined || left <= 0 || left > 86_400_000) return undefined
    const timer = setTimeout(() => setNow(Date.now()), left + 500)
    return () => clearTimeout(timer)
  }, [left])
  return left !== undefined && left <= 0
}

function NotOpen({ lastEndedAt }: { readonly lastEndedAt: string | null | undefined }) {
  const days = useDays()
  return (
    <>
      <PageHeader title={<Trans>This unit is not open to you</Trans>} />
      <EmptyState
        title={
          lastEndedAt == null ? (
            <Trans>The centre opens units until a day</Trans>
          ) : (
            <Trans>Your account ended {days.moment(lastEndedAt)}</Trans>
          )
        }
      >
        <Trans>What you signed stands. If you need to read on, ask the centre to open the unit again.</Trans>
      </EmptyState>
      <p>
        <ButtonLink href="/verify" leadsOn>
          <Trans>What is open to me</Trans>
        </ButtonLink>
      </p>
    </>
  )
}

function Shell() {
  const registrationId = useIdOf('registrationId')
  const asked = useUnit(registrationId)
  if (asked.state === 'failed' && (asked.refusal.code === 'not_found' || asked.refusal.code === 'invalid')) return <NotFoundPage />
  return (
    <AskedView asked={asked} isAgeSaid>
      {(unit) => <Found key={registrationId} unit={unit} />}
    </AskedView>
  )
}

function Found({ unit }: { readonly unit: Unit }) {
  const { place: slug }: { readonly place?: string } = useParams({ strict: false })
  useFirstPlace(unit.registration.id, slug)
  usePeopleOfUnit(peopleOf(unit.registration))
  if (slug !== undefined && places.every((place) => place.slug !== slug)) return <NotFoundPage />
  return (
    <>
      <Head unit={unit} />
      <Ended registration={unit.registration} />
      {slug !== undefined && <Places unit={unit} slug={slug} />}
    </>
  )
}

function Head({ unit: { registration, leaves } }: { readonly unit: Unit }) {
  const actor = useActor()
  const { candidateName, candidateNumber, unitNumber, unitTitle, assessorName } = registration
  const met = leaves.filter(({ isComplete }) => isComplete).length
  const all = leaves.length
  return (
    <PageHeader
      cover="plum"
      title={
        isItsCandidate(actor, registration) ? (
          <Trans>
            Unit {unitNumber}: {unitTitle}
          </Trans>
        ) : (
          <Trans>
            {candidateName}, unit {unitNumber}: {unitTitle}
          </Trans>
        )
      }
      about={
        <>
          {/* On paper the page must say whose it is. */}
          <span className={styles.onPaper}>{candidateName}. </span>
          <Trans>
            {met} of {all} met. Assessor: {assessorName}. Candidate number {candidateNumber}
          </Trans>
        </>
      }
      actions={
        <>
          {isItsAssessor(actor, registration) && (
            <ButtonLink kind="primary" href={`/assess/${registration.id}`}>
              <Trans>Assess</Trans>
            </ButtonLink>
          )}
          <TakeOut registrationId={registration.id} />
        </>
      }
    />
  )
}

/** Said before anybody writes something that would be refused. */
function Ended({ registration: { closesOn, claimedAt } }: { readonly registration: Registration }) {
  const { today, day } = useDays()
  if (closesOn == null || closesOn >= today || claimedAt !== null) return null
  return (
    <Notice kind="warn" title={<Trans>The registration ended on {day(closesOn)}</Trans>}>
      <Trans>
        Nothing new is taken in. What is there can be written up, countersigned and signed. The centre can set another last day.
      </Trans>
    </Notice>
  )
}

function Places({ unit: { registration, pack }, slug }: { readonly unit: Unit; readonly slug: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const place = places.find((one) => one.slug === slug)
  useOtherPlaces()
  return (
    <Tabs
      label={t`Places of the unit`}
      tabs={places.map(({ slug: id, label }) => ({ id, label: t(label) }))}
      selected={slug}
      onSelect={(id) => void navigate({ to: paths.unit(registration.id, id) as string, replace: true })}
    >
      {place !== undefined && <place.Component registration={registration} pack={pack} />}
    </Tabs>
  )
}

/** The scripts of the other places come while there is nothing else to do: a tap on a tab has only to ask and to draw. */
function useOtherPlaces(): void {
  useEffect(
    () =>
      whenIdle(async () => {
        for (const { Component } of places) await Component.prepare()
      }),
    [],
  )
}

/** Goes on to the first place when the address names none. */
function useFirstPlace(registrationId: string, slug: string | undefined): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (slug === undefined) void navigate({ to: paths.unit(registrationId, firstPlace) as string, replace: true })
  }, [slug, navigate, registrationId])
}
