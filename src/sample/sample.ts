// Makes the sample school and college: weeks of a term, through the product's own commands, scene by scene.
import type pg from 'pg'
import { type Database, openDatabase } from '../server/database.ts'
import { createDispatch } from '../server/dispatch.ts'
import { beginSample, type SampleUnderWay, sampleUnderWay, setSampleScene } from '../server/installation.ts'
import { runJobs } from '../server/jobs.ts'
import { operations } from '../server/operations.ts'
import type { Services } from '../server/services.ts'
import { assessingScenes } from './assessing.ts'
import { assignmentScenes } from './assignment.ts'
import { bridgeScenes } from './bridge.ts'
import { briefScenes } from './briefs.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { classLessonScenes } from './class-lessons.ts'
import { classScenes } from './classes.ts'
import { discussionScenes } from './discussion.ts'
import { feedbackScenes } from './feedback.ts'
import { findingScenes } from './findings.ts'
import { goalTalkScenes } from './goal-talks.ts'
import { goalScenes } from './goals.ts'
import { handoverScenes } from './handovers.ts'
import { arrivalScenes } from './people.ts'
import { planScenes } from './plans.ts'
import { portfolioScenes } from './portfolio.ts'
import { profileScenes } from './profiles.ts'
import { registrationScenes } from './registrations.ts'
import { samplingScenes } from './sampling.ts'
import { secondUnitScenes } from './second-unit.ts'
import { signOffScenes } from './sign-off.ts'
import { type Scene, type Stage, setStage, stageClock } from './stage.ts'
import { stepCardScenes } from './step-card.ts'
import { supportScenes } from './support.ts'
import { timetableScenes } from './timetable.ts'
import { verifierScenes } from './verifier.ts'
import { witnessScenes } from './witnesses.ts'

interface SampleParts {
  readonly database: Database
  /** The same database, for connections whose clock is the sample's. */
  readonly connection: string | pg.PoolConfig
  readonly services: Services
}

/** All that happens, in its order in time. */
export function scenesOf(calendar: Calendar): readonly Scene[] {
  const parts = [
    arrivalScenes,
    registrationScenes,
    secondUnitScenes,
    classScenes,
    goalScenes,
    goalTalkScenes,
    classLessonScenes,
    supportScenes,
    findingScenes,
    feedbackScenes,
    profileScenes,
    bridgeScenes,
    witnessScenes,
    portfolioScenes,
    stepCardScenes,
    discussionScenes,
    assignmentScenes,
    samplingScenes,
    verifierScenes,
    planScenes,
    assessingScenes,
    signOffScenes,
    timetableScenes,
    briefScenes,
    handoverScenes,
  ]
  const scenes = parts.flatMap((part) => part(calendar))
  return scenes.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Makes the sample, whose "today" is `now`. `false`, and nothing is changed, when the installation is not new or the set-up code is wrong. */
export async function makeSample(parts: SampleParts, now: Date, code?: string): Promise<boolean> {
  return (await beginSample(parts.database, now, code)) && finishSample(parts)
}

/** Finishes a sample whose making was cut short. `false` when there is none. */
export async function finishSample(parts: SampleParts): Promise<boolean> {
  const underWay = await sampleUnderWay(parts.database)
  if (underWay === undefined) return false
  const clock = stageClock()
  const database = openDatabase({ connection: parts.connection, clock })
  const { services } = parts
  const dispatch = createDispatch(database, operations, services)
  try {
    await play(setStage({ database, dispatch, services, clock, calendar: calendarOf(underWay.beganAt) }), underWay)
    await runJobs({ database, dispatch, keys: services.keys, failed: (_, error) => void Promise.reject(error) })
    await setSampleScene(database, null)
  } finally {
    await database.close()
  }
  return true
}

/** A scene that was cut short is played again from its beginning: what it did already happens no second time. */
async function play(stage: Stage, { scene: first }: SampleUnderWay): Promise<void> {
  for (const [number, scene] of scenesOf(stage.calendar).entries()) {
    if (number < first) continue
    await scene.play(stage)
    await setSampleScene(stage.database, number + 1)
  }
}
