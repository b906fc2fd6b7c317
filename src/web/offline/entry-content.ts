// Closes an entry's content on the way into the outbox, and opens it again for its author.
import { type Bytes, textOf, utf8 } from '../../core/bytes.ts'
import type { Command } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import * as sealed from '../../core/sealed-entry.ts'
import type { Moment } from '../../core/time.ts'
import { currentFormat, type NewStoredEntry, type StoredEntry } from './entry-format.ts'
import type { Unlocked } from './local-database.ts'

/** A photo, before it is encrypted. */
export interface Attachment {
  readonly type: string
  readonly bytes: Bytes
}

/** Who writes, on what, for whom. */
export interface Writer {
  readonly unlocked: Unlocked
  readonly deviceId: Id
  readonly sealingKey: Bytes
}

export interface Draft {
  readonly id: Id
  readonly command: Pick<Command, 'name' | 'version'>
  readonly input: unknown
  readonly dependsOn: readonly Id[]
  readonly addedAt: Moment
  readonly attachment?: Attachment | undefined
}

/** An entry ready for the store, and the encrypted photo that lies beside it. */
export interface ClosedEntry {
  readonly entry: NewStoredEntry
  readonly attachment: Bytes | undefined
}

/** Encrypts a draft once, under a key of its own that author and organisation each get, and signs the whole. */
export async function closeEntry({ unlocked, deviceId, sealingKey }: Writer, draft: Draft): Promise<ClosedEntry> {
  const { organisationId, personId, userId, keyId, keys } = unlocked
  const { id, command, dependsOn, addedAt } = draft
  const header: sealed.EntryHeader = { id, version: command.version, command: command.name, organisationId, personId, deviceId, addedAt }
  const contentKey = sealed.newContentKey()
  const [input, attachment, wrappedKey, sealedKey] = await Promise.all([
    sealed.encryptPart(contentKey, header, 'input', utf8(JSON.stringify(draft.input))),
    draft.attachment && sealed.encryptPart(contentKey, header, 'attachment', draft.attachment.bytes),
    sealed.wrapContentKey(keys.data, header, contentKey),
    sealed.sealContentKey(sealingKey, header, contentKey),
  ])
  const signature = await sealed.sign(keys.signing, await sealed.signedBytes(header, { sealedKey, input, attachment }))
  const about = draft.attachment && { type: draft.attachment.type, size: draft.attachment.bytes.length }
  const signedWith = { wrapKeyId: keyId, signKeyId: keyId }
  const fate = { state: 'waiting', reason: undefined, tries: 0, faults: 0 } as const
  return {
    entry: {
      ...header,
      ...fate,
      format: currentFormat,
      userId,
      dependsOn,
      ...signedWith,
      wrappedKey,
      sealedKey,
      signature,
      input,
      attachment: about,
    },
    attachment,
  }
}

/** Opens an entry's input for its author. @throws for anybody else, and for content that was changed */
export async function openInput(entry: StoredEntry, unlocked: Unlocked): Promise<unknown> {
  const contentKey = await sealed.unwrapContentKey(unlocked.keys.data, entry, entry.wrappedKey)
  return JSON.parse(textOf(await sealed.decryptPart(contentKey, entry, 'input', entry.input)))
}

/** Opens an entry's photo for its author. @throws as {@link openInput} */
export async function openAttachment(entry: StoredEntry, encrypted: Bytes, unlocked: Unlocked): Promise<Bytes> {
  const contentKey = await sealed.unwrapContentKey(unlocked.keys.data, entry, entry.wrappedKey)
  return sealed.decryptPart(contentKey, entry, 'attachment', encrypted)
}
