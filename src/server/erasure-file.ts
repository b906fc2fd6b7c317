// The list of erasures as a file apart, sealed against a changed byte: written beside the backups, read at a restore.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { witnessErase } from '../centre/witnesserasure/contract.ts'
import { canonical, type Plain } from '../core/canonical.ts'
import { Id } from '../core/ids.ts'
import { Moment } from '../core/time.ts'
import { SettingError } from './setting-error.ts'

const ListedPerson = z.object({ id: Id, name: z.string(), email: z.string() })
export type ListedPerson = z.infer<typeof ListedPerson>

const ListedErasure = z.object({
  id: Id,
  learnerId: Id,
  reason: z.string(),
  erasedAt: Moment,
  records: z.int(),
  erasedBy: ListedPerson,
})
export type ListedErasure = z.infer<typeof ListedErasure>

/** A note that the safeguarding lead removed. */
const ListedRemoval = z.object({
  id: Id,
  learnerId: Id,
  observationId: Id,
  observedAt: Moment,
  recordedBy: ListedPerson,
  shownBy: ListedPerson,
  shownAt: Moment,
  removedBy: ListedPerson,
  removedAt: Moment,
})
export type ListedRemoval = z.infer<typeof ListedRemoval>

/** A witness whose name was erased. */
const ListedWitness = z.object({ id: Id, witnessId: Id, reason: witnessErase.input.shape.reason, erasedAt: Moment, erasedBy: ListedPerson })
export type ListedWitness = z.infer<typeof ListedWitness>

const ListedOrganisation = z.object({
  id: Id,
  erasures: z.array(ListedErasure),
  removals: z.optional(z.array(ListedRemoval)),
  witnesses: z.optional(z.array(ListedWitness)),
})

const List = z.object({
  format: z.literal('evident-erasures-1'),
  madeAt: Moment,
  organisations: z.array(ListedOrganisation),
})

/** Every erasure of an installation, oldest first. */
export type ErasureFile = z.infer<typeof List>

const Sealed = z.object({ list: List, sha256: z.string() })

/** Replaces a list of the same name: the newer one holds all of the older. @throws SettingError */
export function writeErasures(path: string, list: ErasureFile): void {
  try {
    writeFileSync(path, `${JSON.stringify({ list, sha256: sumOf(list) }, null, 1)}\n`, { mode: 0o600, flush: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SettingError('FILE', `${path} can’t be written (${code}).`, 'Give a name in a folder that this user may write.')
  }
}

/** @throws SettingError when it is no list, or not as it was written */
export function readErasures(path: string): ErasureFile {
  const refused = (what: string) =>
    new SettingError('--erasures', `${path} ${what}.`, 'Nothing was changed. Give a file that “evident -- erasures” wrote.')
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw refused(`can’t be read (${(error as NodeJS.ErrnoException).code})`)
  }
  try {
    const { list, sha256 } = z.parse(Sealed, JSON.parse(text))
    if (sha256 === sumOf(list)) return list
  } catch {
    throw refused('is no list of erasures')
  }
  throw refused('was changed since it was written')
}

function sumOf(list: ErasureFile): string {
  return createHash('sha256')
    .update(canonical(list as unknown as Plain))
    .digest('hex')
}
