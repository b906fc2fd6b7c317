// All operations of the program, feature by feature.

import { arrivalHandlers } from '../centre/arrivals/handlers.ts'
import { assignmentHandlers } from '../centre/assignments/handlers.ts'
import { candidateHandlers } from '../centre/candidates/handlers.ts'
import { decisionHandlers } from '../centre/decisions/handlers.ts'
import { discussionHandlers } from '../centre/discussions/handlers.ts'
import { evidenceHandlers } from '../centre/evidence/handlers.ts'
import { itemFeedbackHandlers } from '../centre/itemfeedback/handlers.ts'
import { matrixHandlers } from '../centre/matrix/handlers.ts'
import { planHandlers } from '../centre/plans/handlers.ts'
import { portfolioHandlers } from '../centre/portfolios/handlers.ts'
import { registrationHandlers } from '../centre/registrations/handlers.ts'
import { samplingHandlers } from '../centre/sampling/handlers.ts'
import { signOffHandlers } from '../centre/signoff/handlers.ts'
import { staffHandlers } from '../centre/staff/handlers.ts'
import { standardHandlers } from '../centre/standards/handlers.ts'
import { testimonyHandlers } from '../centre/testimonies/handlers.ts'
import { unitPageHandlers } from '../centre/unitpages/handlers.ts'
import { uploadHandlers } from '../centre/uploads/handlers.ts'
import { verifierHandlers } from '../centre/verifiers/handlers.ts'
import { visitHandlers } from '../centre/visits/handlers.ts'
import { witnessErasureHandlers } from '../centre/witnesserasure/handlers.ts'
import { witnessHandlers } from '../centre/witnesses/handlers.ts'
import { deviceHandlers } from '../common/devices/handlers.ts'
import { frameworkHandlers } from '../common/frameworks/handlers.ts'
import { letterHandlers } from '../common/letters/handlers.ts'
import { organisationHandlers } from '../common/organisations/handlers.ts'
import { peopleHandlers } from '../common/people/handlers.ts'
import { achievementHandlers } from '../school/achievements/handlers.ts'
import { adviceHandlers } from '../school/advice/handlers.ts'
import { agreementHandlers } from '../school/agreements/handlers.ts'
import { briefHandlers } from '../school/briefs/handlers.ts'
import { classMapHandlers } from '../school/classmap/handlers.ts'
import { consentHandlers } from '../school/consent/handlers.ts'
import { descriptorHandlers } from '../school/descriptors/handlers.ts'
import { draftHandlers } from '../school/drafts/handlers.ts'
import { erasureHandlers } from '../school/erasure/handlers.ts'
import { feedbackHandlers } from '../school/feedback/handlers.ts'
import { findingHandlers } from '../school/findings/handlers.ts'
import { goalHandlers } from '../school/goals/handlers.ts'
import { goalTalkHandlers } from '../school/goaltalks/handlers.ts'
import { groupHandlers } from '../school/groups/handlers.ts'
import { handoverHandlers } from '../school/handovers/handlers.ts'
import { improvementHandlers } from '../school/improvements/handlers.ts'
import { learnerHandlers } from '../school/learners/handlers.ts'
import { misconceptionHandlers } from '../school/misconceptions/handlers.ts'
import { nextActionHandlers } from '../school/nextactions/handlers.ts'
import { observationHandlers } from '../school/observations/handlers.ts'
import { photoHandlers } from '../school/photos/handlers.ts'
import { profileHandlers } from '../school/profiles/handlers.ts'
import { resultHandlers } from '../school/results/handlers.ts'
import { reviewHandlers } from '../school/reviews/handlers.ts'
import { safeguardingHandlers } from '../school/safeguarding/handlers.ts'
import { sessionHandlers } from '../school/sessions/handlers.ts'
import { taskHandlers } from '../school/tasks/handlers.ts'
import { techniqueHandlers } from '../school/techniques/handlers.ts'
import { timetableHandlers } from '../school/timetable/handlers.ts'
import { todayHandlers } from '../school/today/handlers.ts'
import { worryHandlers } from '../school/worries/handlers.ts'
import type { Handled } from './operation.ts'

export const operations: readonly Handled[] = [
  ...organisationHandlers,
  ...peopleHandlers,
  ...deviceHandlers,
  ...frameworkHandlers,
  ...letterHandlers,
  ...safeguardingHandlers,
  ...groupHandlers,
  ...learnerHandlers,
  ...consentHandlers,
  ...timetableHandlers,
  ...sessionHandlers,
  ...agreementHandlers,
  ...profileHandlers,
  ...taskHandlers,
  ...resultHandlers,
  ...goalHandlers,
  ...goalTalkHandlers,
  ...misconceptionHandlers,
  ...techniqueHandlers,
  ...photoHandlers,
  ...observationHandlers,
  ...adviceHandlers,
  ...briefHandlers,
  ...feedbackHandlers,
  ...improvementHandlers,
  ...findingHandlers,
  ...draftHandlers,
  ...handoverHandlers,
  ...nextActionHandlers,
  ...reviewHandlers,
  ...achievementHandlers,
  ...todayHandlers,
  ...classMapHandlers,
  ...descriptorHandlers,
  ...erasureHandlers,
  ...worryHandlers,
  ...standardHandlers,
  ...samplingHandlers,
  ...verifierHandlers,
  ...candidateHandlers,
  ...staffHandlers,
  ...registrationHandlers,
  ...discussionHandlers,
  ...uploadHandlers,
  ...unitPageHandlers,
  ...matrixHandlers,
  ...witnessHandlers,
  ...evidenceHandlers,
  ...arrivalHandlers,
  ...itemFeedbackHandlers,
  ...assignmentHandlers,
  ...testimonyHandlers,
  ...witnessErasureHandlers,
  ...planHandlers,
  ...visitHandlers,
  ...decisionHandlers,
  ...portfolioHandlers,
  ...signOffHandlers,
]

/** Of every operation. */
export const operationNames: ReadonlySet<string> = new Set(operations.map(({ contract }) => contract.name))

/** Names of commands that need no session. */
export const visitorCommands: ReadonlySet<string> = new Set(
  operations.filter(({ contract }) => contract.type === 'command' && contract.who === 'visitor').map(({ contract }) => contract.name),
)

/** Of those, a centre's: a witness acts by a link, and whether it is the candidate's own device is worth asking. */
export const markedCommands: ReadonlySet<string> = new Set(
  operations
    .filter(({ contract }) => contract.where === 'centre' && visitorCommands.has(contract.name))
    .map(({ contract }) => contract.name),
)
