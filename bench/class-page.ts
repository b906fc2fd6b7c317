// Promise: the class page of 30 learners by 60 criteria over 500,000 observations takes at most twice its best single statement.
import { type Measured, median, withinRatio } from './promise.ts'
import { discard, newDataFolder, startProgram } from './running.ts'
import { deviceOf, makeSchool, type School } from './school.ts'

const observations = 500_000
const rounds = 15

// One statement that finds what each cell rests on: the latest of each source.
const best = `
  select distinct on (o.learner_id, o.criterion_id, o.source)
    o.learner_id, o.criterion_id, o.source, o.id, o.response, o.help_level, o.observed_at
  from learner_observations o
  where o.organisation_id = $1 and o.learner_id = any($2) and o.criterion_id = any($3)
  order by o.learner_id, o.criterion_id, o.source, o.observed_at desc, o.id desc`

export async function measureClassPage(): Promise<readonly Measured[]> {
  const running = await startProgram(newDataFolder())
  const school = await makeSchool(running, { learners: 30, criteria: 60, practitioners: 1 })
  try {
    await seed(school)
    const [practitioner] = school.practitioners
    if (practitioner === undefined) throw new Error('the school has no practitioner')
    const device = deviceOf(running, school, practitioner)
    const page: number[] = []
    const statement: number[] = []
    for (let i = -3; i < rounds; i++) {
      const began = performance.now()
      await school.database.query(best, [school.organisationId, school.learnerIds, school.criterionIds])
      const between = performance.now()
      const answer = await device.query('classMap.forGroup', { groupId: school.groupId })
      const ended = performance.now()
      if (answer.status !== 200) throw new Error(`class page: ${answer.text}`)
      if (i < 0) continue
      statement.push(between - began)
      page.push(ended - between)
    }
    device.close()
    return [
      withinRatio(
        'class-page: classMap.forGroup through HTTP, median ms (floor: the best single statement)',
        median(page),
        median(statement),
        2,
      ),
    ]
  } finally {
    await school.database.end()
    await discard(running)
  }
}

/** Spread over learners, criteria, sources and a year. */
async function seed(school: School): Promise<void> {
  await school.database.query(
    `insert into learner_observations (organisation_id, id, learner_id, group_id, goal_id, criterion_id, help_level, response, source, observed_at, recorded_by, recorded_at)
     select $1, gen_random_uuid(), ($2::uuid[])[1 + n % 30], $3, c.goal_id, c.id,
       (array['self', 'prompt', 'clue', 'model'])[1 + n % 4], (array['secure', 'nearly', 'not_yet'])[1 + (n / 7) % 3],
       (array['seen', 'heard', 'work_sample'])[1 + (n / 3) % 3], now() - n * interval '1 minute', $5, now()
     from generate_series(1, ${observations}) n
     join success_criteria c on c.organisation_id = $1 and c.id = ($4::uuid[])[1 + (n / 30) % 60]`,
    [school.organisationId, school.learnerIds, school.groupId, school.criterionIds, school.practitioners[0]?.personId],
  )
  await school.database.query('analyze')
}
