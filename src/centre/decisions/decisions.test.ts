// Claims, decisions and the queue through the real dispatch: who may, what is refused, and that nothing is overwritten.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LetterFile } from '../../common/letters/contract.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import {
  bring,
  type TestRegistration,
  testParties,
  testRegistration,
  writeTestDescriptor,
  writeTestRetraction,
} from '../../testing/centre.ts'
import { evidenceAdd, evidenceSeenInPlace } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { markClaimed } from '../registrations/store.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import { decisionQueue, decisionRecord, evidenceClaim, evidenceUnclaim, unitInPortfolio, unitMine, unitOfCandidate } from './contract.ts'

let app: TestApp
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

let minutes = 0
/** A minute later: what comes after is after. */
const tick = () => app.clock.set(new Date(Date.UTC(2026, 10, 24, 11, minutes++)).toISOString())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

async function portfolio() {
  const one = await testRegistration(app.centre)
  const { candidate, assessor } = one
  const registrationId = one.id
  const unit = () => candidate.ask(unitMine, { registrationId })
  return {
    ...one,
    unit,
    leaf: async (code: string) => (await unit()).leaves.find((leaf) => leaf.leaf === code),
    add: async (by: 'candidate' | 'assessor', method: AssessmentMethod, ...leaves: string[]) => {
      const id = newId()
      tick()
      await one[by].send(evidenceAdd, {
        id,
        registrationId,
        record: emptyRecord(method),
        isOwnWork: true,
        title: 'An item of evidence',
        occurredOn: '2026-11-24',
        leaves,
      })
      return id
    },
    descriptor: async (...leaves: string[]) => {
      tick()
      const file: LetterFile = await writeTestDescriptor(app, app.school, { centreId: app.centre.id, registrationId, leaves })
      return { file, id: (await bring(app, app.centre, file)).evidenceId ?? '' }
    },
    see: (evidenceId: string) =>
      assessor.send(evidenceSeenInPlace, {
        id: newId(),
        registrationId,
        evidenceId,
        where: 'At Oakmere',
        seenOn: '2026-11-24',
        permittedBy: 'The head',
      }),
    decision: (leaf: string, half: 'observed' | 'knowledge', evidenceIds: string[], more = {}) => ({
      id: newId(),
      registrationId,
      leaf,
      half,
      outcome: 'met' as const,
      evidenceIds,
      reason: null,
      action: null,
      actionBy: null,
      ...more,
    }),
  }
}

const more = {
  outcome: 'more_evidence_needed' as const,
  reason: 'Only describes',
  action: 'Compare the two roles in a table',
  actionBy: '2026-12-01',
}

