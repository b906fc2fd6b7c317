// A unit in words: from what its features know to the document that is read and printed. Pure.
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import type { Decision, HalfProgress, LeafProgress, Unit } from '../decisions/contract.ts'
import type { EvidenceItem } from '../evidence/contract.ts'
import type { Block, Section } from '../sections/contract.ts'
import { fact, inWords, momentInWords, recordSections, text } from '../sections/rules.ts'
import type { SamplingState, Signature, SignerRole, SignOffState } from '../signoff/contract.ts'
import { statements } from '../signoff/rules.ts'
import type { AssessmentMethod, Half } from '../standards/contract.ts'
import type { PortfolioDocument, PortfolioFileEntry } from './contract.ts'

export const methodNames: Readonly<Record<AssessmentMethod, string>> = {
  O: 'Observation',
  Q: 'Questioning',
  A: 'Assignment',
  PE: 'Product evidence',
  WT: 'Witness testimony',
  PD: 'Professional discussion',
  RA: 'Reflective account',
}

const halfNames: Readonly<Record<Half, string>> = { observed: 'Observed', knowledge: 'Knowledge' }
const outcomeNames: Readonly<Record<Decision['outcome'], string>> = {
  met: 'Met',
  more_evidence_needed: 'More evidence needed',
  reopened: 'Reopened',
}

const missingWords: Readonly<Record<NonNullable<HalfProgress['missing']>, string>> = {
  no_evidence: 'no evidence yet',
  only_supporting: 'only supporting evidence',
  undecided: 'waits for a decision',
  more_evidence_needed: 'more evidence needed',
  not_resting: 'what the decision rested on closes it no longer',
  evidence_changed: 'the evidence was changed since',
  provisional: 'waits for the countersignature',
  sent_back: 'sent back by the countersigner',
}

/** Files by their item, under paths that say nothing of what they were called. @example pathOf('A-01', 0, 'pdf') // 'files/A-01-1.pdf' */
export function pathOf(reference: string, at: number, extension: string): string {
  return `files/${reference}-${at + 1}${extension === '' ? '' : `.${extension}`}`
}

/** How far a unit is signed off. */
export interface SignOffFacts {
  readonly state: SignOffState
  readonly met: number
  readonly leaves: number
  readonly needsCountersigner: boolean
  readonly iqa: SamplingState
  readonly eqa: SamplingState
  readonly signatures: readonly Signature[]
  readonly claimedAt: Moment | null
  readonly keptUntil: Day | null
}

/** Files of the items that the unit claims, but for those that are quarantined or purged: what must not be seen does not go out. */
export function filesOf(evidence: readonly EvidenceItem[]): PortfolioFileEntry[] {
  return evidence
    .filter(({ leaves }) => leaves.length > 0)
    .flatMap(({ reference, files }) =>
      files
        .filter(({ state }) => state === 'kept')
        .map(({ name, type, size, hash }, at) => ({ path: pathOf(reference, at, extensionOf(name)), reference, type, size, sha256: hash })),
    )
}

/** @example extensionOf('Plan of the lesson.PDF') // 'pdf' */
function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? ''
}

export interface DocumentFacts {
  readonly centreName: string
  readonly unit: Unit
  readonly decisions: readonly Decision[]
  readonly signOff: SignOffFacts
  /** The awarding body's wording as the centre loaded it, by leaf. */
  readonly wording: { readonly source: string; readonly leaves: Readonly<Record<string, string>> } | undefined
  readonly planning: readonly Section[]
  readonly files: readonly PortfolioFileEntry[]
}

