// Keeping photos of work.
import { accept, learnerErased, OperationError } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import { readPicture } from '../../server/images.ts'
import { handle } from '../../server/operation.ts'
import { allowedOn } from '../consent/views.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { findPartAt } from '../groups/views.ts'
import { isErased } from '../learners/views.ts'
import { futureRefusal } from '../sessions/rules.ts'
import { photoAdd } from './contract.ts'
import { canAddPhoto } from './policy.ts'
import { consentRefusal } from './rules.ts'
import { insertPhoto } from './store.ts'

export const photoHandlers = [
  handle(photoAdd, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      if (await isErased(tx, input.learnerId)) throw learnerErased()
      const takenOn = dayOf(input.takenAt)
      return {
        worksWith: (await findPartAt(tx, actor.personId, input.learnerId, input.takenAt)) !== undefined,
        isAllowed: (await allowedOn(tx, 'photo_of_work', [input.learnerId], takenOn)).has(input.learnerId),
      }
    },
    allow: canAddPhoto,
    run: async (tx, { input, actor, facts, services }) => {
      accept(futureRefusal(input.takenAt, tx.now, 'takenAt'))
      accept(consentRefusal(facts.isAllowed))
      if (services.bytes === undefined) throw new OperationError({ code: 'invalid', field: 'bytes' })
      const { bytes, width, height } = await readPicture(services.bytes)
      const fileHash = await services.files.keep(tx.organisationId, bytes)
      await insertPhoto(tx, { ...input, fileHash, width, height, addedBy: actor.personId })
      return { width, height }
    },
  }),
]
