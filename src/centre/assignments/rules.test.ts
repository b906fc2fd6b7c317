// What is under a heading, where sources and citations do not meet, and that a second device’s words never take the place of the first’s.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { blankSource, type Source } from '../../core/sources.ts'
import type { Writing } from '../../core/writing.ts'
import type { AssignmentContent, AssignmentHeading } from './contract.ts'
import {
  agendaOf,
  alikeByItem,
  alikeOf,
  cellsOf,
  choiceRefusal,
  citeFrom,
  coverageOf,
  declarationRefusal,
  draftToShow,
  draftToWriteOn,
  emptyContent,
  headingText,
  isWithServer,
  leavesOf,
  pointRefusal,
  recordOf,
  saidSince,
  sourceFaults,
  sourcesText,
  submissionRefusal,
  textOf,
  wordsUnder,
  writingUnder,
} from './rules.ts'

const heading: AssignmentHeading = {
  code: 'roles',
  label: 'Two roles',
  about: '',
  leaves: ['1.1'],
  tables: [{ code: 'two-roles', leaf: '1.1', title: 'In my setting', columns: ['The teacher', 'Me'], rows: ['Before', 'After'] }],
}
const saying = (words: string, ...cited: readonly string[]): Writing => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: words }, ...cited.map((sourceId) => ({ type: 'citation' as const, attrs: { sourceId, at: '' } }))],
    },
  ],
})
const book: Source = { kind: 'book', id: newId(), author: 'Wiliam, D.', title: 'Embedded', edition: '', published: '2018' }
const content: AssignmentContent = {
  ...emptyContent,
  headings: [{ heading: 'roles', writing: saying('The teacher plans', book.id) }],
  tables: [{ table: 'two-roles', cells: [['She plans', 'I read the plan']] }],
  sources: [book],
  coverage: [{ leaf: '1.1', state: 'weak' }],
}

describe('what is under a heading', () => {
  it('counts words in the text and in its tables, as a help', () => {
    expect(wordsUnder(content, heading)).toBe(3 + 2 + 4)
    expect(wordsUnder(emptyContent, heading)).toBe(0)
    expect(writingUnder(content, 'kinds').content).toEqual([{ type: 'paragraph' }])
  })
  it('cellsOf has a cell for each row and column, whatever was kept', () => {
    const table = heading.tables[0] ?? { code: '', rows: [], columns: [] }
    expect(cellsOf(content, table)).toEqual([
      ['She plans', 'I read the plan'],
      ['', ''],
    ])
    expect(cellsOf({ ...content, tables: [{ table: 'two-roles', cells: [['a', 'b', 'c'], [], ['d']] }] }, table)).toEqual([
      ['a', 'b'],
      ['', ''],
    ])
  })
  it('coverageOf is what the author says of a leaf, leavesOf each leaf of the assignment once', () => {
    expect([coverageOf(content, '1.1'), coverageOf(content, '1.2')]).toEqual(['weak', undefined])
    expect(leavesOf([heading, { ...heading, code: 'more', leaves: ['1.2', '1.1'] }])).toEqual(['1.1', '1.2'])
  })
})

describe('sourceFaults', () => {
  it('finds nothing where each source is complete and named', () => {
    expect(sourceFaults(content)).toEqual({ uncited: [], lacking: [], sourceless: [] })
  })
  it('points out a source that is named nowhere, and what it lacks', () => {
    const talk = blankSource('colleague', newId())
    expect(sourceFaults({ ...content, sources: [book, talk] })).toEqual({
      uncited: [talk],
      lacking: [{ source: talk, parts: ['name', 'role', 'spokenOn', 'hasPermission'] }],
      sourceless: [],
    })
  })
  it('points out a citation whose source is no longer in the list', () => {
    expect(sourceFaults({ ...content, sources: [] }).sourceless).toEqual(['roles'])
  })
})

describe('citeFrom', () => {
  it('reads a citation with its source, and says when that is missing', () => {
    expect(citeFrom([book], book.id, 'p. 12')).toBe('(Wiliam, D., 2018, p. 12)')
    expect(citeFrom([], book.id, 'p. 12')).toBe('(source missing)')
  })
})

