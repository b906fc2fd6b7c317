// A centre's own words on a unit, for the house that has a row in every table.
import { officialWordingLoad } from '../centre/standards/contract.ts'
import { keepWording } from '../centre/standards/store.ts'
import { readingSuggest, unitNoteWrite, unitPageEdit } from '../centre/unitpages/contract.ts'
import { newId } from '../core/ids.ts'
import type { TestOrganisation } from './app.ts'
import { loadUnit307, type TestRegistration, unit307 } from './centre.ts'

/** Official wording as a licence has it, and a unit that was signed under it; the centre's words on the unit's page, reading and a note. */
export async function fillStandards(centre: TestOrganisation, registration: TestRegistration): Promise<void> {
  const { id: registrationId, administrator, assessor, candidate } = registration
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
  const saying = { about: '', title: 'A book of 1998', text: 'Look at the page before you look at the clock', link: '', kind: null }
  await assessor.send(unitPageEdit, { id: newId(), packCode: unit307, section: 'sayings', entries: [saying] })
  const reading = { title: 'Chapter three of the grey book', detail: 'For the waiting', link: '' }
  await assessor.send(readingSuggest, { id: newId(), registrationId, ...reading })
  await candidate.send(unitNoteWrite, { id: newId(), registrationId, text: 'Ask for the second Thursday' })
}
