// Taking a unit out, as words and as a file; keeping and giving out again what was brought.
import { organisationName } from '../../common/letters/views.ts'
import { toBase64url } from '../../core/bytes.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Keyring } from '../../server/keys.ts'
import { answer, handle } from '../../server/operation.ts'
import type { Registration } from '../registrations/contract.ts'
import { canReadPortfolio } from '../registrations/policy.ts'
import { getRegistration } from '../registrations/views.ts'
import {
  portfolioBring,
  portfolioBrought,
  portfolioBroughtFile,
  portfolioDocument,
  portfolioFile,
  type SealedPortfolio,
} from './contract.ts'
import { canBring, canReadBrought, mayReadBrought } from './policy.ts'
import { insertBrought } from './store.ts'
import { getBrought, listBrought, listEntries, listStatements, loadPortfolio } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

export const portfolioHandlers = [
  answer(portfolioDocument, {
    load,
    allow: canReadPortfolio,
    run: async (tx, { facts: registration }) => (await loadPortfolio(tx, registration)).document,
  }),
  answer(portfolioFile, {
    load,
    allow: canReadPortfolio,
    run: (tx, { facts: registration, services }) => makeFile(tx, registration, services.keys),
  }),
  handle(portfolioBring, {
    role: canBring,
    load: async () => undefined,
    allow: canBring,
    // The manifest lies in its own row, and in the file itself.
    keep: ({ manifest: _, entries, ...rest }) => ({ ...rest, entries: entries.length }),
    run: async (tx, { input, actor }) => ({
      portfolioId: await insertBrought(tx, input, actor.roles.length === 0 ? null : actor.personId),
    }),
  }),
  answer(portfolioBrought, {
    role: mayReadBrought,
    load: async () => undefined,
    allow: mayReadBrought,
    run: async (tx, { actor }) =>
      (await listBrought(tx)).filter((one) => canReadBrought(actor, one)).map(({ readerIds: _, ...one }) => one),
  }),
  answer(portfolioBroughtFile, {
    role: mayReadBrought,
    load: (tx, { id }) => getBrought(tx, id),
    allow: canReadBrought,
    run: async (tx, { facts }) => {
      const { id, manifest, manifestSignature, unitNumber, candidateNumber } = facts
      return { manifest, manifestSignature, unitNumber, candidateNumber, entries: await listEntries(tx, id) }
    },
  }),
]

/** A unit as it goes into a file. Also what the terminal takes out, where nobody is signed in. */
export async function makeFile(tx: ReadTx, registration: Registration, keys: Keyring): Promise<SealedPortfolio> {
  const { document, content, files } = await loadPortfolio(tx, registration)
  return {
    format: 'evident-portfolio-file-1',
    writtenAt: moment(tx.now),
    centre: { id: tx.organisationId, name: await organisationName(tx), publicKey: toBase64url(await keys.publicKey(tx, 'signing')) },
    registrationId: registration.id,
    document,
    content,
    signatures: await listStatements(tx, registration.id),
    files: [...files],
  }
}
