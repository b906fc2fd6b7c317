// A portfolio's whole way: out as a sealed ZIP, checked, changed by hands that have no key, brought into another centre, and out again.
import { generateKeyPairSync, sign } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceAdd } from '../centre/evidence/contract.ts'
import { emptyRecord } from '../centre/evidence/rules.ts'
import { portfolioBrought, portfolioBroughtFile, portfolioFile, type SealedPortfolio } from '../centre/portfolios/contract.ts'
import { type Actor, porterIn } from '../core/actor.ts'
import { fromBase64url, toBase64url } from '../core/bytes.ts'
import { canonical, type Plain } from '../core/canonical.ts'
import { errors, OperationError } from '../core/errors.ts'
import { type Id, newId } from '../core/ids.ts'
import { moment } from '../core/time.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { receiveTestFile, type TestRegistration, testRegistration } from '../testing/centre.ts'
import { givePasswords } from '../testing/passwords.ts'
import { loadTestWording, meetEverything, signAs } from '../testing/signing.ts'
import { checkPortfolio, portfolioPaths } from './portfolio-check.ts'
import { portfolioPage } from './portfolio-page.ts'
import { bringPortfolio } from './portfolio-porter.ts'
import { portfolioSchema, zipOf, zipOfBrought } from './portfolio-press.ts'
import { offerPortfolios } from './portfolio-routes.ts'
import { sealedZip, textEntry } from './sealed-zip.ts'
import type { Entry } from './session.ts'
import type { StoredZip } from './stored-zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'evident-portfolio-'))
let app: TestApp
let one: TestRegistration
let portfolio: SealedPortfolio
let file: string

beforeAll(async () => {
  app = await testApp()
  app.clock.set('2026-12-11T15:00:00.000Z')
  one = await testRegistration(app.centre)
  await loadTestWording(app.centre, one.administrator)
  await givePasswords(app.centre, one.candidate, one.assessor)
  const upload = await receiveTestFile(app, one, { name: 'Plan for Zoë.pdf', type: 'application/pdf' })
  const said = { title: 'The plan of a lesson', occurredOn: '2026-11-24', record: emptyRecord('PE'), isOwnWork: true }
  await one.candidate.send(evidenceAdd, { id: newId(), registrationId: one.id, ...said, leaves: ['2.2'], fileIds: [upload.id] })
  await meetEverything(app.centre, one)
  await signAs(one.candidate, one.id, 'candidate')
  await signAs(one.assessor, one.id, 'assessor')
  portfolio = (await one.candidate.ask(portfolioFile, { registrationId: one.id })) as SealedPortfolio
  file = await written(portfolio)
})
afterAll(() => app.close())

const save = async (zip: StoredZip, path: string) => pipeline(zip.bytes(), createWriteStream(path))
const signOf = (organisationId: Id, bytes: Uint8Array) =>
  app.database.lookInOrganisation(organisationId, (tx) => app.services.keys.sign(tx, bytes))

async function written(what: SealedPortfolio, name = `${Math.random()}.zip`): Promise<string> {
  const path = join(folder, name)
  await save(await zipOf(what, { files: app.services.files, sign: signOf }), path)
  return path
}

const copy = (): SealedPortfolio => structuredClone(portfolio)

describe('a portfolio’s file', () => {
  it('is whole, says who signed what of it, and bears its centre’s key', async () => {
    const report = await checkPortfolio(file)
    expect(report.faults).toEqual([])
    expect(report.signatures.map(({ role, name, isOfThisContent }) => ({ role, name, isOfThisContent }))).toEqual([
      { role: 'candidate', name: 'Dawn Okafor', isOfThisContent: true },
      { role: 'assessor', name: 'Lorraine Pike', isOfThisContent: true },
    ])
    expect(report.fingerprint).toMatch(/^([0-9A-F]{4} ){4}[0-9A-F]{4}$/)
    expect(report.portfolio?.document).toEqual(portfolio.document)
  })

  it('has the files of its evidence under their references, and says nowhere what they were called', async () => {
    const { portfolio: read } = await checkPortfolio(file)
    expect(read?.files).toMatchObject([{ path: 'files/PE-01-1.pdf', reference: 'PE-01', type: 'application/pdf' }])
    expect(readFileSync(file).includes('Zoë')).toBe(false)
  })

  it('has a published shape, and a page that runs nothing and asks nobody', () => {
    expect(JSON.parse(portfolioSchema())).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['document', 'content', 'signatures']),
    })
    const hostile = { ...portfolio.document, title: '<script src="https://example.org/x.js"></script><img onerror=alert(1)>' }
    const page = portfolioPage(hostile)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page).toContain("default-src 'none'")
  })

  it('is refused when its centre’s own key seals a content that nobody signed', async () => {
    const changed = copy()
    ;(changed.content as { registration: Record<string, Plain> }).registration.candidateName = 'Somebody Else'
    const report = await checkPortfolio(await written(changed))
    expect(report.faults).toEqual([
      'The page says that Candidate signed, and there is no such signature over what the file holds.',
      'The page says that Assessor signed, and there is no such signature over what the file holds.',
    ])
  })

  it('is refused for a signature that was changed, left out, or taken from another unit', async () => {
    const changed = copy()
    changed.signatures[0] = {
      ...(changed.signatures[0] ?? { body: '', signature: '' }),
      body: (changed.signatures[0]?.body ?? '').replace('Dawn', 'Dora'),
    }
    expect((await checkPortfolio(await written(changed))).faults.join()).toContain('Signature 1 (candidate) does not bear the centre’s key')
    const without = copy()
    without.signatures.shift()
    expect((await checkPortfolio(await written(without))).faults.join()).toContain('does not follow on the one before it')
    const moved = { ...copy(), registrationId: one.candidate.id }
    expect((await checkPortfolio(await written(moved))).faults.join()).toContain('belongs to another unit or candidate')
  })

  it('is refused when somebody else seals it anew', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const by = {
      name: portfolio.centre.name,
      publicKey: publicKey.export({ type: 'spki', format: 'der' }),
      sign: async (bytes: Uint8Array) => sign(null, bytes, privateKey),
    }
    const path = join(folder, 'forged.zip')
    const texts = [textEntry(portfolioPaths.page, 'x'), textEntry(portfolioPaths.data, canonical(portfolio as unknown as Plain))]
    await save(await sealedZip(by, texts), path)
    expect((await checkPortfolio(path)).faults).toContain('The file is sealed by another key than the centre’s.')
    const own = { ...portfolio, centre: { ...portfolio.centre, publicKey: toBase64url(by.publicKey) } }
    await save(await sealedZip(by, [textEntry(portfolioPaths.data, canonical(own as unknown as Plain))]), path)
    expect((await checkPortfolio(path)).faults.join()).toContain('does not bear the centre’s key')
  })
})