/** The unit as a document. Names are those of adults who have a part in it; learners stand as letters, as their authors wrote them. */
export function documentOf(facts: DocumentFacts): PortfolioDocument {
  const { unit, decisions, signOff, wording } = facts
  const { registration, pack } = unit
  const claimed = unit.evidence.filter((item) => item.leaves.length > 0)
  const named = new Map(unit.evidence.map((item) => [item.id, item.reference]))
  return {
    title: `Unit ${pack.unitNumber}: ${pack.title}`,
    centre: facts.centreName,
    candidate: { name: registration.candidateName, number: registration.candidateNumber },
    unit: { number: pack.unitNumber, reference: pack.unitReference ?? '', title: pack.title },
    head: headOf(facts),
    standing: standingWords(signOff),
    wording:
      wording === undefined
        ? 'The criteria stand here in Evident’s own short words, which are not the awarding body’s.'
        : `Each criterion stands in Evident’s own short words, with the awarding body’s wording below them (${wording.source}).`,
    outcomes: outcomesOf(facts),
    linkedUnits: pack.linkedUnits.map(({ unitNumber, title }) => ({ number: unitNumber, title })),
    evidence: claimed.map((item) => evidenceOf(item, facts)),
    methodKey: (Object.keys(methodNames) as AssessmentMethod[]).map((code) => ({ code, name: methodNames[code] })),
    planning: [...facts.planning],
    signOff: signOffOf(signOff),
    decisions: decisions.map((decision) => ({
      leaf: decision.leaf,
      half: halfNames[decision.half],
      outcome: outcomeNames[decision.outcome],
      words: decisionWords(decision),
      references: decision.evidenceIds.flatMap((id) => named.get(id) ?? []),
      by: decision.decidedByName,
      on: inWords(dayOf(decision.decidedAt)),
    })),
  }
}

function headOf({ unit: { registration, pack } }: DocumentFacts): PortfolioDocument['head'] {
  const all: (readonly [string, string | null])[] = [
    ['Candidate', `${registration.candidateName}, candidate number ${registration.candidateNumber}`],
    ['Awarding body and qualification', `${pack.awardingBody}, ${pack.qualification}`],
    ['Unit', [pack.unitNumber, pack.unitReference].filter((part) => part !== null).join(', ')],
    ['Level and credits', pack.credits === null ? `Level ${pack.level}` : `Level ${pack.level}, ${pack.credits} credits`],
    ['Registered on', inWords(registration.registeredOn)],
    ['Site', registration.site],
    ['Assessor', registration.assessorName],
    ['Countersigning assessor', registration.countersignerName],
    ['Tutor', registration.tutorName],
    ['Internal verifier', registration.iqaName],
  ]
  return all.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }]))
}

function standingWords({ state, met, leaves, claimedAt }: SignOffFacts): string {
  if (claimedAt !== null) return `All ${leaves} criteria are met. The unit is signed off and was claimed on ${inWords(dayOf(claimedAt))}.`
  const counted = met === leaves ? `All ${leaves} criteria are met.` : `${met} of ${leaves} criteria are met.`
  return state === 'assessor_signed' || state === 'countersigned'
    ? `${counted} The assessor has signed.`
    : `${counted} The unit is not signed off.`
}

function outcomesOf({ unit: { pack, leaves }, wording }: DocumentFacts): PortfolioDocument['outcomes'] {
  const progress = new Map(leaves.map((leaf) => [leaf.leaf, leaf]))
  const criteria = new Map(pack.criteria.map((criterion) => [criterion.code, criterion]))
  return pack.outcomes.map(({ number, label }) => ({
    number,
    label,
    leaves: pack.leaves
      .filter((leaf) => criteria.get(leaf.criterionCode)?.outcomeNumber === number)
      .map((leaf) => {
        const shown = progress.get(leaf.code)
        return {
          code: leaf.code,
          group: leaf.criterionCode === leaf.code ? null : (criteria.get(leaf.criterionCode)?.label ?? null),
          label: `${leaf.label}. ${leaf.description}`,
          wording: wording?.leaves[leaf.code] ?? null,
          references: shown?.references ?? [],
          state: shown === undefined ? '' : leafState(shown),
        }
      }),
  }))
}

function leafState({ isComplete, halves }: LeafProgress): string {
  if (isComplete) return 'Met'
  return halves.flatMap(({ half, missing }) => (missing === null ? [] : [`${halfNames[half]}: ${missingWords[missing]}`])).join('; ')
}

