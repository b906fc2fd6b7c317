// Reads the bridge's switch and the out-register.
import { toBase64url } from '../../core/bytes.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { DescriptorBody, LetterBody, LetterFile, RecordType, SentLetter } from './contract.ts'

/** The name of the organisation that the transaction has entered. */
export async function organisationName(tx: ReadTx): Promise<string> {
  const row = await tx.db.selectFrom('organisations').select('name').where('id', '=', tx.organisationId).executeTakeFirstOrThrow()
  return row.name
}

/** Whether a centre of this id is on this installation: then the post brings letters, else they travel as files. */
export async function isCentreHere(tx: ReadTx, organisationId: Id): Promise<boolean> {
  const row = await tx.db.selectFrom('organisations').select('kind').where('id', '=', organisationId).executeTakeFirst()
  return row?.kind === 'centre'
}

export async function findBridge(tx: ReadTx): Promise<{ isOn: boolean; onAt: string | null; onByName: string | null }> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('organisationSettings')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'organisationSettings.bridgeOnBy').on('people.organisationId', '=', organisationId),
    )
    .select(['organisationSettings.bridgeOnAt', 'people.name'])
    .where('organisationSettings.organisationId', '=', organisationId)
    .executeTakeFirst()
  const onAt = row?.bridgeOnAt ?? null
  return onAt === null ? { isOn: false, onAt: null, onByName: null } : { isOn: true, onAt: moment(onAt), onByName: row?.name ?? null }
}

/** Letters of the out-register, newest first; those of one author, when one is named. */
export async function listSentLetters(tx: ReadTx, author?: Id): Promise<(SentLetter & { body: LetterBody })[]> {
  const { organisationId } = tx
  let query = tx.db
    .selectFrom('lettersSent')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'lettersSent.writtenBy').on('people.organisationId', '=', organisationId))
    .leftJoin('lettersSent as retraction', (join) =>
      join.onRef('retraction.retractsId', '=', 'lettersSent.id').on('retraction.organisationId', '=', organisationId),
    )
    .select([
      'lettersSent.id',
      'lettersSent.kind',
      'lettersSent.body',
      'lettersSent.retractsId',
      'lettersSent.addresseeName',
      'people.name as writtenByName',
    ])
    .select([
      'lettersSent.writtenAt',
      'lettersSent.delivery',
      'lettersSent.deliveredAt',
      'lettersSent.fault',
      'retraction.id as retractionId',
      'retraction.writtenAt as retractedAt',
    ])
    .where('lettersSent.organisationId', '=', organisationId)
  if (author !== undefined) query = query.where('lettersSent.writtenBy', '=', author)
  const rows = await query.orderBy('lettersSent.writtenAt', 'desc').orderBy('lettersSent.id', 'desc').execute()
  const sources = await sourcesOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const body = JSON.parse(row.body) as LetterBody
    return {
      id: row.id,
      kind: row.kind as SentLetter['kind'],
      ...said(body),
      retracts: row.retractsId,
      addressee: body.addressee,
      centreName: row.addresseeName,
      restsOn: sources.get(row.id) ?? [],
      writtenByName: row.writtenByName,
      writtenAt: moment(row.writtenAt),
      delivery: row.delivery as SentLetter['delivery'],
      deliveredAt: row.deliveredAt === null ? null : moment(row.deliveredAt),
      fault: row.fault,
      retractionId: row.retractionId,
      retractedAt: row.retractedAt === null ? null : moment(row.retractedAt),
      body,
    }
  })
}

function said(body: LetterBody): Pick<SentLetter, 'sentence' | 'leaves' | 'unitNumber'> {
  return body.kind === 'descriptor'
    ? { sentence: body.sentence, leaves: body.leaves, unitNumber: body.unit.number }
    : { sentence: null, leaves: [], unitNumber: null }
}

type Source = SentLetter['restsOn'][number]

/** The records that letters rest on, each once; nothing for letters whose records were erased. */
async function sourcesOf(tx: ReadTx, letterIds: readonly Id[]): Promise<Map<Id, Source[]>> {
  const sources = new Map<Id, Source[]>()
  if (letterIds.length === 0) return sources
  const rows = await tx.db
    .selectFrom('letterSources')
    .select(['letterId', 'recordType', 'recordId'])
    .distinct()
    .where('organisationId', '=', tx.organisationId)
    .where('letterId', 'in', letterIds)
    .orderBy('recordId')
    .execute()
  const plain = await tx.db
    .selectFrom('letterRecords')
    .select(['letterId', 'recordType', 'recordId'])
    .where('organisationId', '=', tx.organisationId)
    .where('letterId', 'in', letterIds)
    .orderBy('recordId')
    .execute()
  const isTold = ({ letterId, recordId }: (typeof plain)[number]) =>
    rows.some((one) => one.letterId === letterId && one.recordId === recordId)
  for (const { letterId, recordType, recordId } of [...rows, ...plain.filter((one) => !isTold(one))]) {
    sources.set(letterId, [...(sources.get(letterId) ?? []), { recordType: recordType as RecordType, recordId }])
  }
  return sources
}

