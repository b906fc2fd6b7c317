// Reads a unit as it goes out, and the portfolios that came in.
import { organisationName } from '../../common/letters/views.ts'
import { toBase64url } from '../../core/bytes.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { fingerprintOf } from '../../server/keys.ts'
import { listPlans } from '../plans/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { listRegistrations } from '../registrations/views.ts'
import { planningSections } from '../sections/rules.ts'
import { keptUntil, signOffState } from '../signoff/rules.ts'
import { type LoadedSignOff, loadSignOff } from '../signoff/views.ts'
import { findOfficialWording } from '../standards/views.ts'
import { listNotes } from '../unitpages/views.ts'
import type { BroughtPortfolio, PortfolioDocument, PortfolioFileEntry, SignedStatement } from './contract.ts'
import { documentOf, filesOf } from './rules.ts'

/** A unit as it goes out, with what its signatures were made over. */
export interface LoadedPortfolio {
  readonly document: PortfolioDocument
  readonly content: LoadedSignOff['content']
  readonly files: readonly PortfolioFileEntry[]
}

export async function loadPortfolio(tx: ReadTx, registration: Registration): Promise<LoadedPortfolio> {
  const signOff = await loadSignOff(tx, registration)
  const { unit, decisions } = signOff.loaded
  const files = filesOf(unit.evidence)
  const { claimedAt } = registration
  const document = documentOf({
    centreName: await organisationName(tx),
    unit,
    decisions,
    signOff: {
      ...signOff,
      ...signOff.facts,
      state: signOffState(signOff.facts),
      claimedAt,
      keptUntil: claimedAt === null ? null : keptUntil(claimedAt),
    },
    wording: await findOfficialWording(tx, registration.packCode, registration.packVersion),
    planning: planningSections(registration.id, await listPlans(tx, registration.id), await listNotes(tx, registration.id)),
    files,
  })
  return { document, content: signOff.content, files }
}

/** Every signature of a unit as it was made, in their order. */
export async function listStatements(tx: ReadTx, registrationId: Id): Promise<SignedStatement[]> {
  const rows = await tx.db
    .selectFrom('signatures')
    .select(['body', 'signature'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .orderBy('number')
    .execute()
  return rows.map(({ body, signature }) => ({ body, signature: toBase64url(signature) }))
}

/** All brought portfolios, newest first, each with who has a part in its candidate's units. */
export async function listBrought(tx: ReadTx): Promise<(BroughtPortfolio & { readonly readerIds: readonly Id[] })[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('broughtPortfolios')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'broughtPortfolios.broughtBy').on('people.organisationId', '=', organisationId),
    )
    .select([
      'broughtPortfolios.id',
      'broughtPortfolios.centreName',
      'broughtPortfolios.centreKey',
      'broughtPortfolios.candidateName',
      'broughtPortfolios.candidateNumber',
      'broughtPortfolios.unitNumber',
      'broughtPortfolios.unitTitle',
      'broughtPortfolios.candidateId',
      'broughtPortfolios.broughtAt',
      'people.name as broughtByName',
    ])
    .where('broughtPortfolios.organisationId', '=', organisationId)
    .orderBy('broughtPortfolios.broughtAt', 'desc')
    .orderBy('broughtPortfolios.id')
    .execute()
  const readers = await readersByCandidate(tx)
  return rows.map(({ centreKey, broughtAt, ...row }) => ({
    ...row,
    fingerprint: fingerprintOf(centreKey),
    broughtAt: moment(broughtAt),
    readerIds: readers.get(row.candidateId ?? '') ?? [],
  }))
}

/** Who has a part in any unit of each candidate. */
async function readersByCandidate(tx: ReadTx): Promise<Map<Id, Id[]>> {
  const readers = new Map<Id, Id[]>()
  for (const { candidateId, assessorId, tutorId, countersignerId, iqaId } of await listRegistrations(tx)) {
    const parties = [assessorId, tutorId, countersignerId, iqaId].filter((id) => id !== null)
    readers.set(candidateId, [...(readers.get(candidateId) ?? []), ...parties])
  }
  return readers
}

/** One brought portfolio with who may read it. @throws OperationError not_found */
export async function getBrought(tx: ReadTx, id: Id) {
  const row = await tx.db
    .selectFrom('broughtPortfolios')
    .select(['id', 'candidateId', 'manifest', 'manifestSignature', 'unitNumber', 'candidateNumber'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('id')
  return { ...row, readerIds: (await readersByCandidate(tx)).get(row.candidateId ?? '') ?? [] }
}

/** What lies in a brought portfolio, in the manifest's order. */
export async function listEntries(tx: ReadTx, portfolioId: Id) {
  return tx.db
    .selectFrom('broughtEntries')
    .select(['path', 'size', 'fileHash'])
    .where('organisationId', '=', tx.organisationId)
    .where('portfolioId', '=', portfolioId)
    .orderBy('position')
    .execute()
}
