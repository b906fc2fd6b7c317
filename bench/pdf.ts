// Promise: a portfolio of 150 pages as tagged PDF within 10 s. The floor is a document of one page, which has to start the same worker.
import type { PortfolioDocument } from '../src/centre/portfolios/contract.ts'
import { makePdf } from '../src/server/documents.ts'
import { type Measured, withinLimit } from './promise.ts'

const paragraph =
  'Dawn asked what each learner could already do, gave one clue at a time, and counted to five before the next. Learner B drew the strips again; Learner C read the steps aloud and said what had changed.'

export async function measurePdf(): Promise<readonly Measured[]> {
  const floor = await timed(portfolioOf(1))
  const whole = await timed(portfolioOf(74))
  return [
    withinLimit('pdf: a portfolio of 150 pages, ms (floor: the shortest portfolio)', whole.milliseconds, floor.milliseconds, 10_000),
    withinLimit('pdf: pages short of 150', Math.max(0, 150 - whole.pages), 1, 0),
  ]
}

async function timed(document: PortfolioDocument): Promise<{ milliseconds: number; pages: number }> {
  const began = performance.now()
  const pdf = Buffer.from(await makePdf('portfolio', document))
  return { milliseconds: performance.now() - began, pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 }
}

/** A portfolio with so many visits, two pages each. */
function portfolioOf(items: number): PortfolioDocument {
  const references = Array.from({ length: items }, (_, at) => `O-${String(at + 1).padStart(2, '0')}`)
  return {
    title: 'Unit 307: Support assessment for learning',
    centre: 'Northgate College',
    candidate: { name: 'Dawn Okafor', number: '4471' },
    unit: { number: '307', reference: 'A/601/4072', title: 'Support assessment for learning' },
    head: [{ name: 'Assessor', value: 'Lorraine Pike' }],
    standing: 'All criteria are met.',
    wording: 'The criteria stand in our own short words.',
    outcomes: [1, 2, 3, 4].map((number) => ({
      number,
      label: 'Use assessment to move learning on',
      leaves: ['1', '2', '3', '4', '5', '6'].map((code) => ({
        code: `${number}.${code}`,
        group: null,
        label: 'Find out and judge',
        wording: null,
        references: references.slice(0, 8),
        state: 'Met',
      })),
    })),
    linkedUnits: [{ number: '209', title: 'Positive behaviour' }],
    evidence: references.map((reference) => ({
      reference,
      title: 'Observed lesson, fractions',
      method: 'O',
      date: '26 November 2026',
      facts: [{ name: 'Added by', value: 'Lorraine Pike' }],
      sections: [
        {
          title: 'What was seen',
          blocks: [
            { kind: 'table', head: ['Time', 'What was seen'], rows: Array.from({ length: 22 }, (_, at) => [`10:${at + 10}`, paragraph]) },
          ],
        },
        { title: 'Feedback', blocks: [{ kind: 'text', text: `${paragraph}\n${paragraph}` }] },
      ],
      files: [],
    })),
    methodKey: [{ code: 'O', name: 'Observation' }],
    planning: [],
    signOff: { statement: 'The evidence is valid, sufficient and authentic.', signatures: [], notes: [] },
    decisions: references.map((reference) => ({
      leaf: '2.3',
      half: 'Observed',
      outcome: 'Met',
      words: '',
      references: [reference],
      by: 'Lorraine Pike',
      on: '26 November 2026',
    })),
  }
}