/** One letter with its file and its authors. @throws OperationError not_found */
export async function getSentLetter(
  tx: ReadTx,
  id: Id,
  publicKey: () => Promise<Uint8Array>,
): Promise<{ authors: Id[]; file: LetterFile; body: LetterBody }> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('lettersSent')
    .leftJoin('lettersSent as retracted', (join) =>
      join.onRef('retracted.id', '=', 'lettersSent.retractsId').on('retracted.organisationId', '=', organisationId),
    )
    .select(['lettersSent.body', 'lettersSent.bodyHash', 'lettersSent.signature', 'lettersSent.writtenBy', 'retracted.writtenBy as author'])
    .where('lettersSent.organisationId', '=', organisationId)
    .where('lettersSent.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('letterId')
  return {
    authors: row.author === null ? [row.writtenBy] : [row.writtenBy, row.author],
    file: {
      evident: 'letter',
      body: row.body,
      bodyHash: row.bodyHash.toString('hex'),
      signature: toBase64url(row.signature),
      publicKey: toBase64url(await publicKey()),
    },
    body: JSON.parse(row.body) as LetterBody,
  }
}

/** What a descriptor that was received says, beside what the centre noted about it. */
export interface ReceivedDescriptor {
  readonly id: Id
  readonly body: DescriptorBody
  readonly senderName: string
  readonly senderKey: Buffer
  readonly confirmedAs: string
  readonly receivedAt: Date
  /** The day that a retraction under the same key names. */
  readonly retractedOn: string | null
}

/** Descriptors of the in-register by their ids. */
export async function listReceivedDescriptors(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, ReceivedDescriptor>> {
  if (ids.length === 0) return new Map()
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('lettersReceived')
    .innerJoin('senderKeys', (join) =>
      join.onRef('senderKeys.publicKey', '=', 'lettersReceived.senderKey').on('senderKeys.organisationId', '=', organisationId),
    )
    .leftJoin('lettersReceived as retraction', (join) =>
      join
        .onRef('retraction.retractsId', '=', 'lettersReceived.id')
        .onRef('retraction.senderKey', '=', 'lettersReceived.senderKey')
        .on('retraction.organisationId', '=', organisationId),
    )
    .select([
      'lettersReceived.id',
      'lettersReceived.body',
      'lettersReceived.senderName',
      'lettersReceived.senderKey',
      'lettersReceived.receivedAt',
      'senderKeys.confirmedAs',
      'retraction.retractedOn',
    ])
    .where('lettersReceived.organisationId', '=', organisationId)
    .where('lettersReceived.kind', '=', 'descriptor')
    .where('lettersReceived.id', 'in', [...ids])
    .orderBy('retraction.retractedOn', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, body: JSON.parse(row.body) as DescriptorBody }]))
}

/** What is known of a key that signed a letter under this name. */
export async function findSender(tx: ReadTx, publicKey: Uint8Array, name: string): Promise<{ isKnown: boolean; isNameTaken: boolean }> {
  const rows = await tx.db.selectFrom('senderKeys').select(['publicKey', 'name']).where('organisationId', '=', tx.organisationId).execute()
  const isKnown = rows.some((row) => row.publicKey.equals(publicKey))
  return { isKnown, isNameTaken: !isKnown && rows.some((row) => row.name === name) }
}

/** Whether a letter of this id has come in. */
export async function isReceived(tx: ReadTx, id: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('lettersReceived')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** How many descriptors that rest on a learner's records are not taken back yet. */
export async function countLettersOn(tx: ReadTx, learnerId: Id): Promise<number> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('letterSources')
    .leftJoin('lettersSent as retraction', (join) =>
      join.onRef('retraction.retractsId', '=', 'letterSources.letterId').on('retraction.organisationId', '=', organisationId),
    )
    .select('letterSources.letterId')
    .distinct()
    .where('letterSources.organisationId', '=', organisationId)
    .where('letterSources.learnerId', '=', learnerId)
    .where('retraction.id', 'is', null)
    .execute()
  return rows.length
}
