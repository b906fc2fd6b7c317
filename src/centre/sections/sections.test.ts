// What a record says as sections, method by method.
import { describe, expect, it } from 'vitest'
import { emptyRecord } from '../evidence/rules.ts'
import { AssessmentMethod } from '../standards/contract.ts'
import { fact, inWords, momentInWords, planningSections, recordSections, text } from './rules.ts'

describe('recordSections', () => {
  it('has no section for what was left empty, whatever the method', () => {
    for (const method of AssessmentMethod.options)
      for (const { blocks } of recordSections(emptyRecord(method)))
        expect(blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))).not.toEqual([])
  })
  it('says where in the recording a point is, in minutes and seconds', () => {
    const record = {
      ...emptyRecord('PD'),
      method: 'PD' as const,
      agenda: [],
      agreedAt: null,
      startedAt: null,
      timeIndex: [{ at: 370, point: 'Traffic lights' }],
      summary: '',
      note: '',
    }
    expect(recordSections(record)).toEqual([
      { title: 'Where in the recording', blocks: [{ kind: 'table', head: ['Time', 'Point'], rows: [['06:10', 'Traffic lights']] }] },
    ])
  })
  it('keeps a note beside what the method asks for', () => {
    expect(recordSections(emptyRecord('RA', 'Two pages.'))).toEqual([{ title: 'Note', blocks: [text('Two pages.')] }])
  })
})

describe('inWords and momentInWords', () => {
  it('write days and moments as people in this country do, by the clock on the wall', () => {
    expect(inWords('2026-11-26')).toBe('26 November 2026')
    expect(momentInWords('2026-07-01T10:05:00.000Z')).toBe('1 July 2026, 11:05')
    expect(fact('From', '10:30')).toEqual({ name: 'From', value: '10:30' })
  })
})

describe('an assignment in sections', () => {
  it('has each heading with its words, a list of sources, and the declaration with the help that was had', () => {
    const writing = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'The teacher plans.' }] }],
    }
    const record = {
      ...emptyRecord('A'),
      method: 'A' as const,
      headings: [{ code: 'roles', heading: 'Two roles', writing, tables: [] }],
      sources: [],
      declaration: { isOwnWork: true, hadHelp: false, help: '', usedAi: true, ai: [{ tool: 'A chat', usedFor: 'spelling' }] },
      note: '',
    }
    const [roles, declaration] = recordSections(record)
    expect(roles).toEqual({ title: 'Two roles', blocks: [text('The teacher plans.')] })
    expect(declaration?.blocks).toEqual([
      text('This is my own work.\nI had no help.\nArtificial intelligence that I used: A chat, for spelling'),
    ])
  })
})

describe('planningSections', () => {
  const registrationId = 'ours'
  const half = { registrationId, leaf: '3.3', half: 'observed' as const }
  const plan = {
    content: {
      visit: { on: '2026-11-26', startTime: '10:30', endTime: '12:00', site: 'Oakmere', activity: 'Fractions with six', adjustments: '' },
      moments: [{ at: '10:45', label: 'Peer talk' }],
      forecast: [
        { ...half, method: 'O', moment: 0 },
        { ...half, registrationId: 'another unit', leaf: '2.2', method: 'O', moment: 0 },
      ],
      otherWays: [{ method: 'A', how: 'Assignment', byOn: '2026-11-20', leaves: [{ ...half, leaf: '1.4', half: 'knowledge' as const }] }],
      witnesses: [{ witnessId: null, name: 'Priya Nair', sees: '' }],
    },
    signatures: [{ part: 'assessor', name: 'Lorraine Pike', signedAt: '2026-10-12T15:00:00.000Z', contentHash: '' }],
    entries: [],
  } as unknown as Parameters<typeof planningSections>[1][number]

  it('say for each criterion of this unit where it should show, who signed, and what stands in the notes', () => {
    const notes = [{ text: 'Ask about the rota', writtenByName: 'Dawn Okafor', writtenAt: '2026-10-13T09:00:00.000Z' }]
    const [planned, noted] = planningSections(registrationId, [plan], notes)
    expect(planned?.title).toBe('Plan for 26 November 2026')
    expect(planned?.blocks).toContainEqual({
      kind: 'table',
      head: ['Criterion', 'Method', 'Where it should show'],
      rows: [
        ['3.3', 'O', 'Peer talk'],
        ['1.4', 'A', 'by 20 November 2026'],
      ],
    })
    expect(noted?.blocks).toEqual([{ kind: 'list', items: ['Ask about the rota (Dawn Okafor, 13 October 2026)'] }])
  })
  it('are none where nothing was planned and noted', () => {
    expect(planningSections(registrationId, [], [])).toEqual([])
  })
})
