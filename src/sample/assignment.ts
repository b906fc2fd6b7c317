// Dawn's written assignment in the sample: a first version, a point that Lorraine wants to discuss, a second version, and what she is writing now.

import type { AssignmentContent } from '../centre/assignments/contract.ts'
import { assignmentMarkPoint, assignmentSaveDraft, assignmentSubmit } from '../centre/assignments/contract.ts'
import { emptyContent } from '../centre/assignments/rules.ts'
import type { Source } from '../core/sources.ts'
import type { Writing } from '../core/writing.ts'
import type { Calendar } from './calendar.ts'
import { college } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'

const declaration = {
  ...{ isOwnWork: true, hadHelp: true, help: 'Mr Whitby read it and asked what I meant.' },
  ...{ usedAi: true, ai: [{ tool: 'A writing aid', usedFor: 'spelling' }] },
}

export function assignmentScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(16, '20:40'), play: (stage) => submit(stage, 'first', at(16, '20:40')) },
    { at: at(14, '17:20'), play: (stage) => markPoint(stage, at(14, '17:20')) },
    { at: at(10, '19:50'), play: (stage) => submit(stage, 'second', at(10, '19:50')) },
    { at: at(10, '19:55'), play: (stage) => keepDraft(stage, at(10, '19:55')) },
  ]
}

const label = (version: 'first' | 'second') => `assignment, ${version} version`
const registrationOf = (stage: Stage) => stage.id(registrationLabel(college.dawn))

async function submit(stage: Stage, version: 'first' | 'second', at: Date): Promise<void> {
  await stage.send(college.dawn, at, label(version), assignmentSubmit, {
    id: stage.id(label(version)),
    registrationId: registrationOf(stage),
    content: contentOf(stage, version),
    leaves: ['1.4'],
    declaration,
  })
}

async function markPoint(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.lorraine, at, 'a point of the assignment', assignmentMarkPoint, {
    id: stage.id('a point of the assignment'),
    registrationId: registrationOf(stage),
    evidenceId: stage.id(label('first')),
    version: 1,
    heading: 'use',
    passage: 'Learners get better marks.',
    point: 'What does it do for a learner besides marks, and does it always?',
    leaves: ['1.4'],
    way: 'discussion',
  })
}

async function keepDraft(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.dawn, at, 'draft of the assignment', assignmentSaveDraft, {
    registrationId: registrationOf(stage),
    revision: stage.id('draft of the assignment'),
    basedOn: null,
    content: contentOf(stage, 'second'),
  })
}

function contentOf(stage: Stage, version: 'first' | 'second'): AssignmentContent {
  const source = (name: string) => stage.id(`source ${name}`)
  const sources: Source[] = [
    {
      ...{ kind: 'book', id: source('book'), author: 'Wiliam, D.', title: 'Embedded Formative Assessment' },
      ...{ edition: '2nd ed.', published: '2018' },
    },
    {
      ...{ kind: 'website', id: source('website'), author: 'Education Endowment Foundation', title: 'Teacher feedback' },
      ...{ address: 'https://educationendowmentfoundation.org.uk', viewedOn: stage.calendar.day(20) },
    },
    { kind: 'teacher', id: source('teacher'), name: 'Mr B Hartley', role: 'class teacher', spokenOn: stage.calendar.day(19) },
    {
      ...{ kind: 'colleague', id: source('colleague'), name: 'Mr S Whitby', role: 'teaching assistant' },
      ...{ spokenOn: stage.calendar.day(18), hasPermission: true },
    },
  ]
  const use =
    version === 'first'
      ? 'Learners get better marks.'
      : 'Learners know what to do next and how to do it, and some grow more sure of themselves.'
  const more =
    version === 'first'
      ? ''
      : 'It does not work for everybody alike: a studied effect is an average, and in my group two learners needed it on paper.'
  return {
    ...emptyContent,
    headings: [
      {
        heading: 'use',
        writing: textOf(
          [use, source('book')],
          ['The teacher changes tomorrow’s start after what the hands showed.', source('teacher')],
          ['I bring the question that the last lesson left open.', source('colleague')],
          ...(more === '' ? [] : [[more, source('website')] as const]),
        ),
      },
      { heading: 'part', writing: textOf(['I step in too soon. I want to count to five before I give a clue.', undefined]) },
    ],
    sources,
    coverage: [{ leaf: '1.4', state: version === 'first' ? 'weak' : 'covered' }],
  }
}

/** A paragraph for each sentence, with the source that it rests on. */
function textOf(...lines: readonly (readonly [words: string, sourceId: string | undefined])[]): Writing {
  return {
    type: 'doc',
    content: lines.map(([words, sourceId]) => ({
      type: 'paragraph' as const,
      content: [
        { type: 'text' as const, text: `${words} ` },
        ...(sourceId === undefined ? [] : [{ type: 'citation' as const, attrs: { sourceId, at: '' } }]),
      ],
    })),
  }
}
