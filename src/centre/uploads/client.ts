// Files on screen: sending one with its progress, where one is to be seen, putting one aside and purging it.
import { msg } from '@lingui/core/macro'
import type { Id } from '../../core/ids.ts'
import { sendAsPerson, useSending } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import type { Reasons } from '../../web/messages.ts'
import { cancelUpload, sendFile } from '../../web/uploading.ts'
import { claimedReasons } from '../registrations/client.ts'
import { PortfolioFile, uploadBegin, uploadPurge, uploadQuarantine, uploadRelease } from './contract.ts'

export const uploadReasons: Reasons = {
  ...claimedReasons,
  child_recorded: msg`Say that no child can be seen or heard in it. A recording of a child does not belong in a portfolio.`,
  names_a_learner: msg`A learner’s name stands in the file’s name. Rename the file, then add it.`,
  file_empty: msg`This file is empty.`,
  file_too_large: msg`This file has more than 500 MB. Make it smaller or shorter.`,
  file_incomplete: msg`Not all of the file has arrived. Try again.`,
  file_is_program: msg`This file is a program. Programs are not taken in.`,
  file_is_page: msg`This file is a web page or a drawing that can run. Save it as a PDF.`,
  file_has_macros: msg`This document has macros. Save it without them.`,
  file_is_archive: msg`This file is an archive. Add the files in it one by one.`,
  file_is_other_picture: msg`This kind of picture is not taken in. Save it as JPEG or PNG.`,
  file_picture_broken: msg`This picture can’t be read. Save it anew.`,
  file_film_broken: msg`This sound or film can’t be read, so nobody knows whether it says where it was made. Save it anew.`,
  file_unknown: msg`This kind of file is not taken in. Documents, pictures, sound and film are.`,
  file_name_says_other: msg`The file’s name says another kind than its content. Give it its right ending.`,
  reason_missing: msg`Say why`,
  not_quarantined: msg`It is not put aside.`,
  quarantined_already: msg`It is put aside already.`,
  purged_already: msg`Its content is gone already.`,
}

/** What is sent of a file, and what came of it. */
export interface SendingFile {
  readonly id: Id
  readonly registrationId: Id
  readonly file: File
  readonly isNoRecordingOfChild: boolean
  readonly onProgress: (sent: number, isWaiting: boolean) => void
  readonly signal: AbortSignal
}

/** Begins a file, or goes on with one that was begun, and resolves when it is kept or refused. */
export async function sendPortfolioFile({ id, registrationId, file, isNoRecordingOfChild, ...wish }: SendingFile) {
  const begun = await sendAsPerson(uploadBegin, id, { id, registrationId, name: file.name, size: file.size, isNoRecordingOfChild })
  if ('refusal' in begun && begun.refusal.code !== 'id_in_use' && begun.refusal.code !== 'unavailable') return begun
  const place = await placeOf()
  if (place === undefined) return { refusal: { code: 'signed_out' as const } }
  const reply = await sendFile({ place, id, file, ...wish })
  if ('refusal' in reply) return reply
  const kept = PortfolioFile.safeParse(reply.output)
  return kept.success ? { output: kept.data } : { refusal: { code: 'unexpected' as const } }
}

export async function forgetUpload(id: Id): Promise<void> {
  const place = await placeOf()
  if (place !== undefined) await cancelUpload(place, id)
}

async function placeOf() {
  const unlocked = await device().access.person()
  return unlocked === undefined ? undefined : { organisationId: unlocked.organisationId, personId: unlocked.personId }
}

/** Where the bytes of a file are to be had, by the browser's own players. */
export function addressOf(organisationId: Id, fileId: Id, how: 'look' | 'download' = 'look'): string {
  return `/api/files/${organisationId}/${fileId}${how === 'download' ? '?download=1' : ''}`
}

export function useQuarantine() {
  return useSending(uploadQuarantine)
}

export function useRelease() {
  return useSending(uploadRelease)
}

export function usePurge() {
  return useSending(uploadPurge)
}
