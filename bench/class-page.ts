// Promises: the class page of 30 learners by 60 criteria over 500,000 observations takes at most twice its best single statement.
// With ten times as many observations it takes at most 1.3 times as long.
import { type Measured, median, withinRatio } from './promise.ts'
import { discard, newDataFolder, startProgram } from './running.ts'
import { deviceOf, makeSchool, type School } from './school.ts'

const observations = 500_000
const many = 5_000_000
const rounds = 15

// The best single statement known for what the map rests on: per pair and source the newest that judges, and per pair the newest of all, each the
// first entry of an index range. A distinct on over all rows, and one lateral join over all sources at once, were many times slower.
const stands = `
  not exists (select from observation_withdrawals gone where gone.organisation_id = $1 and gone.observation_id = o.id)
  and not exists (select from learner_observations newer where newer.organisation_id = $1 and newer.corrects_id = o.id)`
const ofPair = `o.organisation_id = $1 and o.learner_id = learner.id and o.criterion_id = criterion.id and ${stands}`
const columns = 'o.id, o.source, o.response, o.help_level, o.observed_at'
const best = `
  select learner.id as learner_id, criterion.id as criterion_id, found.*
  from unnest($2::uuid[]) learner (id) cross join unnest($3::uuid[]) criterion (id)
  cross join lateral (
    select judged.* from unnest(array['seen', 'heard', 'work_sample', 'self_report', 'peer_report']) source (name) cross join lateral (
      select ${columns} from learner_observations o
      where ${ofPair} and o.source = source.name and o.response is not null and (o.help_level is not null or o.source = 'self_report')
      order by o.observed_at desc, o.id desc limit 1
    ) judged
    union
    (select ${columns} from learner_observations o where ${ofPair} order by o.observed_at desc, o.id desc limit 1)
  ) found`

export async function measureClassPage(): Promise<readonly Measured[]> {
  const few = await makeClassPage(observations)
  try {
    const grown = await makeClassPage(many)
    try {
      const { statement, page, grownPage } = await interleaved(few, grown)
      return [
        withinRatio('class-page: classMap.forGroup through HTTP, median ms (floor: the best single statement)', page, statement, 2),
        withinRatio('class-page: the same over 5,000,000 observations, median ms (floor: over 500,000)', grownPage, page, 1.3),
      ]
    } finally {
      await grown.close()
    }
  } finally {
    await few.close()
  }
}

interface ClassPage {
  readonly ask: () => Promise<void>
  readonly askStatement: () => Promise<unknown>
  readonly close: () => Promise<void>
}

/** A school in a program of its own. */
async function makeClassPage(count: number): Promise<ClassPage> {
  const running = await startProgram(newDataFolder())
  const school = await makeSchool(running, { learners: 30, criteria: 60, practitioners: 1 })
  const [practitioner] = school.practitioners
  if (practitioner === undefined) throw new Error('the school has no practitioner')
  await seed(school, count)
  const device = deviceOf(running, school, practitioner)
  return {
    ask: async () => {
      const answer = await device.query('classMap.forGroup', { groupId: school.groupId })
      if (answer.status !== 200) throw new Error(`class page: ${answer.text}`)
    },
    askStatement: () => school.database.query(best, [school.organisationId, school.learnerIds, school.criterionIds]),
    close: async () => {
      device.close()
      await school.database.end()
      await discard(running)
    },
  }
}

/** All in turn, so that a slow moment of the machine meets each; the medians, in milliseconds. Both schools stand before any is asked. */
async function interleaved(few: ClassPage, grown: ClassPage): Promise<Readonly<Record<'statement' | 'page' | 'grownPage', number>>> {
  const statement: number[] = []
  const page: number[] = []
  const grownPage: number[] = []
  for (let i = -3; i < rounds; i++) {
    const times = [await timed(few.askStatement), await timed(few.ask), await timed(grown.ask)] as const
    if (i < 0) continue
    statement.push(times[0])
    page.push(times[1])
    grownPage.push(times[2])
  }
  return { statement: median(statement), page: median(page), grownPage: median(grownPage) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Spread over learners, criteria, sources and, from now back, a minute each. */
async function seed(school: School, count: number): Promise<void> {
  await school.database.query(
    `insert into learner_observations (organisation_id, id, learner_id, group_id, goal_id, criterion_id, help_level, response, source, observed_at, recorded_by, recorded_at)
     select $1, gen_random_uuid(), ($2::uuid[])[1 + n % 30], $3, c.goal_id, c.id,
       (array['self', 'prompt', 'clue', 'model'])[1 + n % 4], (array['secure', 'nearly', 'not_yet'])[1 + (n / 7) % 3],
       (array['seen', 'heard', 'work_sample'])[1 + (n / 3) % 3], now() - n * interval '1 minute', $5, now()
     from generate_series(1, $6::int) n
     join success_criteria c on c.organisation_id = $1 and c.id = ($4::uuid[])[1 + (n / 30) % 60]`,
    [school.organisationId, school.learnerIds, school.groupId, school.criterionIds, school.practitioners[0]?.personId, count],
  )
  await school.database.query('vacuum analyze')
}
