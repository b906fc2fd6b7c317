// What is known of a child, for the house with a row in every table: profile, task, motivation, results, achievements.
import { type Id, newId } from '../core/ids.ts'
import { achievementDecline, achievementKeep, achievementWithdraw } from '../school/achievements/contract.ts'
import { profileWrite } from '../school/profiles/contract.ts'
import { resultRead, resultWithdrawImport } from '../school/results/contract.ts'
import { motivationNote, taskKeep } from '../school/tasks/contract.ts'
import type { Classroom } from './classroom.ts'

/** What a child likes, a task made of it and what was seen then; a result that stands and one taken back; an entry kept, one taken out, an offer declined. */
export async function fillProfile({ teacher, practitioner, learnerIds: [learnerId] }: Classroom, sessionId: Id): Promise<void> {
  const writtenAt = '2026-11-24T10:41:00.000Z'
  const part = { learnerId, about: '', voice: 'together' as const, seenOn: null, writtenAt }
  await practitioner.send(profileWrite, { id: newId(), ...part, section: 'interests', text: 'Football, and penalty shoot-outs' })
  const idea = { interest: 'Football', idea: 'Halves and quarters of a pitch', keptAt: writtenAt }
  await practitioner.send(taskKeep, { id: newId(), taskId: newId(), sessionId, learnerId, ...idea })
  const seen = 'Asked for another one'
  await practitioner.send(motivationNote, { id: newId(), sessionId, learnerId, seen, notedAt: '2026-11-24T10:44:00.000Z' })
  const told = { subject: 'Mathematics', testName: 'Autumn arithmetic paper', takenOn: '2026-10-23', importedAt: writtenAt }
  const slip = newId()
  for (const importId of [newId(), slip]) {
    await teacher.send(resultRead, { id: newId(), importId, learnerId, ...told, result: 'Working towards, paper 1' })
  }
  await teacher.send(resultWithdrawImport, { id: newId(), importId: slip })
  const entry = { learnerId, voice: 'child' as const, offer: null, achievedOn: '2026-11-23', keptAt: writtenAt }
  const wrong = newId()
  await practitioner.send(achievementKeep, { id: newId(), ...entry, words: 'I folded the pitch into quarters' })
  await practitioner.send(achievementKeep, { id: wrong, ...entry, words: 'I said it in one go, for Maisie' })
  await practitioner.send(achievementWithdraw, { id: newId(), achievementId: wrong, learnerId })
  const no = { source: 'quote' as const, sourceId: newId(), isDeclined: true, declinedAt: writtenAt }
  await practitioner.send(achievementDecline, { id: newId(), learnerId, ...no })
}
