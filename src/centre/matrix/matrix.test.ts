// The evidence location sheet: what an item is to a leaf, gaps, filters, who reads it, and the CSV that a spreadsheet opens without harm.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { loadUnit307, receiveTestFile, type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { type Decision, unitMine } from '../decisions/contract.ts'
import { type Decided, type Item, unitProgress } from '../decisions/rules.ts'
import { evidenceAdd } from '../evidence/contract.ts'
import { registrationCreate } from '../registrations/contract.ts'
import { AssessmentMethod, type StandardPack } from '../standards/contract.ts'
import { CellState, type Matrix, matrixShow } from './contract.ts'
import { beginningOf, cellState, csvCell, everything, filtered, isShown, linesOf, sheetCsv } from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
let pack: StandardPack
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre, await testParties(app.centre))
  theirs = await testRegistration(app.otherCentre)
  pack = await loadUnit307(app.centre)
})
afterAll(() => app.close())

const refusedBy = (code: string) => ({ refusal: { code } })
const product = { method: 'PE' as const, howProduced: '', place: '', note: '' }
const item = (method: AssessmentMethod, leaves: string[], more: Partial<Item> = {}): Item => ({
  id: `${method}-id`,
  reference: `${method}-01`,
  method,
  leaves,
  isSeen: true,
  isExpert: false,
  contentHash: 'hash',
  ...more,
})
const decision = (made: Pick<Decided, 'leaf' | 'half' | 'outcome' | 'evidenceIds'>, number = 1) =>
  ({
    ...made,
    id: newId(),
    number,
    contentHashes: made.evidenceIds.map((evidenceId) => ({ evidenceId, contentHash: 'hash' })),
    isByTrainee: false,
    countersignature: null,
    reason: 'A reason',
    action: null,
    actionBy: null,
    checks: [],
    decidedByName: 'Lorraine Pike',
    decidedAt: '2026-11-24T12:00:00.000Z',
  }) as unknown as Decision

/** A sheet of one unit, as the rules make it of these facts. */
function sheet(items: readonly Item[], decisions: readonly Decision[] = []): Matrix {
  const { leaves } = unitProgress(pack, items, decisions)
  const places = new Map(items.map(({ id }, at) => [id, at]))
  return {
    candidateName: 'Dawn Okafor',
    candidateNumber: '4471',
    items: items.map(({ id, reference, method }) => ({ id, reference, method, title: `About ${reference}`, occurredOn: '2026-11-24' })),
    units: [
      {
        registrationId: ours.id,
        unitNumber: '307',
        unitTitle: pack.title,
        outcomes: pack.outcomes,
        leaves: linesOf(pack, leaves, items, places),
      },
    ],
  }
}
const leafIn = (matrix: Matrix, code: string) => {
  const leaf = matrix.units[0]?.leaves.find((one) => one.code === code)
  if (leaf === undefined) throw new Error(`no ${code}`)
  return leaf
}

describe('cellState', () => {
  const state = (one: Item, decisions: readonly Decision[] = []) => leafIn(sheet([one], decisions), '2.3').cells[0]?.state
  it('says what an item is to a leaf: waiting, supporting, unseen, met with it, or asked for more', () => {
    expect(state(item('O', ['2.3']))).toBe('waits')
    expect(state(item('PE', ['2.3']))).toBe('supports')
    expect(state(item('PE', ['2.3'], { isSeen: false }))).toBe('unseen')
    expect(state(item('WT', ['2.3']))).toBe('supports')
    expect(state(item('WT', ['2.3'], { isExpert: true }))).toBe('waits')
    const about = { leaf: '2.3', half: 'observed' as const, evidenceIds: ['O-id'] }
    expect(state(item('O', ['2.3']), [decision({ ...about, outcome: 'met' })])).toBe('met')
    expect(state(item('O', ['2.3']), [decision({ ...about, outcome: 'more_evidence_needed' })])).toBe('more')
  })
  it('waits for nobody where other evidence has met what it could', () => {
    const observed = decision({ leaf: '2.3', half: 'observed', evidenceIds: ['O-id'], outcome: 'met' })
    const [leaf] = [leafIn(sheet([item('O', ['2.3']), item('WT', ['2.3'], { isExpert: true }), item('A', ['2.3'])], [observed]), '2.3')]
    expect(leaf.cells.map(({ state: one }) => one)).toEqual(['met', 'supports', 'waits'])
  })
  it('is called for each claimed leaf alone', () => {
    const { leaves } = unitProgress(pack, [], [])
    const [leaf] = leaves
    if (leaf === undefined) throw new Error('no leaf')
    expect(cellState(pack, leaf, item('A', ['1.1']))).toBe('waits')
    expect(sheet([item('A', ['1.1'])]).units[0]?.leaves.flatMap(({ cells }) => cells)).toHaveLength(1)
  })
})

