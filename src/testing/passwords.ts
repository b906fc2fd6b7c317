// Gives people of a test organisation an account with a password, for acts that want it again.
import { accountFor, joinOrganisation } from '../server/accounts.ts'
import type { TestOrganisation, TestPerson } from './app.ts'

export const testPassword = 'a password of the test'

/** Everybody who is named can prove by {@link testPassword} who they are. */
export async function givePasswords(organisation: TestOrganisation, ...people: readonly (TestPerson | undefined)[]): Promise<void> {
  for (const person of people) {
    if (person === undefined) continue
    await organisation.look(async (tx) => {
      const userId = await accountFor(tx, { email: `${person.id}@example.org`, name: 'Somebody', password: testPassword })
      if (userId === undefined) throw new Error('there is an account already')
      await joinOrganisation(tx, userId, person.id)
    })
  }
}
