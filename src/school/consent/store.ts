// Writes what families said.
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { ConsentPurpose } from './contract.ts'

interface NewConsent {
  readonly id: Id
  readonly learnerId: Id
  readonly purpose: ConsentPurpose
  readonly isGiven: boolean
  readonly toldBy: string
  readonly toldOn: Day
  readonly setBy: Id
}

export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await tx.db
    .insertInto('consents')
    .values({ organisationId: tx.organisationId, ...consent, setAt: tx.now })
    .execute()
}
