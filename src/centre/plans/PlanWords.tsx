// Words of a plan: how one met, who is told, its parts, and whether it is agreed.
import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Plan } from './contract.ts'
import { isAgreed, waitsForPart } from './rules.ts'

export const howWords = { in_person: msg`In person`, video: msg`By video`, phone: msg`By phone` }

export const schoolWords = { not_yet: msg`Not told yet`, told: msg`Told and agreed` }

export const adultsWords = { not_yet: msg`Not told yet`, told: msg`Told`, not_needed: msg`Not needed: the school says so` }

/** A part of the text, for saying what changed. */
export const partWords = {
  registrationIds: msg`Units`,
  meeting: msg`Planning meeting`,
  'meeting.on': msg`Planning meeting: day`,
  'meeting.how': msg`Planning meeting: how`,
  'meeting.minutes': msg`Planning meeting: minutes`,
  'visit.on': msg`Visit: day`,
  'visit.startTime': msg`Visit: start`,
  'visit.endTime': msg`Visit: end`,
  'visit.site': msg`Visit: place`,
  'visit.activity': msg`Visit: activity`,
  'visit.learners': msg`Visit: number of learners`,
  'visit.needs': msg`Visit: what they need`,
  'visit.resources': msg`Visit: resources`,
  'visit.risk': msg`Visit: risk`,
  'visit.adjustments': msg`Visit: adjustments for the candidate`,
  'visit.teacherTold': msg`What the teacher is told`,
  'visit.bring': msg`What to bring`,
  moments: msg`Moments of the visit`,
  forecast: msg`Where each criterion should show`,
  otherWays: msg`Shown in another way`,
  witnesses: msg`Witnesses`,
  'permissions.school': msg`The school`,
  'permissions.adults': msg`The learners’ adults`,
  'permissions.visitorRule': msg`Visitor rule`,
  'permissions.on': msg`Permissions: day`,
  confidentiality: msg`Confidentiality`,
} as const

/** Whether both have signed, and whose signature it waits for. */
export function PlanState({ plan }: { readonly plan: Plan }) {
  const { candidateName, assessorName } = plan
  if (isAgreed(plan)) return <Trans>Signed by both</Trans>
  const waitsForCandidate = waitsForPart(plan, 'candidate')
  const waitsForAssessor = waitsForPart(plan, 'assessor')
  if (waitsForCandidate && waitsForAssessor) return <Trans>Not signed yet</Trans>
  return waitsForCandidate ? <Trans>Waits for {candidateName} to sign</Trans> : <Trans>Waits for {assessorName} to sign</Trans>
}
