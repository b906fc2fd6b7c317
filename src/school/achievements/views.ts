// A learner's log as pages show it. An entry stands while what offered it stands; what was withdrawn, corrected or unmarked is in none.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { dayOf, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listImprovementsOfLearners } from '../improvements/views.ts'
import { stands } from '../observations/views.ts'
import type { Achievement, AchievementOffer, AchievementVoice, OfferSource } from './contract.ts'
import { byDate, declinedOffers, offerKey, openOffers } from './rules.ts'

type Found = AchievementOffer & { readonly correctsId: Id | null }

/** All that offers this learner an entry now, taken or not. */
async function listSources(tx: ReadTx, learnerId: Id): Promise<Found[]> {
  const organisation = tx.organisationId
  const { rows } = await sql<Omit<Found, 'on' | 'voice'> & { at: Date }>`
    select 'met' as source, mark.criterion_id as source_id, criterion.child_text as words, mark.marked_at as at, null::uuid as corrects_id
    from (
      select distinct on (criterion_id) criterion_id, is_met, marked_at from success_criterion_marks
      where organisation_id = ${organisation} and learner_id = ${learnerId} order by criterion_id, marked_at desc, id desc
    ) mark
    join success_criteria criterion on criterion.organisation_id = ${organisation} and criterion.id = mark.criterion_id
    where mark.is_met
    union all
    select 'quote', o.id, o.child_words, o.observed_at, o.corrects_id from learner_observations o
    where o.organisation_id = ${organisation} and o.learner_id = ${learnerId} and o.child_words is not null
      and o.response is distinct from 'not_yet' and ${stands(tx, 'o')}`.execute(tx.db)
  const improved = (await listImprovementsOfLearners(tx, [learnerId])).flatMap(({ firstId, whatChanged, observedAt }): Found[] =>
    whatChanged === null
      ? []
      : [{ source: 'improvement', sourceId: firstId, words: whatChanged, voice: 'child', on: dayOf(observedAt), correctsId: null }],
  )
  const others = rows.map(({ at, ...row }): Found => ({ ...row, voice: row.source === 'met' ? 'together' : 'child', on: dayOf(at) }))
  return [...others, ...improved]
}

/** Whether something still offers the learner this entry. */
export async function isOffered(tx: ReadTx, learnerId: Id, offer: { source: OfferSource; sourceId: Id }): Promise<boolean> {
  const sources = await listSources(tx, learnerId)
  return sources.some((found) => offerKey(found) === offerKey(offer))
}

async function listKept(tx: ReadTx, learnerId: Id): Promise<Achievement[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('achievements')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'achievements.keptBy').on('people.organisationId', '=', organisationId))
    .select(['achievements.id', 'learnerId', 'words', 'voice', 'source', 'sourceId', 'achievedOn', 'people.name as keptByName'])
    .where('achievements.organisationId', '=', organisationId)
    .where('achievements.learnerId', '=', learnerId)
    .where(
      sql<boolean>`not exists (select from achievement_withdrawals gone where gone.organisation_id = ${organisationId} and gone.achievement_id = achievements.id)`,
    )
    .execute()
  return rows.map(({ source, sourceId, voice, ...row }) => ({
    ...row,
    voice: voice as AchievementVoice,
    offer: sourceId === null ? null : { source: source as OfferSource, sourceId },
  }))
}

async function listDecisions(tx: ReadTx, learnerId: Id) {
  const rows = await tx.db
    .selectFrom('achievementDeclines')
    .select(['source', 'sourceId', 'isDeclined', 'declinedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', '=', learnerId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, source: row.source as OfferSource, declinedAt: moment(row.declinedAt) }))
}

/** What each correction of an observation of this learner corrects. */
async function listCorrected(tx: ReadTx, learnerId: Id): Promise<ReadonlyMap<Id, Id>> {
  const rows = await tx.db
    .selectFrom('learnerObservations')
    .select(['id', 'correctsId'])
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', '=', learnerId)
    .where('correctsId', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, correctsId }) => (correctsId === null ? [] : [[id, correctsId]])))
}

/** A learner's log, and what could be kept in it. Of two entries from one offer (two devices, no network) the one kept first is shown. */
export async function readLog(tx: ReadTx, learnerId: Id): Promise<{ entries: Achievement[]; offers: AchievementOffer[] }> {
  const sources = await listSources(tx, learnerId)
  const standing = new Set(sources.map(offerKey))
  const kept = await listKept(tx, learnerId)
  const inOrder = kept.toSorted((one, other) => one.id.localeCompare(other.id))
  const first = new Map(inOrder.map((entry) => [entry.offer === null ? entry.id : offerKey(entry.offer), entry] as const).toReversed())
  const entries = [...first.values()].filter(({ offer }) => offer === null || standing.has(offerKey(offer)))
  const taken = entries.flatMap(({ offer }) => offer ?? [])
  const corrected = sources.some(({ correctsId }) => correctsId !== null) ? await listCorrected(tx, learnerId) : undefined
  const offers = openOffers(
    sources.map(({ correctsId: _, ...offer }) => offer),
    taken,
    declinedOffers(await listDecisions(tx, learnerId)),
    corrected,
  )
  return { entries: [...byDate(entries)], offers: [...offers] }
}
