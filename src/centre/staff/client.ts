// Staff on screen: the words for qualifications and refusals, who is a trainee, and the acts of both pages.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { type Asked, useActing, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import {
  cpdRecord,
  cpdWithdraw,
  type QualificationKind,
  qualificationCheck,
  qualificationEnter,
  qualificationWithdraw,
  type StaffMember,
  staffList,
  staffMine,
} from './contract.ts'

export const kindWords: Readonly<Record<QualificationKind, MessageDescriptor>> = {
  cava: msg`Assessor award (TAQA, CAVA)`,
  a1: msg`Assessor award A1`,
  d32_d33: msg`Assessor awards D32 and D33`,
  iqa_award: msg`Quality assurer’s award (IQA)`,
  v1: msg`Verifier award V1`,
  d34: msg`Verifier award D34`,
  teaching: msg`Teaching qualification`,
  occupational: msg`Qualification in the occupation`,
  other: msg`Another qualification`,
}

export const staffReasons: Reasons = {
  held_or_due: msg`Enter the day on the certificate, or the day until which it is worked towards.`,
  awarded_later: msg`That day is still to come. Enter it as worked towards.`,
  expires_before_award: msg`It ends before it was awarded.`,
  own_qualification: msg`Somebody else checks your certificate.`,
  not_held_yet: msg`It is not awarded yet: there is no certificate to check.`,
  checked_already: msg`It is checked already.`,
  withdrawn_already: msg`It is taken back already.`,
  done_later: msg`That day is still to come.`,
}

export function useStaff(): Asked<readonly StaffMember[]> {
  return useAsked(staffList, {})
}

export function useMyStaffRecord(): Asked<StaffMember> {
  return useAsked(staffMine, {})
}

export function useEnterQualification() {
  return useActing(qualificationEnter)
}

export function useCheckQualification() {
  return useActing(qualificationCheck)
}

export function useWithdrawQualification() {
  return useActing(qualificationWithdraw)
}

export function useRecordCpd() {
  return useActing(cpdRecord)
}

export function useWithdrawCpd() {
  return useSending(cpdWithdraw)
}
