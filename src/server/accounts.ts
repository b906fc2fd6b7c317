// Account rows for our own commands: made, joined and ended in the command's transaction, or not at all.
import { sql } from 'kysely'
import { OperationError } from '../core/errors.ts'
import { type Id, newId } from '../core/ids.ts'
import type { ReadTx, Tx } from './database.ts'
import { createLimiter } from './limiter.ts'
import { hashPassword, isPassword } from './passwords.ts'

/**
 * The account for this address: a new one with this password, or the one that exists, when the password is its own.
 * `undefined` when an account exists and the password is another.
 */
export async function accountFor(
  tx: Tx,
  { email, name, password }: { email: string; name: string; password: string },
): Promise<Id | undefined> {
  const existing = await tx.db
    .selectFrom('auth.users')
    .leftJoin('auth.accounts', (join) =>
      join.onRef('auth.accounts.userId', '=', 'auth.users.id').on('auth.accounts.providerId', '=', 'credential'),
    )
    .select(['auth.users.id', 'auth.accounts.password'])
    .where('auth.users.email', '=', email)
    .executeTakeFirst()
  if (existing !== undefined) return (await isPassword(password, existing.password ?? '')) ? existing.id : undefined
  const userId = newId()
  const times = { createdAt: tx.now, updatedAt: tx.now }
  const hash = await hashPassword(password)
  await tx.db
    .insertInto('auth.users')
    .values({ id: userId, name, email, ...times })
    .execute()
  await tx.db
    .insertInto('auth.accounts')
    .values({ id: newId(), userId, accountId: userId, providerId: 'credential', password: hash, ...times })
    .execute()
  return userId
}

/** Wrong passwords a minute by which one person can try to prove who they are; this process's count. */
export const guessesAMinute = 10
const guesses = createLimiter(guessesAMinute)

/**
 * Whether somebody of the organisation entered, who is signed in, proves again by their password who they are. Each try is counted before it is
 * looked at, so that guesses at the same moment count too, and taken back when it was right.
 * @throws OperationError too_many
 */
export async function provesSelf(tx: ReadTx, personId: Id, password: string): Promise<boolean> {
  const person = `${tx.organisationId} ${personId}`
  if (!guesses.allows(person)) throw new OperationError({ code: 'too_many', field: 'password' })
  const row = await tx.db
    .selectFrom('people')
    .innerJoin('auth.accounts', (join) =>
      join.onRef('auth.accounts.userId', '=', 'people.userId').on('auth.accounts.providerId', '=', 'credential'),
    )
    .select('auth.accounts.password')
    .where('people.organisationId', '=', tx.organisationId)
    .where('people.id', '=', personId)
    .executeTakeFirst()
  const isRight = row !== undefined && (await isPassword(password, row.password ?? ''))
  if (isRight) guesses.forgive(person)
  return isRight
}

/** Makes the account a person of the organisation entered. */
export async function joinOrganisation(tx: Tx, userId: Id, personId: Id): Promise<void> {
  const { organisationId } = tx
  await tx.db.updateTable('people').set({ userId }).where('organisationId', '=', organisationId).where('id', '=', personId).execute()
  await tx.db.insertInto('memberships').values({ userId, organisationId, personId }).execute()
}

/**
 * Sets a new password after a recovery in the organisation entered, and ends every session.
 * Other organisations of the same account are shut until their own administrator lets the person back in:
 * an administrator's link must not open another organisation's door.
 */
export async function recoverAccount(tx: Tx, userId: Id, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await tx.db
    .updateTable('auth.accounts')
    .set({ password: hash, updatedAt: tx.now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute()
  await tx.db
    .updateTable('memberships')
    .set({ shutAt: tx.now })
    .where('userId', '=', userId)
    .where('memberships.organisationId', '!=', tx.organisationId)
    .execute()
  await reopenMembership(tx, userId)
  await endSessions(tx, userId)
}

/** Lets an account back into the organisation entered. */
export async function reopenMembership(tx: Tx, userId: Id): Promise<void> {
  await tx.db
    .updateTable('memberships')
    .set({ shutAt: null })
    .where('userId', '=', userId)
    .where('memberships.organisationId', '=', tx.organisationId)
    .execute()
  await accessChanged(tx)
}

/** Signs an account out everywhere. */
export async function endSessions(tx: Tx, userId: Id): Promise<void> {
  await tx.db.deleteFrom('auth.sessions').where('userId', '=', userId).execute()
  await accessChanged(tx)
}

/** Tells every server process, at commit, to forget what it remembers of sessions, roles and erasures. */
export async function accessChanged(tx: Tx): Promise<void> {
  await sql`select pg_notify('evident_access', '')`.execute(tx.db)
}
