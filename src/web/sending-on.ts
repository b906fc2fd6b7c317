// An administrator sends colleagues' waiting entries on: still sealed, signed by their authors, each author's in their own order.
import * as z from 'zod/mini'
import { outboxSendOn } from '../common/devices/contract.ts'
import { type Bytes, toBase64url } from '../core/bytes.ts'
import { type Id, newId } from '../core/ids.ts'
import type { CommandParcel, Place, Reply } from './api.ts'
import type { StoredEntry } from './offline/entry-format.ts'
import type { Local } from './offline/local-database.ts'
import { type Answer, nextToSend, outcomeOf } from './offline/outbox-rules.ts'
import { allEntries, beginSending, settle } from './offline/outbox-store.ts'
import { sendingLock } from './offline/sender.ts'
import { headerOf } from './offline/server-session.ts'

export interface SendingOnParts {
  readonly local: Local
  readonly post: (place: Place, parcel: CommandParcel) => Promise<Reply<unknown>>
  readonly locks: Pick<LockManager, 'request'>
  readonly now: () => Date
}

/** Sends what others left on this device for the organisation. @returns how many were accepted */
export async function sendOthersOn(place: Required<Place>, ownUserId: Id, parts: SendingOnParts): Promise<number> {
  // The lock of the sender: an entry is never under way twice from one device.
  return parts.locks.request(sendingLock, async () => {
    const others = (await allEntries(parts.local)).filter(
      ({ userId, organisationId }) => userId !== ownUserId && organisationId === place.organisationId,
    )
    let accepted = 0
    for (const author of new Set(others.map(({ userId }) => userId))) accepted += await sendAuthorsOn(place, author, parts)
    return accepted
  })
}

async function sendAuthorsOn(place: Required<Place>, author: Id, parts: SendingOnParts): Promise<number> {
  let accepted = 0
  for (;;) {
    const lines = (await allEntries(parts.local)).filter(({ userId }) => userId === author)
    const next = nextToSend(lines.filter(({ organisationId }) => organisationId === place.organisationId))
    const going = next && (await beginSending(parts.local, next.id))
    if (going === undefined) return accepted
    const outcome = outcomeOf(going.entry, answerOf(await parts.post(place, parcelOf(going.entry, going.attachment))))
    await settle(parts.local, going.entry.id, outcome, parts.now())
    if (outcome.to === 'waiting') return accepted
    if (outcome.to === 'sent') accepted += 1
  }
}

function parcelOf(entry: StoredEntry, attachment: Bytes | undefined): CommandParcel {
  const { signKeyId, sealedKey, input: content, signature } = entry
  const encoded = { sealedKey: toBase64url(sealedKey), content: toBase64url(content), signature: toBase64url(signature) }
  const { name, version } = outboxSendOn
  return {
    id: newId(),
    name,
    version,
    input: { header: headerOf(entry), signKeyId, ...encoded },
    attachment: attachment && { type: 'application/octet-stream', bytes: attachment },
  }
}

/** The author's command's own fate, or why it was not even tried. */
function answerOf(reply: Reply<unknown>): Answer {
  if ('refusal' in reply) return reply
  const output = z.safeParse(outboxSendOn.output, reply.output)
  if (!output.success) return { refusal: { code: 'unavailable' } }
  const { result } = output.data
  return result === 'accepted' ? { output: {} } : { refusal: { code: result } }
}
