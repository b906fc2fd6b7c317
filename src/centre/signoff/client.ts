// Signing off on screen: how far a unit is, signing with the password again, what changed in words, what waits, and claims.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { type Asked, useActing, useAsked, useSending } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import type { Reasons } from '../../web/messages.ts'
import { evidenceChange, evidenceVersions } from '../evidence/contract.ts'
import { claimedReasons } from '../registrations/client.ts'
import {
  type Difference,
  type SamplingState,
  type SignerRole,
  type SignOff,
  type SignOffState,
  signatureSign,
  signOffMine,
  signOffReopen,
  signOffShow,
  unitClaim,
  unitClaims,
  type Verifier,
} from './contract.ts'

export const signOffReasons: Reasons = {
  ...claimedReasons,
  leaves_missing: msg`Not every criterion is met yet.`,
  official_wording_missing: msg`The centre has not loaded the official wording of this unit yet. Until then nobody signs it.`,
  signed_already: msg`This is signed already.`,
  candidate_first: msg`The candidate signs first.`,
  assessor_first: msg`The assessor signs first.`,
  countersigner_first: msg`The countersigner signs first.`,
  no_countersigner_needed: msg`The assessor is qualified: no countersignature is needed.`,
  not_sampled: msg`The unit is not sampled.`,
  not_agreed: msg`The sample is not decided yet.`,
  action_open: msg`A verifier asked for action, and it is not closed yet.`,
  sample_open: msg`A verifier has sampled the unit and not decided yet.`,
  verifier_first: msg`The verifier who sampled the unit has not signed yet.`,
  certification_ended: msg`The awarding body’s last day to certificate this unit is over. The certificate can’t be claimed any more; ask the awarding body.`,
  not_signed_off: msg`Not everybody has signed what the unit holds now.`,
  nothing_signed: msg`Nothing is signed that could be reopened.`,
  reason_missing: msg`Say why`,
  wrong_password: msg`That is not your password`,
  content_changed: msg`The unit was changed a moment ago. Look at it again, then sign.`,
  signed_in_another_part: msg`You have signed this unit in another part. Somebody else signs here.`,
  decided_here: msg`You decided or countersigned in this unit. Somebody else verifies it.`,
}

export function useSignOff(registrationId: Id): Asked<SignOff> {
  return useAsked(signOffShow, { registrationId })
}

export function useSigning() {
  return useActing(signatureSign)
}

export function useReopening() {
  return useActing(signOffReopen)
}

export function useSignOffTasks() {
  return useAsked(signOffMine, {})
}

export function useClaims() {
  return useAsked(unitClaims, {})
}

export function useClaimingUnit() {
  return useSending(unitClaim)
}

interface PutBackItem {
  readonly evidenceId: Id
  readonly version: number
  /** As it was said of the item: putting back says nothing new. */
  readonly isOwnWork: boolean
}

/** Says an item again as it was in an earlier version; undefined until that version is known. */
export function usePuttingBack(registrationId: Id, { evidenceId, version, isOwnWork }: PutBackItem) {
  const asked = useAsked(evidenceVersions, { registrationId, evidenceId })
  const { send, isSending, refusal } = useSending(evidenceChange)
  const said = asked.state === 'answered' ? asked.answer.find((one) => one.version === version) : undefined
  if (said === undefined) return undefined
  const { title, occurredOn, record } = said
  return { putBack: () => send({ registrationId, evidenceId, title, occurredOn, record, isOwnWork }), isSending, refusal }
}

export function useRoleWords(): Readonly<Record<SignerRole, string>> {
  const { t } = useLingui()
  return {
    candidate: t`Candidate`,
    assessor: t`Assessor`,
    countersigner: t`Countersigning assessor`,
    iqa: t`Internal verifier (if sampled)`,
    eqa: t`External verifier (if sampled)`,
  }
}

export function useStateWords(): Readonly<Record<SignOffState, string>> {
  const { t } = useLingui()
  return {
    in_progress: t`In progress`,
    all_leaves_met: t`All criteria met. The candidate signs next.`,
    candidate_declared: t`Signed by the candidate. The assessor signs next.`,
    assessor_signed: t`Signed by candidate and assessor`,
    countersigned: t`Signed by candidate, assessor and countersigner`,
    claimed: t`Claimed`,
  }
}

/** What sampling came to. Whether an external verifier agrees is known by their signature alone: until then the unit is only open to them. */
export function useSamplingWords(): (verifier: Verifier, state: SamplingState, isSigned: boolean) => string {
  const { t } = useLingui()
  const words = {
    not_sampled: t`Not sampled`,
    sampled: t`Sampled, not decided yet`,
    agreed: t`Sampled and agreed`,
    action: t`Sampled: action asked for`,
  }
  return (verifier, state, isSigned) => {
    if (state !== 'agreed' || isSigned) return words[state]
    return verifier === 'eqa' ? t`Open to the verifier, not signed yet` : t`Sampled and agreed, not signed yet`
  }
}

/** What a part said, for a reader: moments by the clock and the calendar, codes in words. */
export function useSaidWords(): (text: string) => string {
  const { t } = useLingui()
  const days = useDays()
  const codes: Readonly<Record<string, string>> = {
    met: t`met`,
    more_evidence_needed: t`more evidence needed`,
    observed: t`observed`,
    knowledge: t`knowledge`,
  }
  const inWords = (part: string) => codes[part] ?? part.replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, (moment) => days.moment(moment))
  return (text) => text.split(' · ').map(inWords).join(' · ')
}

/** Where two contents differ, as words: "Evidence, RA-01, title". What has no word of its own stands as it is; ids are left out. */
export function useDifferenceWords(): (difference: Difference) => string {
  const { t } = useLingui()
  const known: Readonly<Record<string, string>> = {
    registration: t`Registration`,
    standard: t`Standard`,
    planning: t`Notes and planning`,
    evidence: t`Evidence`,
    plans: t`Plans`,
    visits: t`Visits`,
    testimonies: t`Witness testimony`,
    assignments: t`Assignment`,
    feedback: t`Feedback`,
    decisions: t`Decisions`,
    title: t`title`,
    occurredOn: t`day`,
    record: t`record`,
    note: t`note`,
    place: t`place`,
    learners: t`learners`,
    entries: t`what was seen`,
    candidateComment: t`the candidate’s comment`,
    exchanges: t`questions and answers`,
    ownRole: t`own role`,
    what: t`what happened`,
    soWhat: t`what it showed`,
    nowWhat: t`what comes next`,
    howProduced: t`how it came about`,
    summary: t`summary`,
    timeIndex: t`places in the recording`,
    headings: t`headings`,
    sources: t`sources`,
    declaration: t`declaration`,
    text: t`text`,
    reason: t`reason`,
    outcome: t`outcome`,
    withdrawn: t`taken back`,
    isExpert: t`counts as observation`,
    confirmations: t`confirmations`,
    leaves: t`criteria claimed`,
    seen: t`seen in place`,
    files: t`files`,
    contentHash: t`fingerprint`,
  }
  return ({ path }) =>
    path
      .filter((part) => !/^[0-9a-f-]{36}$/.test(part))
      .map((part) => known[part] ?? part)
      .join(', ')
}