describe('bringing a portfolio', () => {
  const parts = () => ({ dispatch: app.dispatch, files: app.services.files })

  /** The portfolio that was brought into the other centre, as its candidate opens it. */
  async function onScreen() {
    const owner = await app.otherCentre.person('Dawn Okafor', 'candidate')
    const administrator = await app.otherCentre.person('Iris Holt', 'centre_administrator')
    const bytes = await written({ ...portfolio, writtenAt: moment(new Date(Date.parse(portfolio.writtenAt) + (seconds += 1000))) })
    const actor = { ...administrator.actor, service: 'porter' as const }
    const brought = await bringPortfolio(parts(), { file: bytes, actor, candidateId: owner.id })
    if ('faults' in brought) throw new Error(brought.faults.join())
    return { owner, place: `/api/brought-portfolios/${app.otherCentre.id}/${brought.portfolioId}/read/` }
  }
  let seconds = 0

  async function asked(path: string, actor: Actor): Promise<Response> {
    const routes = new Hono()
    const session = { actor } as Entry
    offerPortfolios(routes, { ...parts(), sign: signOf, enter: async () => session, guardOrigin: () => undefined })
    routes.onError((error, context) => context.text('', error instanceof OperationError ? errors[error.refusal.code].status : 500))
    return routes.request(path)
  }

  it('keeps it in another centre as it came, and gives it out again entry for entry', async () => {
    const candidate = await app.otherCentre.person('Dawn Okafor', 'candidate')
    const administrator = await app.otherCentre.person('Iris Holt', 'centre_administrator')
    const brought = await bringPortfolio(parts(), { file, actor: { ...administrator.actor, service: 'porter' }, candidateId: candidate.id })
    if ('faults' in brought) throw new Error(brought.faults.join())
    const [listed] = await candidate.ask(portfolioBrought, {})
    expect(listed).toMatchObject({
      unitNumber: '307',
      candidateName: 'Dawn Okafor',
      broughtByName: 'Iris Holt',
      fingerprint: brought.fingerprint,
    })
    const again = join(folder, 'again.zip')
    const stored = await candidate.ask(portfolioBroughtFile, { id: brought.portfolioId })
    await save(zipOfBrought(app.otherCentre.id, stored, app.services.files), again)
    const report = await checkPortfolio(again)
    expect(report.faults).toEqual([])
    expect(report.portfolio).toEqual((await checkPortfolio(file)).portfolio)
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true)
  })

  it('is a page of words in which nothing runs, for those to whom it belongs', async () => {
    const { place, owner } = await onScreen()
    const page = await asked(place, owner.actor)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-security-policy')).not.toContain('allow-scripts')
    expect(await page.text()).toContain(`<h1>${portfolio.document.title}`)
    const stranger = await app.otherCentre.person('Steve Whitby', 'candidate')
    const elsewhere = await app.centre.person('Graham Dent', 'iqa')
    for (const { actor } of [stranger, elsewhere]) expect((await asked(place, actor)).status).toBe(404)
  })

  it('gives the files that came with it to be kept, never to be opened as what they say they are', async () => {
    const { place, owner } = await onScreen()
    const answer = await asked(`${place}${portfolio.files[0]?.path}`, owner.actor)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="PE-01-1.pdf"')
    expect((await answer.arrayBuffer()).byteLength).toBe(portfolio.files[0]?.size)
    expect((await asked(`${place}files/PE-09-1.pdf`, owner.actor)).status).toBe(404)
  })

  it('brings the same file once: the second time it is the one that is there', async () => {
    const actor = porterIn(app.otherCentre.id)
    const first = await bringPortfolio(parts(), { file, actor, candidateId: null })
    const second = await bringPortfolio(parts(), { file, actor, candidateId: null })
    expect(second).toEqual(first)
  })

  it('takes nothing of a file with a fault', async () => {
    const changed = copy()
    changed.signatures.shift()
    const brought = await bringPortfolio(parts(), { file: await written(changed), actor: porterIn(app.centre.id), candidateId: null })
    expect(brought).toEqual({ faults: expect.arrayContaining([expect.stringContaining('does not follow on')]) })
    expect(await one.administrator.ask(portfolioBrought, {})).toEqual([])
  })
})

it('the public key of the file is the centre’s own', async () => {
  const key = await app.centre.look((tx) => app.services.keys.publicKey(tx, 'signing'))
  expect(Buffer.from(fromBase64url(portfolio.centre.publicKey)).equals(key)).toBe(true)
})
