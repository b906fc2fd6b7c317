// What can't be said in an introduction.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { StandardPack } from '../standards/contract.ts'

/** Refused: `unknown_leaf`. */
export function scanRefusal({ leaf }: { readonly leaf: string }, pack: Pick<StandardPack, 'leaves'>): Refusal | undefined {
  return pack.leaves.some(({ code }) => code === leaf) ? undefined : refused('unknown_leaf', 'leaf')
}

/** Refused: `in_the_future`. */
export function priorLearningRefusal({ gainedIn }: { readonly gainedIn: number }, now: Date): Refusal | undefined {
  return gainedIn > now.getUTCFullYear() ? refused('in_the_future', 'gainedIn') : undefined
}

/** Refused: `withdrawn_already`. */
export function withdrawalRefusal({ withdrawnAt }: { readonly withdrawnAt: Date | null }): Refusal | undefined {
  return withdrawnAt === null ? undefined : refused('withdrawn_already', 'noteId')
}

/** A notice that was replaced is not acknowledged any more. Refused: `replaced_since`. */
export function acknowledgementRefusal(noticeId: Id, newest: readonly { readonly id: Id }[]): Refusal | undefined {
  return newest.some(({ id }) => id === noticeId) ? undefined : refused('replaced_since', 'noticeId')
}
