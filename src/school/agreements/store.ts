// Writes agreements, signatures and withdrawals.
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { AgreementText } from './contract.ts'

interface NewAgreement extends AgreementText {
  readonly id: Id
  readonly groupId: Id
  readonly teacherId: Id
  readonly practitionerId: Id
  readonly reviewOn: string
  readonly proposedBy: Id
}

export async function insertAgreement(tx: Tx, agreement: NewAgreement): Promise<void> {
  await tx.db
    .insertInto('agreements')
    .values({ organisationId: tx.organisationId, ...agreement, proposedAt: tx.now })
    .execute()
}

export async function insertSignature(tx: Tx, signature: { id: Id; agreementId: Id; personId: Id }): Promise<void> {
  await tx.db
    .insertInto('agreementSignatures')
    .values({ organisationId: tx.organisationId, ...signature, signedAt: tx.now })
    .execute()
}

export async function insertWithdrawal(tx: Tx, withdrawal: { id: Id; agreementId: Id; withdrawnBy: Id }): Promise<void> {
  await tx.db
    .insertInto('agreementWithdrawals')
    .values({ organisationId: tx.organisationId, ...withdrawal, withdrawnAt: tx.now })
    .execute()
}
