// The hash of a unit's content: it changes with each byte of the content, and with nothing else.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical, type Plain } from '../../core/canonical.ts'
import { canonicalHash, hashOfText } from '../../core/canonical-hash.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { bring, testParties, testRegistration, writeTestDescriptor, writeTestRetraction } from '../../testing/centre.ts'
import { givePasswords } from '../../testing/passwords.ts'
import { decide, loadTestWording, meetEverything, signAs } from '../../testing/signing.ts'
import { decisionTargetSet, evidenceClaim, evidenceUnclaim } from '../decisions/contract.ts'
import { evidenceAdd, evidenceChange, evidenceSeenInPlace } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { itemFeedbackAnswer, itemFeedbackGive } from '../itemfeedback/contract.ts'
import { getRegistration } from '../registrations/views.ts'
import { signOffReopen, signOffShow, unitClaim } from './contract.ts'
import { differences } from './rules.ts'
import { markSampling } from './store.ts'
import { unitContent } from './views.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

let minutes = 0
const tick = () => app.clock.set(new Date(Date.UTC(2026, 11, 11, 9, minutes++)).toISOString())

/** A unit with every kind of evidence that its parties can add by hand, a descriptor, feedback, and all met. */
async function unit() {
  tick()
  const { countersigner: _, ...others } = await testParties(app.centre)
  const one = await testRegistration(app.centre, others)
  const registrationId = one.id
  await givePasswords(app.centre, one.candidate, one.assessor)
  await loadTestWording(app.centre, one.administrator)
  const items = await meetEverything(app.centre, one)
  const letter = await writeTestDescriptor(app, app.school, { centreId: app.centre.id, registrationId })
  const { evidenceId: descriptorId } = await bring(app, app.centre, letter)
  const feedbackId = newId()
  const said = { good: 'An example for each', develop: 'Compare the two' }
  await one.assessor.send(itemFeedbackGive, { id: feedbackId, registrationId, evidenceId: items.assignmentId, ...said })
  const content = () => app.centre.look(async (tx) => unitContent(tx, await getRegistration(tx, registrationId)))
  return {
    ...one,
    ...items,
    registrationId,
    letter,
    descriptorId: descriptorId ?? '',
    feedbackId,
    content,
    hash: async () => canonicalHash(await content()),
  }
}

interface Leaf {
  readonly path: string
  /** The whole content with this one value changed. */
  readonly changed: Plain
}

/** The content once for each text, number, truth value and nothing in it, with that one changed. */
function* changedLeaves(value: Plain, path = '', rebuild: (changed: Plain) => Plain = (changed) => changed): Generator<Leaf> {
  if (value !== null && typeof value === 'object') {
    const isList = Array.isArray(value)
    for (const [key, member] of Object.entries(value as { readonly [key: string]: Plain })) {
      const put = (changed: Plain): Plain =>
        rebuild(
          isList
            ? (value as readonly Plain[]).map((one, at) => (String(at) === key ? changed : one))
            : { ...(value as object), [key]: changed },
        )
      yield* changedLeaves(member, `${path}/${key}`, put)
    }
    return
  }
  yield { path, changed: rebuild(otherThan(value)) }
}

function otherThan(value: Plain): Plain {
  if (typeof value === 'string') return value === '' ? 'x' : `${value.slice(0, -1)}${value.endsWith('~') ? '!' : '~'}`
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : 'something'
}

