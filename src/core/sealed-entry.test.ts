// Sealed entries: what their author, their organisation and nobody else can open, and what a changed byte does.
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, fromBase64url, textOf, toBase64url, utf8 } from './bytes.ts'
import * as sealed from './sealed-entry.ts'

const header: sealed.EntryHeader = {
  id: '0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40',
  version: 1,
  command: 'learnerObservation.record',
  organisationId: '0193a5c2-0000-7b3a-9c4e-2f1d8a6b5c41',
  personId: '0193a5c2-0000-7b3a-9c4e-2f1d8a6b5c42',
  deviceId: '0193a5c2-0000-7b3a-9c4e-2f1d8a6b5c43',
  addedAt: '2026-11-24T10:55:00.000Z',
}

interface Pair {
  readonly publicKey: Bytes
  readonly privateKey: Bytes
}

async function organisationPair(): Promise<Pair> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

const dataKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

function flipped(bytes: Bytes, at: number): Bytes {
  const changed = bytes.slice()
  changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1
  return changed
}

describe('base64url', () => {
  it('carries any bytes there and back, as Node writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect([...fromBase64url(toBase64url(bytes))]).toEqual([...bytes])
      }),
    )
  })
  it.each(['A', 'AA=', 'A A', 'é'])('refuses %j', (text) => {
    expect(() => fromBase64url(text)).toThrow(TypeError)
  })
})

describe('a sealed entry', () => {
  let school: Pair
  beforeAll(async () => {
    school = await organisationPair()
  })

  it('opens for its author and for its organisation, to the same content', async () => {
    const author = await dataKey()
    const contentKey = sealed.newContentKey()
    const input = await sealed.encryptPart(contentKey, header, 'input', utf8('{"note":"Ewa lined the strips up"}'))
    const wrapped = await sealed.wrapContentKey(author, header, contentKey)
    const forSchool = await sealed.sealContentKey(school.publicKey, header, contentKey)
    for (const key of [
      await sealed.unwrapContentKey(author, header, wrapped),
      await sealed.openContentKey(school.privateKey, header, forSchool),
    ]) {
      expect(textOf(await sealed.decryptPart(key, header, 'input', input))).toBe('{"note":"Ewa lined the strips up"}')
    }
  })

  it('stays shut for a colleague and for another organisation', async () => {
    const contentKey = sealed.newContentKey()
    const wrapped = await sealed.wrapContentKey(await dataKey(), header, contentKey)
    const forSchool = await sealed.sealContentKey(school.publicKey, header, contentKey)
    await expect(sealed.unwrapContentKey(await dataKey(), header, wrapped)).rejects.toThrow()
    await expect(sealed.openContentKey((await organisationPair()).privateKey, header, forSchool)).rejects.toThrow()
  })

  it.each(Object.keys(header) as (keyof sealed.EntryHeader)[])('is bound to its %s', async (member) => {
    const other = { ...header, [member]: member === 'version' ? 2 : 'another' }
    const contentKey = sealed.newContentKey()
    const input = await sealed.encryptPart(contentKey, header, 'input', utf8('{}'))
    const forSchool = await sealed.sealContentKey(school.publicKey, header, contentKey)
    await expect(sealed.decryptPart(contentKey, other, 'input', input)).rejects.toThrow()
    await expect(sealed.openContentKey(school.privateKey, other, forSchool)).rejects.toThrow()
  })

  it('does not let its photo be read as its input', async () => {
    const contentKey = sealed.newContentKey()
    const photo = await sealed.encryptPart(contentKey, header, 'attachment', utf8('{}'))
    await expect(sealed.decryptPart(contentKey, header, 'input', photo)).rejects.toThrow()
  })

  it('shows any changed byte, by refusing to open or by its signature', async () => {
    const pair = await sealed.newSigningPair()
    const signingKey = await sealed.importSigningKey(pair.privateKey)
    const contentKey = sealed.newContentKey()
    const parts = {
      sealedKey: await sealed.sealContentKey(school.publicKey, header, contentKey),
      input: await sealed.encryptPart(contentKey, header, 'input', utf8('{}')),
      attachment: await sealed.encryptPart(contentKey, header, 'attachment', utf8('photo')),
    }
    const signed = await sealed.sign(signingKey, await sealed.signedBytes(header, parts))
    const verifies = async (about: sealed.EntryHeader, given: sealed.SealedParts, by = pair.publicKey) =>
      sealed.isSignedBy(by, await sealed.signedBytes(about, given), signed)

    expect(await verifies(header, parts)).toBe(true)
    expect(await verifies({ ...header, version: 2 }, parts)).toBe(false)
    expect(await verifies(header, { sealedKey: parts.sealedKey, input: parts.input })).toBe(false)
    expect(await verifies(header, { ...parts, attachment: parts.input })).toBe(false)
    expect(await verifies(header, parts, (await sealed.newSigningPair()).publicKey)).toBe(false)
    expect(await verifies(header, parts, utf8('no key'))).toBe(false)
    await fc.assert(
      fc.asyncProperty(fc.nat(500), fc.constantFrom('sealedKey', 'input', 'attachment'), async (at, part) => {
        const changed = { ...parts, [part]: flipped(parts[part as 'input'], at) }
        expect(await verifies(header, changed)).toBe(false)
        if (part === 'sealedKey') await expect(sealed.openContentKey(school.privateKey, header, changed.sealedKey)).rejects.toThrow()
        else await expect(sealed.decryptPart(contentKey, header, part as 'input', changed[part as 'input'])).rejects.toThrow()
      }),
      { numRuns: 40 },
    )
  })

  it('gives a signing key that can be used and not read', async () => {
    const key = await sealed.importSigningKey((await sealed.newSigningPair()).privateKey)
    await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow()
  })
})
