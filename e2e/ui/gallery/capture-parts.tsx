// What the capture screen is made of, put together as it stands there.
import { useState } from 'react'
import type { SymbolName } from '../../../src/core/symbols.ts'
import { CoverBand } from '../../../src/web/ui/CoverBand.tsx'
import { HelpLadder } from '../../../src/web/ui/HelpLadder.tsx'
import type { HelpLevel } from '../../../src/web/ui/help.ts'
import { KeptBar } from '../../../src/web/ui/KeptBar.tsx'
import { LearnerTile, LearnerTiles } from '../../../src/web/ui/LearnerTile.tsx'
import { MomentList } from '../../../src/web/ui/MomentList.tsx'
import { Card } from '../../../src/web/ui/PageHeader.tsx'
import { SyncChip } from '../../../src/web/ui/SyncChip.tsx'
import { GoalTabs } from '../../../src/web/ui/Tabs.tsx'

interface Tile {
  readonly name: string
  readonly symbol: SymbolName | null
  readonly helps?: string
  readonly today: readonly HelpLevel[]
}

const tiles: readonly Tile[] = [
  { name: 'Aaliyah', symbol: 'cupcake', helps: 'Fraction wall', today: ['self'] },
  { name: 'Callum', symbol: 'football', helps: 'Short goals', today: ['prompt', 'clue'] },
  { name: 'Ewa', symbol: 'horse', helps: 'Word mat, partner', today: ['prompt'] },
  { name: 'Jayden', symbol: 'game', helps: 'Check back', today: ['self'] },
  { name: 'Maisie', symbol: 'palette', helps: 'Ask in private', today: [] },
  { name: 'Theo', symbol: null, helps: 'Step card, 2 steps', today: ['model'] },
]

const goals = [
  { id: 'same', shortName: 'Same amount', sentence: 'I can fold or draw to show the same amount' },
  { id: 'equal', shortName: 'Equal fraction', sentence: 'I can use the wall to find an equal fraction' },
  { id: 'explain', shortName: 'Explain', sentence: 'I can explain with numerator and denominator' },
]

export function CaptureParts() {
  const [goal, setGoal] = useState('same')
  const [picked, setPicked] = useState<readonly string[]>(['Callum', 'Maisie'])
  const [kept, setKept] = useState<string>()
  const pick = (name: string, isPicked: boolean) => {
    setKept(undefined)
    setPicked(isPicked ? [...picked, name] : picked.filter((other) => other !== name))
  }
  const choose = (level: HelpLevel) => {
    setKept(`Kept: ${picked.join(' and ')}, ${level}`)
    setPicked([])
  }
  return (
    <section id="capture-parts" aria-label="Capture parts" data-cover="bottle">
      <CoverBand
        title="Fractions boost"
        about="Tue 24 Nov, 10:58"
        cover="bottle"
        back={{ label: 'Back to my groups', onPress: () => undefined }}
      >
        <SyncChip waiting={8} held={0} isOnline={false} onPress={() => undefined} />
      </CoverBand>
      <GoalTabs label="Goals" goals={goals} selected={goal} onSelect={setGoal}>
        <LearnerTiles label="Learners">
          {tiles.map((tile) => (
            <LearnerTile key={tile.name} {...tile} isPicked={picked.includes(tile.name)} onPick={(isPicked) => pick(tile.name, isPicked)} />
          ))}
        </LearnerTiles>
      </GoalTabs>
      <div data-testid="dock">
        <KeptBar
          question={picked.length === 0 ? 'Choose learners' : `${picked.join(' and ')}: how much help?`}
          onClear={picked.length === 0 ? undefined : () => setPicked([])}
          kept={kept}
          onUndo={() => setKept(undefined)}
        />
        <HelpLadder isDisabled={picked.length === 0} onChoose={choose} />
      </div>
      <CoverBand title="Everything is sent" cover="brick">
        <SyncChip waiting={0} held={0} isOnline onPress={() => undefined} />
        <SyncChip waiting={3} held={2} isOnline onPress={() => undefined} />
      </CoverBand>
      <Card title="Noticed this session">
        <MomentList
          label="Moments"
          moments={[
            { id: '1', who: 'Ewa', help: 'prompt', said: 'the bottom one is… denominator', when: '10:57, goal 3' },
            {
              id: '2',
              said: 'Five is bigger than two, so a fifth is bigger.',
              help: 'clue',
              when: 'Today 10:55',
              by: 'Mrs Okafor',
              state: 'Not sent yet',
            },
            { id: '3', seen: 'Picked 2/3 as the same as 1/2: adds one to top and bottom', when: 'Today, hinge question' },
          ]}
        />
      </Card>
    </section>
  )
}