describe('the hash of a unit’s content', () => {
  it('changes with every value in it, and the difference names the place', async () => {
    const { content } = await unit()
    const before = await content()
    const hash = await canonicalHash(before)
    const leaves = [...changedLeaves(before)]
    expect(leaves.length).toBeGreaterThan(500)
    for (const { path, changed } of leaves) {
      expect(await canonicalHash(changed), path).not.toBe(hash)
      expect(differences(before, changed).length, path).toBeGreaterThan(0)
    }
  })
  it('changes with every byte of it', async () => {
    const { content } = await unit()
    const bytes = Buffer.from(canonical(await content()), 'utf8')
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(await hashOfText(bytes.toString('utf8'))).toBe(hash)
    for (let at = 0; at < bytes.length; at += bytes.length > 60_000 ? 7 : 1) {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      expect(createHash('sha256').update(bytes).digest('hex')).not.toBe(hash)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    }
  })
  it('changes with every act on the content', async () => {
    const { candidate, assessor, registrationId, assignmentId, observationId, descriptorId, feedbackId, hash, ...one } = await unit()
    const seen = new Set([await hash()])
    const claim = { registrationId, evidenceId: descriptorId, leaf: '2.3' }
    const late = newId()
    const acts: readonly (() => Promise<unknown>)[] = [
      () => candidate.send(itemFeedbackAnswer, { id: newId(), registrationId, feedbackId, words: 'I will' }),
      () =>
        assessor.send(itemFeedbackGive, { id: newId(), registrationId, evidenceId: observationId, good: 'Calm', develop: 'Wait longer' }),
      () =>
        assessor.send(evidenceSeenInPlace, {
          id: newId(),
          registrationId,
          evidenceId: descriptorId,
          where: 'At Oakmere',
          permittedBy: 'The head',
          seenOn: '2026-12-01',
        }),
      () =>
        candidate.send(evidenceAdd, {
          id: late,
          registrationId,
          record: emptyRecord('RA'),
          isOwnWork: true,
          title: 'I waited',
          occurredOn: '2026-12-01',
          leaves: ['4.2'],
        }),
      () => decide({ ...one, id: registrationId, candidate, assessor }, [{ leaf: '1.1', half: 'knowledge' }], assignmentId),
      () =>
        candidate.send(evidenceChange, {
          registrationId,
          evidenceId: late,
          title: 'I waited longer',
          occurredOn: '2026-12-01',
          record: emptyRecord('RA'),
          isOwnWork: true,
        }),
      () =>
        candidate.send(evidenceChange, {
          registrationId,
          evidenceId: assignmentId,
          title: 'All of it, B',
          occurredOn: '2026-11-24',
          record: emptyRecord('A'),
          isOwnWork: true,
        }),
      () => candidate.send(evidenceUnclaim, { ...claim, evidenceId: late, leaf: '4.2' }),
      () => candidate.send(evidenceClaim, { ...claim, evidenceId: late, leaf: '1.2' }),
    ]
    for (const act of acts) {
      tick()
      await act()
      const now = await hash()
      expect(seen.has(now), String(act)).toBe(false)
      seen.add(now)
    }
  })
  it('changes with nothing else: not with time, reading, signatures, sampling, reopening, a record erased in school, or the claim', async () => {
    const { candidate, assessor, iqa, administrator, registrationId, letter, hash } = await unit()
    const before = await hash()
    const mark = (verifier: 'iqa' | 'eqa', state: 'sampled' | 'agreed') =>
      app.centre.look((tx) => markSampling(tx, { id: newId(), registrationId, verifier, state, verifierId: iqa?.id ?? '', endsAt: null }))
    const others: readonly (() => Promise<unknown>)[] = [
      async () => app.clock.set('2027-02-01T09:00:00.000Z'),
      () => candidate.ask(signOffShow, { registrationId }),
      async () => bring(app, app.centre, await writeTestRetraction(app, app.school, letter, '2026-12-01')),
      () => administrator.send(decisionTargetSet, { id: newId(), workingDays: 4 }),
      () => signAs(candidate, registrationId, 'candidate'),
      async () => app.clock.set('2027-02-01T10:00:00.000Z'),
      () => assessor.send(signOffReopen, { id: newId(), registrationId, reason: 'To look again' }),
      async () => app.clock.set('2027-02-01T11:00:00.000Z'),
      () => signAs(candidate, registrationId, 'candidate'),
      () => signAs(assessor, registrationId, 'assessor'),
      () => mark('iqa', 'sampled'),
      () => mark('iqa', 'agreed'),
      () => givePasswords(app.centre, iqa),
      () => signAs(iqa ?? candidate, registrationId, 'iqa'),
      // The centre loads another wording: a unit keeps the one that it was signed under.
      () => loadTestWording(app.centre, administrator),
      () => administrator.send(unitClaim, { registrationId }),
    ]
    for (const act of others) {
      await act()
      expect(await hash(), String(act)).toBe(before)
    }
    expect((await candidate.ask(signOffShow, { registrationId })).state).toBe('claimed')
  })
})
