// The awarding body's verifier in the sample: one unit is open to her for some weeks, to read and to sign.
import { eqaOpen } from '../centre/verifiers/contract.ts'
import { momentAt } from '../core/wall-clock.ts'
import type { Calendar } from './calendar.ts'
import { college } from './cast.ts'
import { comeIn, tokenHashOf } from './people.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'

export function verifierScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(3, '09:20'), play: (stage) => open(stage, at(3, '09:20')) },
    { at: at(2, '11:05'), play: (stage) => comeIn(stage, college.sandhu, at(2, '11:05')) },
  ]
}

async function open(stage: Stage, at: Date): Promise<void> {
  const { key, name, email } = college.sandhu
  await stage.send(college.marta, at, 'open a unit to the verifier', eqaOpen, {
    id: stage.id('account of the verifier'),
    personId: stage.id(key),
    invitation: { linkId: stage.id(`link ${key}`), tokenHash: tokenHashOf(stage, key), name, email },
    roleId: stage.id(`role eqa ${key}`),
    registrationIds: [stage.id(registrationLabel(college.dawn))],
    endsAt: momentAt(stage.calendar.ahead(30), '23:59'),
  })
}