describe('linesOf', () => {
  it('has a line for each of the 23 leaves, each half with what can close it, and every claim exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ method: fc.constantFrom(...AssessmentMethod.options), leaves: fc.subarray(pack.leaves.map(({ code }) => code)) }),
          {
            maxLength: 8,
          },
        ),
        (wanted) => {
          const items = wanted.map(({ method, leaves }, at) => item(method, leaves, { id: `item${at}` }))
          const lines = sheet(items).units[0]?.leaves ?? []
          expect(lines).toHaveLength(23)
          const claims = lines.flatMap(({ code, cells }) => cells.map(({ item: place }) => `${items[place]?.id} ${code}`))
          expect(claims.sort()).toEqual(items.flatMap(({ id, leaves }) => leaves.map((code) => `${id} ${code}`)).sort())
        },
      ),
    )
    expect(leafIn(sheet([]), '2.3').halves.map(({ half, methods }) => [half, methods])).toEqual([
      ['observed', ['O', 'WT']],
      ['knowledge', ['A', 'PD', 'Q', 'RA']],
    ])
  })
})

describe('filtered', () => {
  const full = () => sheet([item('O', ['2.1', '2.3']), item('PE', ['2.2']), item('A', ['1.1'])])
  it('leaves everything when it asks for everything', () => {
    expect(filtered(full(), everything)).toEqual(full())
  })
  it('finds gaps: what is open, what has no evidence, what has none of a method that closes it', () => {
    const codes = (show: 'open' | 'no_evidence' | 'wrong_method') =>
      filtered(full(), { ...everything, show }).units[0]?.leaves.map(({ code }) => code) ?? []
    expect(codes('open')).toHaveLength(23)
    expect(codes('no_evidence')).toHaveLength(19)
    // 2.2 has product evidence alone; 2.3 has nothing for its knowledge half.
    expect(codes('wrong_method')).toEqual(['2.2', '2.3'])
    expect(isShown(leafIn(full(), '2.1'), 'wrong_method')).toBe(false)
  })
  it('by method keeps the lines, drops the other columns, and lets cells point at what is left', () => {
    const left = filtered(full(), { ...everything, method: 'A' })
    expect(left.items.map(({ reference }) => reference)).toEqual(['A-01'])
    expect(leafIn(left, '1.1').cells).toEqual([{ item: 0, state: 'waits' }])
    expect(leafIn(left, '2.1').cells).toEqual([])
  })
  it('by unit drops the others', () => {
    expect(filtered(full(), { ...everything, units: [newId()] }).units).toEqual([])
  })
})

describe('beginningOf', () => {
  it('keeps the first lines over all units, and everything of fewer', () => {
    const [unit] = sheet([item('O', ['2.3'])]).units
    if (unit === undefined) throw new Error('no unit')
    const two = { ...sheet([item('O', ['2.3'])]), units: [unit, { ...unit, unitNumber: '209' }] }
    expect(beginningOf(two, 12).units.map(({ unitNumber, leaves }) => [unitNumber, leaves.length])).toEqual([['307', 12]])
    expect(beginningOf(two, 25).units.map(({ unitNumber, leaves }) => [unitNumber, leaves.length])).toEqual([
      ['307', 23],
      ['209', 2],
    ])
    expect(beginningOf(two, 100)).toEqual(two)
  })
})