describe('draftToWriteOn', () => {
  const standing = { id: newId(), revision: newId(), setAsideAt: null }
  it('is the version that was on the screen, as long as nobody wrote on it and it stands', () => {
    expect(draftToWriteOn([standing], standing.revision)).toBe(standing)
    expect(draftToWriteOn([standing], newId())).toBeUndefined()
    expect(draftToWriteOn([standing], null)).toBeUndefined()
    expect(draftToWriteOn([{ ...standing, setAsideAt: '2026-11-06T10:00:00.000Z' }], standing.revision)).toBeUndefined()
  })
  it('loses no device’s last words, whichever of two writes and fetches when', () => {
    const acts = fc.array(fc.record({ device: fc.constantFrom(0, 1), fetches: fc.boolean() }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(acts, (list) => {
        const drafts: { id: string; revision: string; setAsideAt: null; words: string }[] = []
        const devices = [0, 1].map(() => ({ basedOn: null as string | null, words: '' }))
        list.forEach(({ device, fetches }, turn) => {
          const mine = devices[device] ?? { basedOn: null, words: '' }
          if (fetches) mine.basedOn = drafts.at(-1)?.revision ?? mine.basedOn
          const words = `device ${device}, turn ${turn}`
          const revision = newId()
          const before = draftToWriteOn(drafts, mine.basedOn)
          if (before === undefined) drafts.push({ id: revision, revision, setAsideAt: null, words })
          else Object.assign(before, { revision, words })
          Object.assign(mine, { basedOn: revision, words })
        })
        // A device that did not write since has its words in a version, or another device fetched them and wrote on.
        const last = list.at(-1)?.device ?? 0
        expect(drafts.map(({ words }) => words)).toContain(devices[last]?.words)
        const other = devices[1 - last]
        const wasFetched = list.some(({ device, fetches }) => device === last && fetches)
        if (other !== undefined && other.words !== '' && !wasFetched) expect(drafts.map(({ words }) => words)).toContain(other.words)
      }),
    )
  })
})

describe('choiceRefusal', () => {
  it('lets the candidate go on with any version of hers, and with none that is not', () => {
    const version = { id: newId(), revision: newId(), setAsideAt: null }
    expect(choiceRefusal([version], version.id)).toBeUndefined()
    expect(choiceRefusal([version], newId())).toEqual({ code: 'refused', reason: 'draft_unknown', field: 'draftId' })
  })
})

describe('draftToShow', () => {
  const version = (revision: string, setAsideAt: string | null = null) => ({ id: newId(), revision, setAsideAt, content })
  const [own, other] = [newId(), newId()]
  const kept = { basedOn: own, isUnsent: false, isUnseen: false, content: emptyContent }
  it('is what this device has, as long as it was typed here and may not be with the server', () => {
    expect(draftToShow({ ...kept, isUnsent: true }, [version(other)], [])).toBe('kept')
    expect(draftToShow({ ...kept, isUnseen: true }, [version(other)], [])).toBe('kept')
    expect(draftToShow(kept, [version(other)], [own])).toBe('kept')
    expect(draftToShow(kept, [version(other), version(own)], [])).toBe('kept')
    expect(draftToShow(kept, [], [])).toBe('kept')
  })
  it('is what another device wrote on, when nothing was typed here since', () => {
    expect(draftToShow(kept, [version(other)], [])).toEqual({ basedOn: other, isUnsent: false, isUnseen: false, content })
    expect(draftToShow(undefined, [version(other), version(own)], [])).toMatchObject({ basedOn: other })
    expect(draftToShow(kept, [version(other), version(own, '2026-11-06T10:00:00.000Z')], [])).toMatchObject({ basedOn: other })
  })
  it('is nothing where nothing was ever written', () => {
    expect(draftToShow(undefined, [], [])).toEqual({ basedOn: null, isUnsent: false, isUnseen: false, content: emptyContent })
  })
})

describe('isWithServer', () => {
  const revision = newId()
  const handedOver = { basedOn: revision, isUnsent: false, isUnseen: true }
  it.each([
    ['typed since', { ...handedOver, isUnsent: true }, [{ revision, isSent: true }], false],
    ['handed over a moment ago: not in the list of what waits yet', handedOver, [], false],
    ['waiting', handedOver, [{ revision, isSent: false }], false],
    ['accepted', handedOver, [{ revision, isSent: true }], true],
    [
      'accepted, and a later one waits',
      handedOver,
      [
        { revision, isSent: true },
        { revision: newId(), isSent: false },
      ],
      false,
    ],
    ['in the server’s answer', { ...handedOver, isUnseen: false }, [], true],
  ])('%s', (_, kept, underWay, expected) => {
    expect(isWithServer(kept, underWay)).toBe(expected)
  })
})

const said = { isOwnWork: true, hadHelp: false, help: '', usedAi: false, ai: [] }

describe('declarationRefusal', () => {
  it.each([
    ['is not one’s own work', { isOwnWork: false }, 'own_work_missing'],
    ['had help by nobody', { hadHelp: true, help: ' ' }, 'help_unnamed'],
    ['used AI without a name', { usedAi: true }, 'ai_unnamed'],
    ['used AI for nothing', { usedAi: true, ai: [{ tool: 'A chat program', usedFor: ' ' }] }, 'ai_unnamed'],
    ['is plain', {}, undefined],
    [
      'names help and AI',
      { hadHelp: true, help: 'Mr Whitby read it', usedAi: true, ai: [{ tool: 'A chat program', usedFor: 'spelling' }] },
      undefined,
    ],
  ])('a text that %s', (_, change, reason) => {
    expect(declarationRefusal({ ...said, ...change })?.reason).toBe(reason)
  })
})

describe('submissionRefusal', () => {
  const wish = { content, leaves: ['1.1'], declaration: said }
  const facts = { headings: [heading], examples: new Map(), isSame: false }
  const example = { evidenceId: newId(), reference: 'PE-01', sentence: 'Learner B drew the strips again.' }
  const quoting = {
    ...content,
    headings: [{ heading: 'roles', writing: { type: 'doc' as const, content: [{ type: 'example' as const, attrs: example }] } }],
  }
  it('takes an assignment that is written, claimed, declared and named', () => {
    expect(submissionRefusal(wish, facts)).toBeUndefined()
    expect(
      submissionRefusal({ ...wish, content: quoting }, { ...facts, examples: new Map([[example.evidenceId, example.sentence]]) }),
    ).toBeUndefined()
  })
  it.each([
    ['nothing is claimed', { leaves: [] }, {}, 'nothing_claimed'],
    ['a criterion is not this assignment’s', { leaves: ['3.3'] }, {}, 'leaf_not_here'],
    ['nothing is written for it', { content: { ...emptyContent, sources: [] } }, {}, 'nothing_written'],
    ['a citation has no source', { content: { ...content, sources: [] } }, {}, 'citation_without_source'],
    [
      'a colleague was not asked',
      { content: { ...content, sources: [book, blankSource('colleague', newId())] } },
      {},
      'colleague_without_permission',
    ],
    ['an example is nobody’s', { content: quoting }, {}, 'example_not_hers'],
    [
      'an example says more than arrived',
      { content: quoting },
      { examples: new Map([[example.evidenceId, 'Learner B drew.']]) },
      'example_not_hers',
    ],
    ['it is the last version again', {}, { isSame: true }, 'nothing_changed'],
    ['it is not declared', { declaration: { ...said, isOwnWork: false } }, {}, 'own_work_missing'],
  ])('refuses when %s', (_, change, more, reason) => {
    expect(submissionRefusal({ ...wish, ...change }, { ...facts, ...more })?.reason).toBe(reason)
  })
})

describe('the record of a submission', () => {
  it('recordOf keeps headings by their labels, filled tables and sources in order; textOf is the same without the declaration', () => {
    const record = recordOf(content, [heading], said)
    expect(record).toMatchObject({ method: 'A', declaration: said, ...textOf(content, [heading]) })
    expect(record.headings[0]).toMatchObject({
      heading: 'Two roles',
      tables: [
        {
          code: 'two-roles',
          cells: [
            ['She plans', 'I read the plan'],
            ['', ''],
          ],
        },
      ],
    })
    expect(recordOf(emptyContent, [heading], said).headings[0]?.tables).toEqual([])
  })
  it('headingText and sourcesText are what versions are compared by', () => {
    const { headings, sources } = recordOf(content, [heading], said)
    expect(headings[0] && headingText(headings[0], sources)).toBe(
      'Before, The teacher: She plans\nBefore, Me: I read the plan\nAfter, The teacher: \nAfter, Me: \nThe teacher plans(Wiliam, D., 2018)',
    )
    expect(sourcesText({ sources })).toBe('Wiliam, D. Embedded. 2018.')
  })
})

describe('pointRefusal', () => {
  const record = recordOf(content, [heading], said)
  const wish = { heading: 'roles', passage: 'teacher  plans', point: 'Why is it so?', leaves: ['1.1'] }
  const facts = { record, headings: [heading] }
  it('takes a passage as it stands in the text or in a table, and none for the whole heading', () => {
    for (const passage of ['teacher  plans', 'I read the plan', '']) expect(pointRefusal({ ...wish, passage }, facts)).toBeUndefined()
  })
  it.each([
    [{}, { record: undefined }, 'version_unknown'],
    [{ heading: 'kinds' }, {}, 'heading_unknown'],
    [{ passage: 'the teacher judges' }, {}, 'passage_not_there'],
    [{ point: '' }, {}, 'point_missing'],
    [{ leaves: [] }, {}, 'nothing_claimed'],
    [{ leaves: ['3.3'] }, {}, 'leaf_not_here'],
  ])('refuses %j of %j: %s', (change, more, reason) => {
    expect(pointRefusal({ ...wish, ...change }, { ...facts, ...more })?.reason).toBe(reason)
  })
})

describe('agendaOf', () => {
  it('puts a point on the agenda once for each of its leaves', () => {
    expect(agendaOf({ point: 'Where do the roles differ?', leaves: ['1.1', '1.4', '1.1'] })).toEqual([
      { leaf: '1.1', point: 'Where do the roles differ?' },
      { leaf: '1.4', point: 'Where do the roles differ?' },
    ])
  })
})

describe('what a resubmission says as before', () => {
  const kinds: AssignmentHeading = { code: 'kinds', label: 'Two kinds', about: '', leaves: ['1.2', '1.3'], tables: [] }
  const outline = [{ ...heading, leaves: ['1.1', '1.3'] }, kinds]
  const writes = (roles: string, more: Partial<AssignmentContent> = {}, declaration = said) => {
    const headings = [
      { heading: 'roles', writing: saying(roles, book.id) },
      { heading: 'kinds', writing: saying('Formative and summative') },
    ]
    const record = recordOf({ ...content, headings, ...more }, outline, declaration)
    return { title: 'Assignment', record, contentHash: JSON.stringify(record) }
  }
  const first = writes('The teacher plans')
  const leavesAlike = (now: typeof first) => alikeOf('A', [now, first], outline).map(({ leaf }) => leaf)
  it('is what stands under the headings that did not change; a leaf that a changed heading serves too is open', () => {
    expect(alikeOf('A', [writes('The teacher plans, and I'), first], outline)).toEqual([
      { evidenceId: 'A', leaf: '1.2', contentHashes: [first.contentHash] },
    ])
    expect(leavesAlike(writes('The teacher plans', { tables: [{ table: 'two-roles', cells: [['Another', 'cell']] }] }))).toEqual(['1.2'])
  })
  it('counts a source where it is named, and one that is named nowhere for nothing', () => {
    expect(leavesAlike(writes('The teacher plans', { sources: [{ ...book, published: '2011' }] }))).toEqual(['1.2'])
    const unnamed = { ...blankSource('book', newId()), title: 'Another' } as Source
    expect(leavesAlike(writes('The teacher plans', { sources: [book, unnamed] }))).toEqual(['1.1', '1.3', '1.2'])
  })
  it('is nothing once something else is declared of every word, and nothing of one submission', () => {
    expect(leavesAlike(writes('The teacher plans', {}, { ...said, hadHelp: true, help: 'Mr Whitby read it' }))).toEqual([])
    expect(alikeOf('A', [first], outline)).toEqual([])
    expect(alikeOf('A', [], outline)).toEqual([])
  })
  it('is asked for each item that a decision rested on', () => {
    const alike = alikeByItem([{ evidenceId: 'A', leaf: '1.2', contentHashes: ['then'] }]).get('A') ?? new Map()
    const now = [{ id: 'A', contentHash: 'now', alike }]
    const since = (leaf: string, contentHash: string | null, evidenceId = 'A') =>
      saidSince({ leaf, contentHashes: [{ evidenceId, contentHash }] }, now)
    expect([since('1.2', 'now'), since('1.2', null), since('1.2', 'then'), since('1.1', 'then'), since('1.2', 'then', 'B')].flat()).toEqual(
      [...['same', 'same', 'alike', 'other', 'other']],
    )
  })
})
