// Introductions on screen: the acts of candidate and administrator, and words for answers and refusals.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Id } from '../../core/ids.ts'
import { type Asked, useActing, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { claimedReasons } from '../registrations/client.ts'
import {
  candidateIntroduction,
  candidateWriteProfile,
  type Introduction,
  type NoticeKind,
  noticeAcknowledge,
  noticeList,
  noticePublish,
  priorLearningNote,
  priorLearningWithdraw,
  type ReadNotice,
  type ScanAnswer,
  skillScanSay,
} from './contract.ts'

export const answerWords: Readonly<Record<ScanAnswer, MessageDescriptor>> = {
  can_do: msg`I can do this`,
  partly: msg`Partly`,
  not_yet: msg`Not yet`,
}

export const noticeWords: Readonly<Record<NoticeKind, MessageDescriptor>> = {
  appeals: msg`How to appeal`,
  privacy: msg`What is kept about you`,
}

export const candidateReasons: Reasons = {
  ...claimedReasons,
  unknown_leaf: msg`The unit has no such criterion.`,
  in_the_future: msg`That year is still to come.`,
  withdrawn_already: msg`It is taken back already.`,
  replaced_since: msg`There is a newer one. Load the page again and read that.`,
}

export function useIntroduction(registrationId: Id): Asked<Introduction> {
  return useAsked(candidateIntroduction, { registrationId })
}

export function useNotices(isAsked = true): Asked<readonly ReadNotice[]> {
  return useAsked(noticeList, isAsked ? {} : undefined)
}

export function useWriteProfile() {
  return useActing(candidateWriteProfile)
}

export function useSayScan() {
  return useActing(skillScanSay)
}

export function useNotePriorLearning() {
  return useActing(priorLearningNote)
}

export function useWithdrawPriorLearning() {
  return useSending(priorLearningWithdraw)
}

export function usePublishNotice() {
  return useActing(noticePublish)
}

export function useAcknowledge() {
  return useSending(noticeAcknowledge)
}