describe('sheetCsv', () => {
  const states = Object.fromEntries(CellState.options.map((state) => [state, state])) as Record<CellState, string>
  const words = { heads: ['Unit', 'Criterion', 'Name', 'Complete'] as const, yes: 'yes', no: 'no', states }
  it('has a line for each leaf and a column for each item', () => {
    const lines = sheetCsv(sheet([item('O', ['2.3'])]), words).split('\r\n')
    expect(lines[0]).toBe('"Unit","Criterion","Name","Complete","O-01 About O-01"')
    expect(lines).toHaveLength(24)
    expect(lines.find((line) => line.includes('"2.3"'))).toBe('"307","2.3","Find out and judge","no","waits"')
  })
  it('csvCell lets no spreadsheet take words for a formula, and loses none of them', () => {
    for (const text of ['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '  =HYPERLINK("x")', '\r=1', '|cmd', '%0A=1']) {
      expect(csvCell(text)).toMatch(/^"'/)
      expect(csvCell(text).slice(2, -1).replaceAll('""', '"')).toBe(text)
    }
    expect(csvCell('Two "halves", one leaf')).toBe('"Two ""halves"", one leaf"')
    fc.assert(fc.property(fc.string(), (text) => !/^"\s*[=+\-@|%]/.test(csvCell(text))))
  })
})

describe('matrix.show', () => {
  it('accepted: everyone who may read the portfolio sees all its units that they may read, the one asked for first', async () => {
    const second = newId()
    const { candidate, assessor, administrator } = ours
    const wish = { candidateId: candidate.id, candidateNumber: '4471', registeredOn: '2026-09-14', endsOn: null }
    const other = await app.centre.person('Kofi Mensah', 'assessor')
    const parts = { tutorId: null, countersignerId: assessor.id, iqaId: null }
    await administrator.send(registrationCreate, { ...wish, ...parts, id: second, assessorId: other.id, packCode: 'cg-5329-209' })
    for (const person of [candidate, assessor]) {
      const { units } = await person.ask(matrixShow, { registrationId: ours.id })
      expect(units.map(({ unitNumber }) => unitNumber)).toEqual(['307', '209'])
    }
    expect((await candidate.ask(matrixShow, { registrationId: second })).units[0]?.unitNumber).toBe('209')
    for (const person of [ours.tutor, ours.countersigner, ours.iqa]) {
      const shown = await person?.ask(matrixShow, { registrationId: ours.id })
      expect(shown?.units.map(({ unitNumber }) => unitNumber)).toEqual(['307'])
    }
    expect((await other.ask(matrixShow, { registrationId: second })).units.map(({ unitNumber }) => unitNumber)).toEqual(['209'])
  })
  it('R14: accepted: a product that came as a file counts as it lies; one that lies elsewhere is seen there first, as on the unit page', async () => {
    const said = { title: 'A plan', occurredOn: '2026-11-20', isOwnWork: true, leaves: ['2.2'], registrationId: ours.id }
    const file = await receiveTestFile(app, ours, { name: 'plan.pdf', type: 'application/pdf' })
    const [here, elsewhere] = [newId(), newId()]
    await ours.candidate.send(evidenceAdd, { ...said, id: here, record: product, fileIds: [file.id] })
    await ours.candidate.send(evidenceAdd, { ...said, id: elsewhere, record: { ...product, place: 'The school office' } })
    const { items, units } = await ours.candidate.ask(matrixShow, { registrationId: ours.id })
    const line = units[0]?.leaves.find(({ code }) => code === '2.2')
    const stateOf = (id: string) => line?.cells.find((cell) => items[cell.item]?.id === id)?.state
    expect([stateOf(here), stateOf(elsewhere)]).toEqual(['supports', 'unseen'])
    const unit = await ours.candidate.ask(unitMine, { registrationId: ours.id })
    const unseen = unit.leaves.find(({ leaf }) => leaf === '2.2')?.unseen
    expect(unseen).toEqual([unit.evidence.find(({ id }) => id === elsewhere)?.reference])
  })
  it('refused: the centre administrator, another candidate, another assessor', async () => {
    await expect(ours.administrator.ask(matrixShow, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_allowed'))
    for (const role of ['candidate', 'assessor', 'iqa'] as const) {
      const stranger = await app.centre.person('Someone Else', role)
      await expect(stranger.ask(matrixShow, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
    }
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.ask(matrixShow, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})
