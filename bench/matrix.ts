// Promises: the matrix of 5 units × 120 leaves × 400 items is asked in at most twice its best single statement, and drawn within a second.
import { type Browser, chromium, type Page } from '@playwright/test'
import { ensureChromium } from '../scripts/browser.ts'
import { type Centre, makeCentre } from './centre.ts'
import { type Measured, median, withinLimit, withinRatio } from './promise.ts'
import { discard, newDataFolder, type Running, startProgram } from './running.ts'
import { administrator, deviceOf } from './school.ts'

const rounds = 41
const warmUp = 30
const slowDown = 4
const renders = 5

// The best single statement known for what the sheet rests on. Decisions are those that stand alone; who is an expert is found once for all units. Each
// part is gathered on its own and joined by hash: a lateral join from the leaves was many times slower.
const statement = `
  with unit as materialized (
    select r.id, r.pack_code, r.pack_version from registrations r
    where r.organisation_id = $1 and r.candidate_id = (select candidate_id from registrations where organisation_id = $1 and id = $2)
  ), standing as materialized (
    select distinct on (d.registration_id, d.leaf_code, d.half) d.id, d.registration_id, d.leaf_code, d.half, d.outcome, d.assessment_id
    from decisions d where d.organisation_id = $1 and d.registration_id in (select id from unit)
    order by d.registration_id, d.leaf_code, d.half, d.number desc
  )
  select
    (select json_agg(json_build_object('id', unit.id, 'number', p.unit_number, 'title', p.title, 'candidate', c.name, 'assessor', a.name,
      'outcomes', (select json_agg(json_build_array(number, label) order by number) from unit_outcomes o where o.pack_code = p.code and o.pack_version = p.version),
      'criteria', (select json_agg(json_build_array(code, outcome_number, label) order by position) from assessment_criteria o where o.pack_code = p.code and o.pack_version = p.version),
      'leaves', (select json_agg(json_build_array(code, criterion_code, label, must_be_observed, needs_knowledge) order by position) from criterion_leaves o
        where o.pack_code = p.code and o.pack_version = p.version),
      'methods', (select json_agg(json_build_array(half, method, only_expert)) from half_methods o where o.pack_code = p.code and o.pack_version = p.version),
      'leafMethods', (select json_agg(json_build_array(leaf_code, half, method, only_expert)) from leaf_methods o where o.pack_code = p.code and o.pack_version = p.version)))
      from unit join registrations r on r.organisation_id = $1 and r.id = unit.id join standard_packs p on p.code = r.pack_code and p.version = r.pack_version
      join people c on c.organisation_id = $1 and c.id = r.candidate_id join people a on a.organisation_id = $1 and a.id = r.assessor_id) as units,
    (select json_agg(json_build_array(i.id, i.method, i.number, said.title, said.occurred_on, said.content_hash,
      exists (select from evidence_sightings s where s.organisation_id = $1 and s.evidence_id = i.id and s.seen_as = 'assessor')) order by i.added_at, i.method, i.number)
      from evidence_items i join lateral (select title, occurred_on, content_hash from evidence_versions v where v.organisation_id = $1 and v.evidence_id = i.id
        order by version desc limit 1) said on true
      where i.organisation_id = $1 and i.candidate_id = (select candidate_id from registrations where organisation_id = $1 and id = $2)
        and not exists (select from evidence_withdrawals gone where gone.organisation_id = $1 and gone.evidence_id = i.id)) as items,
    (select json_agg(json_build_array(registration_id, evidence_id, leaves)) from (
      select registration_id, evidence_id, array_agg(leaf_code) as leaves from evidence_claims
      where organisation_id = $1 and registration_id in (select id from unit) and withdrawn_at is null group by registration_id, evidence_id) claim) as claims,
    (select json_agg(json_build_array(s.registration_id, s.leaf_code, s.half, s.outcome, act.is_by_trainee, counter.outcome, rested.on_what))
      from standing s left join (select decision_id, json_agg(json_build_array(evidence_id, content_hash)) as on_what from decision_evidence
        where organisation_id = $1 and decision_id in (select id from standing) group by decision_id) rested on rested.decision_id = s.id
      left join assessments act on act.organisation_id = $1 and act.id = s.assessment_id
      left join countersignatures counter on counter.organisation_id = $1 and counter.assessment_id = s.assessment_id) as decisions,
    (select json_agg(json_build_array(registration_id, evidence_id, witness_id, signed_at, withdrawn_at)) from (
      select distinct l.registration_id, t.evidence_id, q.witness_id, t.signed_at, gone.withdrawn_at from testimony_request_leaves l
      join testimony_requests q on q.organisation_id = $1 and q.id = l.request_id join testimonies t on t.organisation_id = $1 and t.request_id = q.id
      left join testimony_withdrawals gone on gone.organisation_id = $1 and gone.testimony_id = t.id
      where l.organisation_id = $1 and l.registration_id in (select id from unit)) signed) as signed,
    (select json_agg(json_build_array(a.witness_id, a.approved_at, d.number, later.written_at)) from witness_approvals a
      join witness_details d on d.organisation_id = $1 and d.id = a.details_id
      left join witness_details later on later.organisation_id = $1 and later.witness_id = a.witness_id and later.number = d.number + 1
      where a.organisation_id = $1 and a.witness_id in (select q.witness_id from testimony_request_leaves l join testimony_requests q on q.organisation_id = $1 and q.id = l.request_id
        where l.organisation_id = $1 and l.registration_id in (select id from unit))) as approvals,
    (select json_agg(json_build_array(v.plan_id, v.version, v.content, v.content_hash,
        (select json_agg(json_build_array(part, content_hash)) from plan_signatures s where s.organisation_id = $1 and s.plan_id = v.plan_id)))
      from plan_versions v where v.organisation_id = $1 and v.plan_id in (select plan_id from plan_units where organisation_id = $1 and registration_id in (select id from unit))) as plans`

