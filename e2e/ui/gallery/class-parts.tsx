// What the teacher's and the assessor's pages are made of.
import { useState } from 'react'
import { Button } from '../../../src/web/ui/Button.tsx'
import { ClassMap, SquareKey } from '../../../src/web/ui/ClassMap.tsx'
import { CoverageGrid, type CoverageLeaf } from '../../../src/web/ui/CoverageGrid.tsx'
import { CriterionChip } from '../../../src/web/ui/CriterionChip.tsx'
import { GoalStack } from '../../../src/web/ui/GoalStack.tsx'
import { HeadlineStrip } from '../../../src/web/ui/HeadlineStrip.tsx'
import { Card } from '../../../src/web/ui/PageHeader.tsx'
import { type SquareState, squareStates } from '../../../src/web/ui/Square.tsx'

const names = [
  'Aaliyah R',
  'Callum B',
  'Ewa K',
  'Jayden M',
  'Maisie T',
  'Theo W',
  'Amir T',
  'Bella S',
  'Ben O',
  'Chloe D',
  'Cody R',
  'Daniel K',
  'Fatima S',
  'George P',
]
const columns = [
  'Shade fractions',
  'Same amount',
  'Equal fraction',
  'Explain',
  'No picture',
  'Add eighths',
  'Subtract eighths',
  'Number line',
  'Order',
  'Word problems',
]

function stateOf(line: number, column: number): SquareState {
  return squareStates[(line * 7 + column * 3 + line * column) % 4] ?? 'none'
}

const rows = names.map((name, line) => ({ id: name, name, states: columns.map((_, column) => stateOf(line, column)) }))

export function ClassParts() {
  const [selected, setSelected] = useState<{ rowId: string; columnId: string }>()
  return (
    <section id="class-parts" aria-label="Class parts">
      <HeadlineStrip
        headlines={[
          {
            id: 'again',
            state: 'not_yet',
            title: 'Teach again',
            sentence: 'Explain: 14 of 28 not yet',
            action: (
              <Button kind="quiet" size="small" leadsOn>
                See the 14 and their words
              </Button>
            ),
          },
          { id: 'on', state: 'secure', title: 'Ready to move on', sentence: 'Same amount: 22 secure' },
          { id: 'unseen', state: 'none', title: 'Not seen for two weeks', sentence: 'Maisie T, Quinn H, Yusuf M' },
        ]}
      />
      <Card title="4H" actions={<SquareKey />}>
        <ClassMap
          label="4H Mathematics, learners and criteria"
          columns={columns.map((name, column) => ({
            id: name,
            name,
            total: rows.filter(({ states }) => states[column] === 'secure').length,
            isNeeded: name === 'Explain',
          }))}
          groups={[
            { id: 'boost', name: 'Fractions boost, with Mrs Okafor', rows: rows.slice(0, 6) },
            { id: 'rest', name: 'Rest of the class', rows: rows.slice(6) },
          ]}
          selected={selected}
          onSelect={(rowId, columnId) => setSelected({ rowId, columnId })}
        />
      </Card>
      <p data-testid="chosen-cell">{selected === undefined ? 'none' : `${selected.rowId} ${selected.columnId}`}</p>
      <GoalStack
        goals={['Explain', 'Order'].map((name) => ({
          id: name,
          name,
          learners: rows.map((row) => ({
            id: row.id,
            name: row.name.split(' ')[0] ?? '',
            state: row.states[columns.indexOf(name)] ?? 'none',
          })),
        }))}
        onOpen={() => undefined}
      />
      <Assessing />
    </section>
  )
}

function Assessing() {
  const [picked, setPicked] = useState<readonly string[]>(['2.3'])
  const leaf = (id: string, half: 'observed' | 'knowledge', isMet: boolean): CoverageLeaf => ({
    id,
    name: `leaf ${id}`,
    halves: [{ half, letter: half === 'observed' ? 'O' : 'A', isMet }],
  })
  const both: CoverageLeaf = {
    id: '2.3',
    name: 'use assessment opportunities',
    halves: [
      { half: 'observed', letter: 'O', isMet: true },
      { half: 'knowledge', letter: 'A', isMet: false },
    ],
    isNew: true,
  }
  return (
    <>
      <Card title="Shows these criteria">
        {['2.3', '2.5', '3.4b'].map((id) => (
          <CriterionChip
            key={id}
            leaf={id}
            name={`short words for ${id}`}
            isPicked={picked.includes(id)}
            onPick={(isPicked) => setPicked(isPicked ? [...picked, id] : picked.filter((other) => other !== id))}
          />
        ))}
        <CriterionChip leaf="4.1a" name="progress and participation" methods="O" isNameSeen isPicked={false} onPick={() => undefined} />
      </Card>
      <Card title="Coverage">
        <CoverageGrid
          outcomes={[
            {
              number: '1',
              name: 'Understand',
              leaves: ['1.1', '1.2', '1.3', '1.4', '1.5a', '1.5b', '1.5c'].map((id, place) => leaf(id, 'knowledge', place % 2 === 0)),
            },
            {
              number: '2',
              name: 'Use strategies',
              leaves: [leaf('2.1', 'observed', true), leaf('2.2', 'observed', false), both, leaf('2.4', 'observed', true)],
            },
          ]}
          onOpen={() => undefined}
        />
      </Card>
    </>
  )
}
