// Setting and asking whom to tell.
import { accept } from '../../core/errors.ts'
import { answer, handle } from '../../server/operation.ts'
import { safeguardingContacts, safeguardingSetContacts } from './contract.ts'
import { canSeeContacts, canSetContacts } from './policy.ts'
import { contactsRefusal } from './rules.ts'
import { insertContacts } from './store.ts'
import { lastContacts } from './views.ts'

export const safeguardingHandlers = [
  handle(safeguardingSetContacts, {
    role: canSetContacts,
    load: async () => ({}),
    allow: canSetContacts,
    run: async (tx, { input, actor }) => {
      accept(contactsRefusal(input.contacts))
      await insertContacts(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  answer(safeguardingContacts, {
    role: canSeeContacts,
    load: async () => ({}),
    allow: canSeeContacts,
    run: (tx) => lastContacts(tx),
  }),
]
