// Stored entries of earlier formats: each is read as it was written then, and still opens.
import { describe, expect, it } from 'vitest'
import { type Bytes, fromBase64url, textOf } from '../../core/bytes.ts'
import { decryptPart, isSignedBy, openContentKey, signedBytes } from '../../core/sealed-entry.ts'
import { openAttachment, openInput } from './entry-content.ts'
import { currentFormat, readEntry, type StoredEntry } from './entry-format.ts'
import first from './fixtures/entry-format-1.json'
import type { Unlocked } from './local-database.ts'
import { keysOf, type Secrets } from './secrets.ts'

/** Makes bytes of what the fixture writes as text. */
function revived<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value), (_key, member) =>
    typeof member === 'object' && member !== null && 'base64url' in member ? fromBase64url(member.base64url) : member,
  )
}

interface Fixture {
  readonly entry: StoredEntry
  readonly secrets: Secrets
  readonly attachment: Bytes
  readonly publicKey: Bytes
  readonly organisationPrivateKey: Bytes
}

describe('an entry of format 1', () => {
  const fixture = revived<Fixture>(first)

  it('opens for its author, words and photo', async () => {
    const entry = readEntry(fixture.entry)
    if (entry === undefined) throw new Error('format 1 is not read any more')
    const { userId, organisationId, personId, signKeyId: keyId } = entry
    const keys = await keysOf(fixture.secrets)
    const unlocked: Unlocked = {
      userId,
      name: 'Sam',
      organisationId,
      personId,
      keyId,
      keys,
      hasPin: true,
      hasSession: true,
      lastActiveAt: 0,
    }
    expect(await openInput(entry, unlocked)).toEqual({ note: 'Ewa lined the strips up' })
    expect(textOf(await openAttachment(entry, fixture.attachment, unlocked))).toBe('a photo')
  })

  it('opens for its organisation, and its signature holds', async () => {
    const { entry, attachment, publicKey, organisationPrivateKey } = fixture
    const { sealedKey, input } = entry
    const contentKey = await openContentKey(organisationPrivateKey, entry, sealedKey)
    expect(textOf(await decryptPart(contentKey, entry, 'input', input))).toContain('Ewa')
    expect(await isSignedBy(publicKey, await signedBytes(entry, { sealedKey, input, attachment }), entry.signature)).toBe(true)
  })

  it('keeps its place, its state and what it depends on', () => {
    expect(readEntry(fixture.entry)).toMatchObject({ order: 7, format: 1, state: 'waiting', tries: 0, dependsOn: [] })
  })
})

describe('reading', () => {
  const stored = { format: 1, a: 1 }
  const upgrades = { 1: (older: object) => ({ ...older, format: 2, b: 2 }), 2: (older: object) => ({ ...older, format: 3, c: 3 }) }

  it('goes from each format to the next', () => {
    expect(readEntry(stored, 3, upgrades)).toEqual({ format: 3, a: 1, b: 2, c: 3 })
  })
  it('leaves alone what it does not understand: a later format, or an earlier one without a way', () => {
    expect(readEntry({ format: currentFormat + 1 })).toBeUndefined()
    expect(readEntry({ format: 0 })).toBeUndefined()
    expect(readEntry({})).toBeUndefined()
  })
})
