// Setting and reading the school's quick phrases.
import { accept } from '../../core/errors.ts'
import { answer, handle } from '../../server/operation.ts'
import { groupIdsOf } from '../groups/views.ts'
import { givenNamesIn } from '../learners/views.ts'
import { phraseListCurrent, phraseListSet } from './contract.ts'
import { canReadPhrases, canSetPhrases } from './policy.ts'
import { phraseListRefusal } from './rules.ts'
import { insertPhraseList } from './store.ts'
import { currentPhrases } from './views.ts'

export const techniqueHandlers = [
  handle(phraseListSet, {
    role: canSetPhrases,
    load: async (tx, _, actor) => ({
      currentId: (await currentPhrases(tx)).id,
      names: await givenNamesIn(tx, await groupIdsOf(tx, actor.personId)),
    }),
    allow: canSetPhrases,
    run: async (tx, { input, actor, facts }) => {
      accept(phraseListRefusal(input, facts))
      await insertPhraseList(tx, { id: input.id, phrases: input.phrases, setBy: actor.personId })
      return {}
    },
  }),
  answer(phraseListCurrent, {
    role: canReadPhrases,
    load: async () => undefined,
    allow: canReadPhrases,
    run: async (tx) => currentPhrases(tx),
  }),
]
