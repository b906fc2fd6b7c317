// A centre's own words on a unit, for the house that has a row in every table.
import { officialWordingLoad } from '../centre/standards/contract.ts'
import { keepWording } from '../centre/standards/store.ts'
import { newId } from '../core/ids.ts'
import type { TestOrganisation } from './app.ts'
import { loadUnit307, type TestRegistration, unit307 } from './centre.ts'

/** Official wording, as a licence has it, and a unit that was signed under it. */
export async function fillStandards(centre: TestOrganisation, { id: registrationId, administrator }: TestRegistration): Promise<void> {
  const { leaves } = await loadUnit307(centre)
  const wordingId = newId()
  await administrator.send(officialWordingLoad, {
    id: wordingId,
    packCode: unit307,
    packVersion: 1,
    source: 'The handbook on Marta’s shelf',
    lines: leaves.map(({ code }) => ({ code, text: `As the handbook has ${code}, word for word` })),
  })
  await centre.look((tx) => keepWording(tx, { registrationId, wordingId }))
}