export async function measureMatrix(): Promise<readonly Measured[]> {
  const running = await startProgram(newDataFolder())
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
  try {
    const centre = await makeCentre(running)
    try {
      return [await measureQuery(running, centre), ...(await measureRender(browser, running, centre))]
    } finally {
      await centre.database.end()
    }
  } finally {
    await browser.close()
    await discard(running)
  }
}

/** The sheet through HTTP and its statement, in turn, so that a slow moment of the machine meets both. */
export async function measureQuery(running: Running, centre: Centre): Promise<Measured> {
  const { organisationId, candidate, registrationIds, database } = centre
  const [registrationId] = registrationIds
  const device = deviceOf(running, centre, candidate)
  const through: number[] = []
  const alone: number[] = []
  for (let round = -warmUp; round < rounds; round++) {
    const began = performance.now()
    await database.query(statement, [organisationId, registrationId])
    const between = performance.now()
    const answer = await device.query('matrix.show', { registrationId })
    const ended = performance.now()
    if (answer.status !== 200) throw new Error(`matrix.show: ${answer.text}`)
    if (round < 0) continue
    alone.push(between - began)
    through.push(ended - between)
  }
  device.close()
  const promise = 'matrix: matrix.show of 5 units × 120 leaves × 400 items through HTTP, median ms (floor: its best single statement)'
  return withinRatio(promise, median(through), median(alone), 2)
}

async function measureRender(browser: Browser, running: Running, centre: Centre): Promise<readonly Measured[]> {
  const [registrationId = ''] = centre.registrationIds
  const measured: Measured[] = []
  for (const { name, width, height } of [
    { name: 'a desk', width: 1280, height: 800 },
    { name: 'a phone', width: 390, height: 844 },
  ]) {
    const on = { browser, running, viewport: { width, height } }
    const floor = median(await opened(on, centre.emptyRegistrationId))
    const value = median(await opened(on, registrationId))
    const promise = `matrix: from the tap on its tab to the sheet on the glass of ${name}, ms at ${slowDown} × slow-down (floor: a sheet without evidence)`
    measured.push(withinLimit(promise, value, floor, 1000))
  }
  return measured
}

interface Glass {
  readonly browser: Browser
  readonly running: Running
  readonly viewport: { readonly width: number; readonly height: number }
}

/** Each time in a browser that has never shown the sheet: it fetches the sheet's script, asks, and draws. */
export async function opened({ browser, running, viewport }: Glass, registrationId: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < renders; i++) {
    const context = await browser.newContext({ viewport, baseURL: running.origin })
    const page = await context.newPage()
    await page.goto(`/units/${registrationId}/about`)
    await page.getByLabel('E-mail').fill(administrator.email)
    await page.getByLabel('Password').fill(administrator.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('tab', { name: 'Matrix' }).waitFor()
    await page.waitForLoadState('networkidle')
    times.push(await timed(page))
    await context.close()
  }
  return times
}

/** From the tap to the first picture with a line of the sheet on it, in milliseconds. */
async function timed(page: Page): Promise<number> {
  await page.evaluate(watching)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  await page.getByRole('tab', { name: 'Matrix' }).click()
  const time = await page.evaluate<number>('window.drawn')
  await session.detach()
  return time
}

/** A line is there, seen at a desk in the grid and on a phone in the list, and the picture after it is painted. */
export const watching = `
  void (window.drawn = new Promise((done) => {
    addEventListener('pointerdown', (tap) => {
      const look = () => {
        const isThere = document.querySelector('[role="grid"] th[scope="row"], h3 + ul > li') !== null
        if (!isThere) return
        watch.disconnect()
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - tap.timeStamp)))
      }
      const watch = new MutationObserver(look)
      watch.observe(document.body, { childList: true, subtree: true })
    }, { capture: true, once: true })
  }))`
