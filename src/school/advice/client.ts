// A subject lead's advice on screen: kept on the device at once, laid over what the server answered.
import { personColleagues } from '../../common/people/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { dayOf, type Moment, moment } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { useMember } from '../../web/member.ts'
import { addition } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import {
  type Advice,
  type AdviceHeading,
  type AdviceQuestion,
  adviceAsk,
  adviceForGroup,
  adviceQuestions,
  adviceWrite,
  type NewAdvice,
} from './contract.ts'
import { standingAdvice } from './rules.ts'

export interface ShownAdvice extends Advice {
  readonly isWaiting: boolean
}

interface GroupAdvice {
  readonly advice: readonly ShownAdvice[]
  readonly questions: readonly Pick<AdviceQuestion, 'leadId' | 'leadName' | 'askedByName' | 'askedAt'>[]
}

export interface Lead {
  readonly id: Id
  readonly name: string
}

interface PendingAdvice {
  readonly written: readonly Pending<NewAdvice>[]
  readonly asked: readonly Pending<{ readonly groupId: Id; readonly leadId: Id; readonly isAsked: boolean; readonly askedAt: Moment }>[]
}

/** Lays what this device wrote and asked over the server's answer on a group. */
export function withPendingAdvice(
  answered: { readonly advice: readonly Advice[]; readonly questions: readonly AdviceQuestion[] },
  { written, asked }: PendingAdvice,
  {
    groupId,
    leads,
    self,
  }: { readonly groupId: Id; readonly leads: readonly Lead[]; readonly self: { readonly personId: Id; readonly name: string } },
): GroupAdvice {
  const known = new Set(answered.advice.map(({ id }) => id))
  const fresh = written
    .filter(({ input }) => input.groupId === groupId && !known.has(input.id))
    .map(({ input, state }) => ({ ...input, writtenBy: self.personId, writtenByName: self.name, isWaiting: state !== 'sent' }))
  const all = [...answered.advice.map((one) => ({ ...one, isWaiting: false })), ...fresh]
  const last = new Map(asked.filter(({ input }) => input.groupId === groupId).map(({ input }) => [input.leadId, input]))
  const mine = [...last.values()]
    .filter(({ isAsked }) => isAsked)
    .map(({ leadId, askedAt }) => ({
      leadId,
      leadName: leads.find(({ id }) => id === leadId)?.name ?? '',
      askedByName: self.name,
      askedAt,
    }))
  return { advice: standingAdvice(all), questions: [...answered.questions.filter(({ leadId }) => !last.has(leadId)), ...mine] }
}

/** Advice on a group, and what was asked. */
export function useAdvice(groupId: Id, leads: readonly Lead[]): Asked<GroupAdvice> {
  const asked = useAsked(adviceForGroup, { groupId })
  const pending = { written: usePending(adviceWrite, asked), asked: usePending(adviceAsk, asked) }
  const self = useMember()
  if (asked.state !== 'answered') return asked
  return { ...asked, answer: withPendingAdvice(asked.answer, pending, { groupId, leads, self }) }
}

/** Those who lead a subject here, by name. */
export function useLeads(): readonly Lead[] {
  const asked = useAsked(personColleagues, {})
  if (asked.state !== 'answered') return []
  return asked.answer.people.filter(({ roles }) => roles.includes('subject_lead')).map(({ id, name }) => ({ id, name }))
}

/** Questions that wait for whoever is here; those answered on this device a moment ago are gone. */
export function useAdviceQuestions(): Asked<readonly AdviceQuestion[]> {
  const asked = useAsked(adviceQuestions, {})
  const written = usePending(adviceWrite, asked)
  if (asked.state !== 'answered') return asked
  const answered = new Set(written.map(({ input }) => input.groupId))
  return { ...asked, answer: asked.answer.questions.filter(({ groupId }) => !answered.has(groupId)) }
}

/** What is written of advice, without where it stands. */
export type AdviceDraft = Pick<NewAdvice, 'heading' | 'words' | 'saidBy' | 'saidRole' | 'saidOn'>

/** Nothing written yet. @param saidBy who is likely to have said it */
export function emptyAdvice(heading: AdviceHeading, saidBy: string, saidRole: string): AdviceDraft {
  return { heading, words: '', saidBy, saidRole, saidOn: dayOf(new Date()) }
}

interface Before {
  readonly id: Id
}

function newAdvice(groupId: Id, draft: AdviceDraft, before?: Before, isGone = false): NewAdvice {
  return { id: newId(), groupId, ...draft, isGone, replacesId: before?.id ?? null, writtenAt: moment(new Date()) }
}

const written = (advice: NewAdvice) =>
  addition(adviceWrite, advice, { id: advice.id, dependsOn: advice.replacesId === null ? [] : [advice.replacesId] })

/** Keeps advice on the device, all of it or none. @param before what it replaces */
export async function keepAdvice(groupId: Id, drafts: readonly AdviceDraft[], before?: Before): Promise<void> {
  await device().outbox.addAll(drafts.map((draft) => written(newAdvice(groupId, draft, before))))
}

export async function takeAdviceAway({ id, groupId, heading, words, saidBy, saidRole, saidOn }: ShownAdvice): Promise<void> {
  await device().outbox.addAll([written(newAdvice(groupId, { heading, words, saidBy, saidRole, saidOn }, { id }, true))])
}

/** Asks a lead, or asks no longer. */
export async function askLead(groupId: Id, leadId: Id, isAsked: boolean): Promise<void> {
  await device().outbox.add(adviceAsk, { id: newId(), groupId, leadId, isAsked, askedAt: moment(new Date()) })
}