describe('decision.record', () => {
  it('accepted: 2.3 is complete only when both halves are met, each on evidence that closes it', async () => {
    const { assessor, add, decision, leaf } = await portfolio()
    const observation = await add('assessor', 'O', '2.3')
    const assignment = await add('candidate', 'A', '2.3')
    await assessor.send(decisionRecord, decision('2.3', 'observed', [observation]))
    expect(await leaf('2.3')).toMatchObject({
      isComplete: false,
      halves: [{ isMet: true }, { isMet: false, missing: 'undecided', closing: ['A-01'] }],
    })
    await assessor.send(decisionRecord, decision('2.3', 'knowledge', [assignment]))
    expect((await leaf('2.3'))?.isComplete).toBe(true)
  })
  it('accepted: a descriptor seen in place stands beside the observation that closes the leaf; evidence that is cited is claimed', async () => {
    const { assessor, add, decision, descriptor, leaf, see } = await portfolio()
    const { id } = await descriptor('2.3')
    const observation = await add('assessor', 'O', '2.4')
    await see(id)
    await assessor.send(decisionRecord, decision('2.4', 'observed', [observation, id]))
    expect(await leaf('2.4')).toMatchObject({ isComplete: true, references: ['PE-01', 'O-01'], unseen: [] })
  })
  it('accepted: more evidence needed with reason, action and day; then met; then reopened: every one of them is kept', async () => {
    const { assessor, id, add, decision, leaf } = await portfolio()
    const assignment = await add('candidate', 'A', '1.1')
    await assessor.send(decisionRecord, decision('1.1', 'knowledge', [assignment], more))
    expect((await leaf('1.1'))?.halves[0]).toMatchObject({
      missing: 'more_evidence_needed',
      standing: { action: 'Compare the two roles in a table', actionBy: '2026-12-01' },
    })
    await assessor.send(decisionRecord, decision('1.1', 'knowledge', [assignment]))
    expect((await leaf('1.1'))?.isComplete).toBe(true)
    await assessor.send(decisionRecord, decision('1.1', 'knowledge', [], { outcome: 'reopened' }))
    expect(await leaf('1.1')).toMatchObject({ isComplete: false, halves: [{ missing: 'undecided', standing: null }] })
    const { decisions } = await assessor.ask(unitOfCandidate, { registrationId: id })
    expect(decisions.map((one) => [one.number, one.outcome])).toEqual([
      [3, 'reopened'],
      [2, 'met'],
      [1, 'more_evidence_needed'],
    ])
  })
  it('accepted: the decision stands when the record that it rested on is erased afterwards', async () => {
    const { assessor, add, decision, descriptor, see, leaf, unit } = await portfolio()
    const { file, id } = await descriptor('2.4')
    await see(id)
    await assessor.send(decisionRecord, decision('2.4', 'observed', [await add('assessor', 'O', '2.4'), id]))
    await bring(app, app.centre, await writeTestRetraction(app, app.school, file, '2026-11-24'))
    expect((await leaf('2.4'))?.isComplete).toBe(true)
    expect((await unit()).evidence.find((item) => item.id === id)?.descriptor?.retractedOn).toBe('2026-11-24')
  })
  it('refused: met on nothing, on a descriptor alone, on one that was not seen, on the wrong half’s evidence', async () => {
    const { assessor, add, decision, descriptor, see } = await portfolio()
    const { id } = await descriptor('2.3')
    const observation = await add('assessor', 'O', '2.3')
    const decide = (...parts: Parameters<typeof decision>) => assessor.send(decisionRecord, decision(...parts))
    await expect(decide('2.3', 'observed', [])).rejects.toMatchObject(refusedBy('refused', 'evidence_missing'))
    await expect(decide('2.3', 'observed', [observation, id])).rejects.toMatchObject(refusedBy('refused', 'not_seen_in_place'))
    await see(id)
    await expect(decide('2.3', 'observed', [id])).rejects.toMatchObject(refusedBy('refused', 'nothing_closes_half'))
    await expect(decide('2.3', 'knowledge', [observation])).rejects.toMatchObject(refusedBy('refused', 'nothing_closes_half'))
    await expect(decide('2.4', 'knowledge', [observation])).rejects.toMatchObject(refusedBy('refused', 'half_not_demanded'))
    await expect(decide('2.3', 'observed', [newId()])).rejects.toMatchObject(refusedBy('refused', 'unknown_evidence'))
    await expect(decide('3.4', 'observed', [observation])).rejects.toMatchObject(refusedBy('refused', 'unknown_leaf'))
  })
  it('refused: more evidence needed without reason, action or day; undoing what was never decided', async () => {
    const { assessor, decision } = await portfolio()
    const decide = (fields: object) => assessor.send(decisionRecord, decision('1.1', 'knowledge', [], { ...more, ...fields }))
    await expect(decide({ reason: ' ' })).rejects.toMatchObject(refusedBy('refused', 'reason_missing'))
    await expect(decide({ action: null })).rejects.toMatchObject(refusedBy('refused', 'action_missing'))
    await expect(decide({ actionBy: null })).rejects.toMatchObject(refusedBy('refused', 'action_by_missing'))
    await expect(decide({ actionBy: '2026-11-23' })).rejects.toMatchObject(refusedBy('refused', 'in_the_past'))
    await expect(decide({ outcome: 'reopened' })).rejects.toMatchObject(refusedBy('refused', 'nothing_to_reopen'))
  })
  it('refused: the candidate, the administrator, another assessor', async () => {
    const { candidate, administrator, decision } = await portfolio()
    for (const person of [candidate, administrator])
      await expect(person.send(decisionRecord, decision('1.1', 'knowledge', [], more))).rejects.toMatchObject(refusedBy('not_allowed'))
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    await expect(colleague.send(decisionRecord, decision('1.1', 'knowledge', [], more))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found, and its evidence can’t be cited', async () => {
    const { assessor, decision } = await portfolio()
    await expect(theirs.assessor.send(decisionRecord, decision('1.1', 'knowledge', [], more))).rejects.toMatchObject(refusedBy('not_found'))
    const id = newId()
    await theirs.candidate.send(evidenceAdd, {
      id,
      registrationId: theirs.id,
      record: emptyRecord('A'),
      isOwnWork: true,
      title: 'Assignment',
      occurredOn: '2026-11-24',
      leaves: ['1.1'],
    })
    await expect(assessor.send(decisionRecord, decision('1.1', 'knowledge', [id]))).rejects.toMatchObject(
      refusedBy('refused', 'unknown_evidence'),
    )
  })
  it('accepted: decisions at once on one portfolio get numbers of their own', async () => {
    const { assessor, add, decision } = await portfolio()
    const assignment = await add('candidate', 'A', '1.1', '1.2', '1.3')
    const numbers = await Promise.all(
      ['1.1', '1.2', '1.3'].map((code) => assessor.send(decisionRecord, decision(code, 'knowledge', [assignment]))),
    )
    expect(numbers.map((one) => one.number).sort()).toEqual([1, 2, 3])
  })
})

describe('evidence.claim', () => {
  it('accepted: one item, another leaf', async () => {
    const { candidate, id: registrationId, add, leaf } = await portfolio()
    await candidate.send(evidenceClaim, { registrationId, evidenceId: await add('candidate', 'A', '1.1'), leaf: '1.2' })
    expect((await leaf('1.2'))?.references).toEqual(['A-01'])
  })
  it('refused: a decided leaf, a leaf that there is not, an item that there is not, and by the assessor', async () => {
    const { candidate, assessor, id: registrationId, add, decision } = await portfolio()
    const evidenceId = await add('candidate', 'A', '1.1')
    await assessor.send(decisionRecord, decision('1.1', 'knowledge', [evidenceId]))
    const late = await add('candidate', 'RA', '1.2')
    await expect(candidate.send(evidenceClaim, { registrationId, evidenceId: late, leaf: '1.1' })).rejects.toMatchObject(
      refusedBy('refused', 'leaf_decided'),
    )
    await expect(candidate.send(evidenceClaim, { registrationId, evidenceId: late, leaf: '3.4' })).rejects.toMatchObject(
      refusedBy('refused', 'unknown_leaf'),
    )
    await expect(candidate.send(evidenceClaim, { registrationId, evidenceId: newId(), leaf: '1.3' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
    await expect(assessor.send(evidenceClaim, { registrationId, evidenceId: late, leaf: '1.3' })).rejects.toMatchObject(
      refusedBy('not_allowed'),
    )
  })
  it('other organisation: not found', async () => {
    const { id: registrationId, add } = await portfolio()
    const evidenceId = await add('candidate', 'A', '1.1')
    await expect(theirs.candidate.send(evidenceClaim, { registrationId, evidenceId, leaf: '1.2' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
    await expect(theirs.candidate.send(evidenceClaim, { registrationId: theirs.id, evidenceId, leaf: '1.2' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('evidence.unclaim', () => {
  it('accepted: and it can be claimed again', async () => {
    const { candidate, id: registrationId, add, leaf } = await portfolio()
    const claim = { registrationId, evidenceId: await add('candidate', 'A', '1.1'), leaf: '1.1' }
    await candidate.send(evidenceUnclaim, claim)
    expect(await leaf('1.1')).toMatchObject({ references: [], halves: [{ missing: 'no_evidence' }] })
    await candidate.send(evidenceClaim, claim)
    expect((await leaf('1.1'))?.references).toEqual(['A-01'])
  })
  it('refused: once a decision rests on it, and by another candidate', async () => {
    const { candidate, assessor, id: registrationId, add, decision } = await portfolio()
    const claim = { registrationId, evidenceId: await add('candidate', 'A', '1.1'), leaf: '1.1' }
    await assessor.send(decisionRecord, decision('1.1', 'knowledge', [claim.evidenceId], more))
    await expect(candidate.send(evidenceUnclaim, claim)).rejects.toMatchObject(refusedBy('refused', 'leaf_decided'))
    const colleague = await app.centre.person('Zo Park', 'candidate')
    await expect(colleague.send(evidenceUnclaim, claim)).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const { id: registrationId, add } = await portfolio()
    const evidenceId = await add('candidate', 'A', '1.1')
    await expect(theirs.candidate.send(evidenceUnclaim, { registrationId, evidenceId, leaf: '1.1' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('unit.mine', () => {
  it('accepted: 23 leaves, each with what is missing and why', async () => {
    const { descriptor, add, unit } = await portfolio()
    await descriptor('2.3')
    await add('candidate', 'A', '1.1')
    const { leaves, isComplete } = await unit()
    expect(leaves).toHaveLength(23)
    expect(isComplete).toBe(false)
    const missing = (code: string) => leaves.find((leaf) => leaf.leaf === code)?.halves.map((half) => half.missing)
    expect([missing('1.1'), missing('2.1'), missing('2.3')]).toEqual([
      ['undecided'],
      ['no_evidence'],
      ['only_supporting', 'only_supporting'],
    ])
    expect(leaves.find((leaf) => leaf.leaf === '2.3')?.unseen).toEqual(['PE-01'])
  })
  it('refused: another candidate, and the assessor has a view of her own', async () => {
    const { id: registrationId, assessor } = await portfolio()
    const colleague = await app.centre.person('Zo Park', 'candidate')
    await expect(colleague.ask(unitMine, { registrationId })).rejects.toMatchObject(refusedBy('not_found'))
    await expect(assessor.ask(unitMine, { registrationId })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const { id: registrationId } = await portfolio()
    await expect(theirs.candidate.ask(unitMine, { registrationId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('unit.ofCandidate', () => {
  it('accepted: the assessor sees the same unit', async () => {
    const { id: registrationId, assessor, unit } = await portfolio()
    expect((await assessor.ask(unitOfCandidate, { registrationId })).unit).toEqual(await unit())
  })
  it('refused: another assessor, and the candidate', async () => {
    const { id: registrationId, candidate } = await portfolio()
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    await expect(colleague.ask(unitOfCandidate, { registrationId })).rejects.toMatchObject(refusedBy('not_found'))
    await expect(candidate.ask(unitOfCandidate, { registrationId })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const { id: registrationId } = await portfolio()
    await expect(theirs.assessor.ask(unitOfCandidate, { registrationId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('decision.queue', () => {
  it('accepted: an item waits until its leaves are answered, and comes back with a new claim', async () => {
    const { assessor, candidate, id: registrationId, add, decision, descriptor } = await portfolio()
    const { id } = await descriptor('2.4')
    const assignment = await add('candidate', 'A', '1.1')
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([
      { evidenceId: id, isUnseen: true, waiting: ['2.4'] },
      { evidenceId: assignment, waiting: ['1.1'] },
    ])
    await assessor.send(decisionRecord, decision('1.1', 'knowledge', [assignment], more))
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([{ evidenceId: id }])
    tick()
    await candidate.send(evidenceClaim, { registrationId, evidenceId: assignment, leaf: '1.2' })
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([{ evidenceId: id }, { evidenceId: assignment, waiting: ['1.2'] }])
  })
  it('accepted: R14: a record that supports what is met already waits to be seen in place, and no longer', async () => {
    const { assessor, add, decision, descriptor, see } = await portfolio()
    const observation = await add('assessor', 'O', '2.4')
    await assessor.send(decisionRecord, decision('2.4', 'observed', [observation]))
    const { id } = await descriptor('2.4')
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([{ evidenceId: id, isUnseen: true, waiting: [] }])
    await see(id)
    expect(await assessor.ask(decisionQueue, {})).toEqual([])
  })
  it('refused: a candidate has none', async () => {
    const { candidate } = await portfolio()
    await expect(candidate.ask(decisionQueue, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: ours does not wait there', async () => {
    const { add } = await portfolio()
    await add('candidate', 'A', '1.1')
    const queue = await theirs.assessor.ask(decisionQueue, {})
    expect(queue.every((entry) => entry.registrationId === theirs.id)).toBe(true)
  })
})

describe('unit.inPortfolio', () => {
  it('accepted: whoever has a part in it reads the same unit', async () => {
    const full = await testRegistration(app.centre, await testParties(app.centre))
    const seen = await full.candidate.ask(unitInPortfolio, { registrationId: full.id })
    expect(seen.leaves).toHaveLength(23)
    for (const one of [full.assessor, full.tutor, full.countersigner, full.iqa])
      expect(await one?.ask(unitInPortfolio, { registrationId: full.id })).toEqual(seen)
  })
  it('refused: the administrator, who sees the registration alone, and staff without a part', async () => {
    const { id, administrator } = await testRegistration(app.centre)
    await expect(administrator.ask(unitInPortfolio, { registrationId: id })).rejects.toMatchObject(refusedBy('not_allowed'))
    for (const role of ['assessor', 'tutor', 'iqa'] as const) {
      const other = await app.centre.person('Someone Else', role)
      await expect(other.ask(unitInPortfolio, { registrationId: id })).rejects.toMatchObject(refusedBy('not_found'))
    }
  })
  it('other organisation: not found', async () => {
    const { id } = await testRegistration(app.centre)
    const theirs = await testRegistration(app.otherCentre)
    await expect(theirs.assessor.ask(unitInPortfolio, { registrationId: id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('a claimed unit', () => {
  it('takes no claim, no decision and no evidence any more', async () => {
    const { id: registrationId, candidate, assessor } = await testRegistration(app.centre)
    const evidence = {
      id: newId(),
      registrationId,
      record: emptyRecord('A'),
      isOwnWork: true,
      title: 'Assignment',
      occurredOn: '2026-11-02',
      leaves: ['1.1'],
    }
    await candidate.send(evidenceAdd, evidence)
    await app.centre.look((tx) => markClaimed(tx, registrationId))
    const closed = refusedBy('refused', 'unit_claimed')
    const claim = { registrationId, evidenceId: evidence.id, leaf: '1.1' }
    await expect(candidate.send(evidenceAdd, { ...evidence, id: newId() })).rejects.toMatchObject(closed)
    await expect(candidate.send(evidenceClaim, claim)).rejects.toMatchObject(closed)
    await expect(candidate.send(evidenceUnclaim, claim)).rejects.toMatchObject(closed)
    const decision = { leaf: '1.1', half: 'knowledge' as const, outcome: 'met' as const, evidenceIds: [evidence.id] }
    await expect(
      assessor.send(decisionRecord, { id: newId(), registrationId, ...decision, reason: null, action: null, actionBy: null }),
    ).rejects.toMatchObject(closed)
  })
})
