// The college's register in the sample: who is a candidate with whom.
import { registrationCreate } from '../centre/registrations/contract.ts'
import type { Calendar } from './calendar.ts'
import { college, type Member } from './cast.ts'
import type { Scene, Stage } from './stage.ts'

export const registrationLabel = ({ key }: Member): string => `registration ${key}`

interface Entry {
  readonly candidate: Member
  readonly assessor: Member
  readonly candidateNumber: string
  readonly countersigner?: Member
}

const candidates = [
  { candidate: college.dawn, assessor: college.lorraine, candidateNumber: '4471' },
  { candidate: college.ingrid, assessor: college.lorraine, candidateNumber: '4475' },
  // Kofi works towards the assessor qualification: Lorraine countersigns.
  { candidate: college.steve, assessor: college.kofi, candidateNumber: '4473', countersigner: college.lorraine },
] as const satisfies readonly Entry[]

export function registrationScenes({ at }: Calendar): Scene[] {
  return [{ at: at(44, '09:30'), play: (stage) => Promise.all(candidates.map((one) => register(stage, one, at(44, '09:30')))) }]
}

async function register(stage: Stage, { candidate, assessor, candidateNumber, countersigner }: Entry, at: Date): Promise<void> {
  const label = registrationLabel(candidate)
  await stage.send(college.marta, at, label, registrationCreate, {
    id: stage.id(label),
    candidateId: stage.id(candidate.key),
    assessorId: stage.id(assessor.key),
    candidateNumber,
    packCode: 'cg-5329-307',
    registeredOn: stage.calendar.day(44),
    endsOn: null,
    countersignerId: countersigner === undefined ? null : stage.id(countersigner.key),
  })
}
