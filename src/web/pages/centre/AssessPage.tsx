// A candidate's unit for her assessor: the queue beside, the item in the middle, its criteria and the coverage at the end.
import { Trans } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCandidateUnit, useQueue } from '../../../centre/decisions/client.ts'
import type { Decision, QueueEntry, Unit } from '../../../centre/decisions/contract.ts'
import { DecidePanel } from '../../../centre/decisions/DecidePanel.tsx'
import { DecisionList } from '../../../centre/decisions/DecisionList.tsx'
import { LeafDialog } from '../../../centre/decisions/LeafDialog.tsx'
import { QueueList } from '../../../centre/decisions/QueueList.tsx'
import { UnitCoverage } from '../../../centre/decisions/UnitCoverage.tsx'
import { PlanDiscussion } from '../../../centre/discussions/PlanDiscussion.tsx'
import { EvidenceCard } from '../../../centre/evidence/EvidenceCard.tsx'
import { EvidenceForm } from '../../../centre/evidence/EvidenceForm.tsx'
import { isHeldElsewhere } from '../../../centre/evidence/rules.ts'
import { SeenInPlace } from '../../../centre/evidence/SeenInPlace.tsx'
import { ItemFeedbackList } from '../../../centre/itemfeedback/ItemFeedbackList.tsx'
import { useOtherUnits } from '../../../centre/registrations/client.ts'
import { FileActs } from '../../../centre/uploads/FileActs.tsx'
import { useRefusalWords } from '../../messages.ts'
import { Button, ButtonLink, TextLink } from '../../ui/Button.tsx'
import { EmptyState, Loading, Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import styles from './AssessPage.module.css'
import { peopleOf, usePeopleOfUnit } from './NameGuard.tsx'

export function AssessPage() {
  const { registrationId, evidenceId } = useParams({ strict: false }) as { registrationId?: string; evidenceId?: string }
  const asked = useCandidateUnit(registrationId)
  const queue = useQueue()
  const words = useRefusalWords({})
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed' && ['not_allowed', 'not_found', 'invalid'].includes(asked.refusal.code)) return <NotFoundPage />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  const waiting = queue.state === 'answered' ? queue.answer.filter((entry) => entry.registrationId === registrationId) : []
  const { unit, decisions } = asked.answer
  return <Assessing key={registrationId} unit={unit} decisions={decisions} waiting={waiting} evidenceId={evidenceId} />
}

interface AssessingProps {
  readonly unit: Unit
  readonly decisions: readonly Decision[]
  readonly waiting: readonly QueueEntry[]
  readonly evidenceId: string | undefined
}

function Assessing({ unit, decisions, waiting, evidenceId: named }: AssessingProps) {
  const [leaf, setLeaf] = useState<string>()
  const evidenceId = useOpened(named, waiting)
  const { registration } = unit
  const item = unit.evidence.find(({ id }) => id === evidenceId)
  usePeopleOfUnit(peopleOf(registration))
  return (
    <>
      <PageHeader
        cover="plum"
        title={
          <Trans>
            {registration.candidateName}, unit {registration.unitNumber}
          </Trans>
        }
        about={<Trans>Candidate number {registration.candidateNumber}</Trans>}
        actions={registration.claimedAt === null ? <AddOwn unit={unit} /> : undefined}
      />
      <div className={styles.columns}>
        <nav className={styles.queue} aria-labelledby="waiting">
          <h2 id="waiting">
            <Trans>To decide</Trans>
          </h2>
          {waiting.length === 0 ? (
            <EmptyState title={<Trans>Nothing waits</Trans>} />
          ) : (
            <QueueList
              entries={waiting}
              hrefOf={(entry) => `/assess/${entry.registrationId}/${entry.evidenceId}`}
              {...(evidenceId === undefined ? {} : { current: evidenceId })}
            />
          )}
          <OtherItems unit={unit} waiting={waiting} />
        </nav>
        <div className={styles.item}>
          {item === undefined ? (
            <EmptyState title={<Trans>Choose an item</Trans>} />
          ) : (
            <Item key={item.id} unit={unit} item={item} next={nextOf(waiting, item.id)} />
          )}
        </div>
        <div className={styles.beside}>
          <UnitCoverage unit={unit} title={<Trans>Coverage</Trans>} fresh={new Set(item?.leaves)} onOpen={setLeaf} />
          <DecisionList unit={unit} decisions={decisions} canDecide={registration.claimedAt === null} />
        </div>
      </div>
      {leaf !== undefined && <LeafDialog unit={unit} leaf={leaf} onClose={() => setLeaf(undefined)} />}
    </>
  )
}

/** The item that the address names; else what waited longest when the page was opened. That stays when it is decided: the page says so first. */
function useOpened(named: string | undefined, waiting: readonly QueueEntry[]): string | undefined {
  const [first, setFirst] = useState<string>()
  const longest = waiting[0]?.evidenceId
  if (first === undefined && longest !== undefined) setFirst(longest)
  return named ?? first ?? longest
}

/** What waits after this item, or from the beginning again. */
function nextOf(waiting: readonly QueueEntry[], evidenceId: string): { href: string; title: string } | undefined {
  const at = waiting.findIndex((entry) => entry.evidenceId === evidenceId)
  const entry = waiting[at + 1] ?? waiting.find((one) => one.evidenceId !== evidenceId)
  return entry && { href: `/assess/${entry.registrationId}/${entry.evidenceId}`, title: `${entry.reference} ${entry.title}` }
}

interface ItemProps {
  readonly unit: Unit
  readonly item: Unit['evidence'][number]
  readonly next: { readonly href: string; readonly title: string } | undefined
}

function Item({ unit, item, next }: ItemProps) {
  const [observing, setObserving] = useState<readonly string[]>()
  const [beside, setBeside] = useState<readonly string[]>([])
  const registrationId = unit.registration.id
  const close = (added?: string) => {
    setObserving(undefined)
    if (added !== undefined) setBeside((before) => [...before, added])
  }
  return (
    <EvidenceCard item={item} takenBack={unit.takenBack.find(({ evidenceId }) => evidenceId === item.id)}>
      {item.record.method === 'A' && item.record.headings.length > 0 && (
        <div>
          <ButtonLink size="small" href={paths.unit(registrationId, 'assignment')} leadsOn>
            <Trans>Its versions, what changed, and points to discuss</Trans>
          </ButtonLink>
        </div>
      )}
      {unit.registration.claimedAt === null &&
        item.files.map((file) => <FileActs key={file.id} file={file} registration={unit.registration} />)}
      {isHeldElsewhere(item) && item.seen === null && <SeenInPlace registrationId={registrationId} evidenceId={item.id} />}
      <DecidePanel unit={unit} item={item} beside={beside} onObserve={setObserving} next={next} />
      <ItemFeedbackList registrationId={registrationId} evidenceId={item.id} party="assessor" />
      {observing !== undefined && (
        <EvidenceForm
          registrationId={registrationId}
          pack={unit.pack}
          party="assessor"
          start={{ method: 'O', leaves: observing }}
          onClose={close}
        />
      )}
    </EvidenceCard>
  )
}

function AddOwn({ unit: { registration, pack } }: { readonly unit: Unit }) {
  const [isOpen, setIsOpen] = useState(false)
  const others = useOtherUnits(registration)
  return (
    <>
      <Button icon={Plus} onPress={() => setIsOpen(true)}>
        <Trans>Add an observation or questions</Trans>
      </Button>
      <PlanDiscussion registration={registration} pack={pack} />
      {isOpen && (
        <EvidenceForm registrationId={registration.id} pack={pack} party="assessor" others={others} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

/** What is decided already stays within reach. */
function OtherItems({ unit, waiting }: { readonly unit: Unit; readonly waiting: readonly QueueEntry[] }) {
  const others = unit.evidence.filter(({ id }) => !waiting.some((entry) => entry.evidenceId === id))
  if (others.length === 0) return null
  return (
    <>
      <h2>
        <Trans>All else</Trans>
      </h2>
      <ul className={styles.others}>
        {others.map(({ id, reference, title }) => (
          <li key={id}>
            <TextLink href={`/assess/${unit.registration.id}/${id}`}>
              {reference} {title}
            </TextLink>
          </li>
        ))}
      </ul>
    </>
  )
}
