// Dawn's witnesses in the sample: the SENCO, approved as an expert witness, and her class teacher, whom she only proposed.
import { createHash } from 'node:crypto'
import { testimonyConfirm, testimonyRequest, testimonySign } from '../centre/testimonies/contract.ts'
import * as contract from '../centre/witnesses/contract.ts'
import { shippedCategories } from '../centre/witnesses/rules.ts'
import type { Calendar } from './calendar.ts'
import { college, school } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'

export const expertLabel = 'witness Priya'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The secrets of a link that is used up at once. */
export function secretFor(label: string) {
  const token = createHash('sha256').update(`link ${label}`).digest('base64url')
  const code = '204816'
  return { token, code, tokenHash: sha256(token), codeHash: sha256(`${token}.${code}`) }
}

export function witnessScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(38, '10:00'), play: (stage) => bringIn(stage, at(38, '10:00')) },
    { at: at(3, '15:30'), play: (stage) => testify(stage, at(3, '15:30')) },
    { at: at(6, '17:10'), play: (stage) => propose(stage, at(6, '17:10')) },
  ]
}

const said = {
  name: school.priya.name,
  position: 'SENCO',
  relationship: 'Line manager',
  qualifications: 'National award for SEN co-ordination; leads the training of teaching assistants',
}
const [expert = '', , colleague = ''] = shippedCategories

/** Added, reached, inducted, signed by herself through a link, approved. */
async function bringIn(stage: Stage, at: Date): Promise<void> {
  const witnessId = stage.id(expertLabel)
  const { lorraine, dawn } = college
  const id = (label: string) => stage.id(`${expertLabel} ${label}`)
  const entry = { ...said, category: expert, isRelative: false }
  await stage.send(lorraine, at, 'add Priya', contract.witnessAdd, {
    ...{ id: witnessId, detailsId: id('details'), candidateId: stage.id(dawn.key) },
    ...entry,
  })
  const contact = {
    email: 'senco@oakmere.example.org',
    telephone: '0121 496 0142',
    checkedHow: 'Rang the school’s office and was put through',
  }
  await stage.send(lorraine, at, 'reach Priya', contract.witnessSetContact, { id: id('contact'), witnessId, ...contact })
  const what = 'The criteria of unit 307, what a witness writes and what not, letters instead of names'
  const induction = { what, minutes: 30, inductedOn: stage.calendar.day(38) }
  await stage.send(lorraine, at, 'induct Priya', contract.witnessInduct, { id: id('induction'), witnessId, ...induction })
  const { token, code, tokenHash, codeHash } = secretFor(expertLabel)
  await stage.send(lorraine, at, 'link for Priya', contract.witnessMakeLink, { linkId: id('link'), witnessId, tokenHash, codeHash })
  const signed = { ...said, isRelative: false, signedName: said.name }
  const ids = { id: id('signature'), detailsId: id('details signed') }
  await stage.send({ visitor: 'centre' }, at, 'Priya signs', contract.witnessSign, { ...ids, token, code, ...signed })
  await stage.send(lorraine, at, 'approve Priya', contract.witnessApproveExpert, {
    id: id('approval'),
    witnessId,
    knowsUnits: 'Has trained assistants on these units for three years',
    isCompetent: 'SENCO for nine years, teaches groups herself',
    thirdGround: 'evaluates_practice',
    thirdWords: 'Observes and reviews the school’s teaching assistants every term',
  })
}

/** Lorraine asks, Priya writes and signs, Lorraine rings her the next day. */
async function testify(stage: Stage, at: Date): Promise<void> {
  const { lorraine, dawn } = college
  const id = (label: string) => stage.id(`testimony Priya ${label}`)
  const requestId = id('request')
  const { token, code, tokenHash, codeHash } = secretFor('testimony of Priya')
  const registrationId = stage.id(registrationLabel(dawn))
  await stage.send(lorraine, at, 'ask Priya', testimonyRequest, {
    ...{ id: requestId, witnessId: stage.id(expertLabel), activity: 'Peer assessment in the fractions group, last lesson' },
    leaves: ['3.3', '3.4a'].map((leaf) => ({ registrationId, leaf })),
    ...{ linkId: id('link'), tokenHash, codeHash },
  })
  const seen = {
    occurredOn: stage.calendar.day(4),
    startTime: '10:50',
    endTime: '11:30',
    place: 'Year 4 classroom',
    setting: 'Learner B and Learner C, a pair in the fractions group of six',
    did: 'She asked each of the two what they saw in the other’s strip and counted silently to five before she said anything. When Learner C looked at her, she pointed to the steps on the card and waited again. The two then changed one strip together.',
    spoke: '“What do you notice about the two strips? Tell each other first.”',
  }
  const signature = { signedName: school.priya.name, signedPosition: 'SENCO' }
  const ids = { id: id('signed'), evidenceId: id('evidence') }
  await stage.send({ visitor: 'centre' }, at, 'Priya testifies', testimonySign, { ...ids, token, code, ...seen, ...signature })
  const said = {
    how: 'telephone' as const,
    confirmedOn: stage.calendar.day(3),
    words: 'Confirmed that she wrote it herself on the day after.',
  }
  await stage.send(lorraine, at, 'Priya confirms', testimonyConfirm, { id: id('confirmed'), requestId, ...said })
}

async function propose(stage: Stage, at: Date): Promise<void> {
  const entry = { name: school.ben.name, position: 'Class teacher, Year 4', relationship: 'Plans the lessons that I support' }
  await stage.send(college.dawn, at, 'propose Ben', contract.witnessAdd, {
    ...{ id: stage.id('witness Ben'), detailsId: stage.id('witness Ben details'), candidateId: stage.id(college.dawn.key) },
    ...{ ...entry, qualifications: '', category: colleague, isRelative: false },
  })
}
