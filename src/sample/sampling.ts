// Verification in the sample: the college's IQA looks into one unit while it goes on, and agrees with a point to develop.
import { sampleDraw, sampleJudge } from '../centre/sampling/contract.ts'
import type { Calendar } from './calendar.ts'
import { college } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'

export function samplingScenes({ at }: Calendar): Scene[] {
  return [{ at: at(2, '15:30'), play: (stage) => sample(stage, at(2, '15:30')) }]
}

async function sample(stage: Stage, at: Date): Promise<void> {
  const registrationId = stage.id(registrationLabel(college.dawn))
  const sampleId = stage.id('interim sample')
  const rationale = 'First observation of this unit at a new site.'
  await stage.send(college.graham, at, 'interim sample', sampleDraw, { id: sampleId, registrationId, stage: 'interim', rationale })
  await stage.send(college.graham, at, 'interim judgement', sampleJudge, {
    id: stage.id('interim judgement'),
    registrationId,
    sampleId,
    outcome: 'agree_with_development',
    words: 'O-01 and its decisions are sound. Say in each decision which moment of the lesson showed it.',
    action: null,
  })
}