function decisionWords({ reason, action, actionBy, checks, isByTrainee, countersignature }: Decision): string {
  const said = [
    reason,
    action === null ? null : `To do${actionBy === null ? '' : ` by ${inWords(actionBy)}`}: ${action}`,
    ...checks.map((answer) => `${answer.check}: ${answer.isMet ? 'yes' : 'no'}, ${answer.reason}`),
    isByTrainee ? countersignedWords(countersignature) : null,
  ]
  return said.filter((line) => line !== null && line !== '').join(' · ')
}

function countersignedWords(said: Decision['countersignature']): string {
  if (said === null) return 'provisional: not countersigned yet'
  const when = `${said.signedByName}, ${inWords(dayOf(said.signedAt))}`
  return said.outcome === 'agreed' ? `countersigned by ${when}` : `sent back by ${when}: ${said.reason ?? ''}`
}

function evidenceOf(item: EvidenceItem, { files, unit }: DocumentFacts): PortfolioDocument['evidence'][number] {
  const gone = unit.takenBack.find(({ evidenceId }) => evidenceId === item.id)
  const said: (readonly [string, string | null])[] = [
    ['Method', methodNames[item.method]],
    ['Date', inWords(item.occurredOn)],
    ['Criteria', item.leaves.join(', ')],
    ['Added by', item.addedByName],
    ['Expert witness', item.method === 'WT' ? (unit.expertItemIds.includes(item.id) ? 'yes, named in a signed plan' : 'no') : null],
    ['Taken back by the witness', gone === undefined ? null : `${inWords(dayOf(gone.at))}: ${gone.reason}`],
    ['Seen in place', item.seen === null ? null : `${item.seen.where}, ${inWords(item.seen.seenOn)}, by ${item.seen.seenByName}`],
    ['SHA-256 of what it says', item.contentHash],
  ]
  return {
    reference: item.reference,
    title: item.title,
    method: item.method,
    date: inWords(item.occurredOn),
    facts: said.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    sections: [...descriptorSections(item), ...recordSections(item.record)],
    files: files.filter(({ reference }) => reference === item.reference),
  }
}

function descriptorSections({ descriptor }: EvidenceItem): Section[] {
  if (descriptor === null) return []
  const { sentence, place, senderName, fingerprint } = descriptor
  const blocks: Block[] = [
    text(sentence),
    { kind: 'facts', facts: [fact('Held at', place), fact('Described by', `${senderName}, key ${fingerprint}`)] },
  ]
  return [{ title: 'A record that stays in the school', blocks }]
}

const roleNames: Readonly<Record<SignerRole, string>> = {
  candidate: 'Candidate',
  assessor: 'Assessor',
  countersigner: 'Countersigning assessor',
  iqa: 'Internal verifier, if sampled',
  eqa: 'External verifier, if sampled',
}

/** The signatures in the logbook's order. What is not signed says why: never an empty line. */
function signOffOf({ signatures, needsCountersigner, iqa, eqa, keptUntil }: SignOffFacts): PortfolioDocument['signOff'] {
  const roles = (Object.keys(roleNames) as SignerRole[]).filter((role) => role !== 'countersigner' || needsCountersigner)
  const states = { candidate: 'sampled', assessor: 'sampled', countersigner: 'sampled', iqa, eqa } as const
  return {
    statement:
      'With these signatures the evidence for this unit is said to be valid, sufficient and authentic, a record of the candidate’s competence as it is now, assessed as the unit’s assessment strategy asks.',
    signatures: roles.map((role) => {
      const standing = signatures.find((one) => one.role === role && one.voidBecause === null)
      return {
        role: roleNames[role],
        sense: standing?.statement ?? statements[role],
        name: standing?.signerName ?? '',
        at: standing === undefined ? unsigned(states[role]) : momentInWords(standing.signedAt),
        hash: standing?.contentHash ?? null,
      }
    }),
    notes: keptUntil === null ? [] : [text(`These records are kept until ${inWords(keptUntil)}.`)],
  }
}

function unsigned(state: SamplingState): string {
  if (state === 'not_sampled') return 'Not sampled'
  return state === 'action' ? 'Action open' : 'Not signed yet'
}
