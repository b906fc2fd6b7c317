// Making devices known and ending them, giving authors their keys back, sending entries on.
import { Buffer } from 'node:buffer'
import type { Actor } from '../../core/actor.ts'
import { type Bytes, fromBase64url, textOf, toBase64url } from '../../core/bytes.ts'
import { accept, OperationError, refused } from '../../core/errors.ts'
import { decryptPart, type EntryHeader, isSignedBy, openContentKey, signedBytes } from '../../core/sealed-entry.ts'
import { dayOf } from '../../core/time.ts'
import { accessChanged } from '../../server/accounts.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { HandlerServices } from '../../server/services.ts'
import * as contract from './contract.ts'
import { canEnrol, canManageDevices, canReopen, canSendOn } from './policy.ts'
import { sendOnRefusal } from './rules.ts'
import { findDevice, findKey, getDevice, noteEnrolment, revokeDevice, rolesOn } from './store.ts'
import { listDevices } from './views.ts'

const byAdministrator = { role: canManageDevices, allow: canManageDevices }

export const deviceHandlers = [
  handle(contract.deviceEnrol, {
    role: canEnrol,
    load: (tx, input) => findDevice(tx, input.deviceId),
    allow: canEnrol,
    run: async (tx, { input, actor, facts: device, services }) => {
      if (device !== undefined && device.revokedAt !== null) accept(refused('device_revoked', 'deviceId'))
      const publicKey = Buffer.from(fromBase64url(input.publicKey))
      await noteEnrolment(tx, { ...input, personId: actor.personId, publicKey })
      return { sealingKey: toBase64url(await services.keys.publicKey(tx, 'sealing')) }
    },
  }),
  handle(contract.deviceRevoke, {
    ...byAdministrator,
    load: (tx, input) => getDevice(tx, input.deviceId),
    run: async (tx, { input, actor }) => {
      await revokeDevice(tx, input.deviceId, actor.personId)
      await accessChanged(tx)
      return {}
    },
  }),
  answer(contract.deviceList, {
    ...byAdministrator,
    load: async () => undefined,
    run: async (tx) => ({ devices: await listDevices(tx) }),
  }),
  answer(contract.outboxContentKeys, {
    role: canReopen,
    load: (tx, _input, _actor, services) => sealingKey(tx, services),
    allow: canReopen,
    run: async (_tx, { input, actor, facts: key }) => {
      const own = input.entries.filter(({ header }) => isBy(header, actor))
      const opened = await Promise.all(own.map(({ header, sealedKey }) => openedKey(key, header, fromBase64url(sealedKey))))
      return { opened: opened.filter((each) => each !== undefined) }
    },
  }),
  handle(contract.outboxSendOn, {
    role: canManageDevices,
    // Who, for whom and which: the sealed content has its own event, in its author's name.
    keep: ({ header, signKeyId }) => ({ header, signKeyId }),
    load: (tx, input) => findKey(tx, input.signKeyId),
    allow: canSendOn,
    run: async (tx, { input, actor, facts: known, services }) => {
      const { header } = input
      const { bytes } = services
      const parts = { sealedKey: fromBase64url(input.sealedKey), input: fromBase64url(input.content), attachment: owned(bytes) }
      const isTheirs = known?.personId === header.personId && known.deviceId === header.deviceId
      const isSigned =
        isTheirs && (await isSignedBy(new Uint8Array(known.publicKey), await signedBytes(header, parts), fromBase64url(input.signature)))
      const facts = known && { isSigned, keyAddedAt: known.addedAt, addedAt: header.addedAt, command: header.command }
      accept(sendOnRefusal(facts, tx.now))
      const opened = await openedParts(await sealingKey(tx, services), header, parts)
      if (opened === undefined) throw new OperationError(refused('not_authentic'))
      const roles = await rolesOn(tx, header.personId, dayOf(header.addedAt))
      const author: Actor = {
        personId: header.personId,
        organisationId: tx.organisationId,
        kind: actor.kind,
        roles,
        sentOnBy: actor.personId,
      }
      const { id, version } = header
      return { result: await services.sendAs(tx, author, header.command, { id, version, ...opened }) }
    },
  }),
]

function isBy(header: EntryHeader, actor: Actor): boolean {
  return header.personId === actor.personId && header.organisationId === actor.organisationId
}

function owned(bytes: Uint8Array | undefined): Bytes | undefined {
  return bytes === undefined ? undefined : new Uint8Array(bytes)
}

/** The organisation's private sealing key, as PKCS 8. */
async function sealingKey(tx: ReadTx, services: HandlerServices): Promise<Bytes> {
  const key = await services.keys.privateKey(tx, 'sealing')
  return new Uint8Array(key.export({ format: 'der', type: 'pkcs8' }))
}

async function openedKey(key: Bytes, header: EntryHeader, sealedKey: Bytes) {
  const contentKey = await openContentKey(key, header, sealedKey).catch(() => undefined)
  return contentKey && { id: header.id, contentKey: toBase64url(contentKey) }
}

/** The entry's input, and its photo if it has one; undefined when anything does not open. */
async function openedParts(key: Bytes, header: EntryHeader, parts: { sealedKey: Bytes; input: Bytes; attachment: Bytes | undefined }) {
  try {
    const contentKey = await openContentKey(key, header, parts.sealedKey)
    const input: unknown = JSON.parse(textOf(await decryptPart(contentKey, header, 'input', parts.input)))
    if (parts.attachment === undefined) return { input }
    return { input, bytes: await decryptPart(contentKey, header, 'attachment', parts.attachment) }
  } catch {
    return undefined
  }
}
