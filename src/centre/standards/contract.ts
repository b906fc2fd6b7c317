// Standards as data: a unit's outcomes, criteria and leaves, and which methods close which half of a leaf.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

/** The assessment methods of the unit's key: observation, questioning, assignment, product evidence, witness testimony, professional discussion, reflective account. */
export const AssessmentMethod = z.enum(['O', 'Q', 'A', 'PE', 'WT', 'PD', 'RA'])
export type AssessmentMethod = z.infer<typeof AssessmentMethod>

/** What a leaf demands: to be observed, to be known, or both. */
export const Half = z.enum(['observed', 'knowledge'])
export type Half = z.infer<typeof Half>

export const UnitOutcome = z.object({ number: z.int(), label: z.string() })
export const AssessmentCriterion = z.object({ code: z.string(), outcomeNumber: z.int(), label: z.string() })
export const CriterionLeaf = z.object({
  code: LeafCode,
  criterionCode: z.string(),
  label: z.string(),
  description: z.string(),
  /** The command verb: what the unit asks one to do. @example 'compare and contrast' */
  verb: z.string(),
  halves: z.array(Half),
})
export type CriterionLeaf = z.infer<typeof CriterionLeaf>

/** One method that can close a half; `onlyExpert`: only when the witness is an expert one. */
export const HalfMethod = z.object({ half: Half, method: AssessmentMethod, onlyExpert: z.boolean() })
export type HalfMethod = z.infer<typeof HalfMethod>

/** A method of one leaf's own: where a leaf has any for a half, the unit's methods for that half do not hold there. */
export const LeafMethod = z.extend(HalfMethod, { leaf: LeafCode })

/** A unit whose evidence is likely to serve as well, and at which outcomes. `packCode`: where Evident has that unit itself. */
export const LinkedUnit = z.object({
  unitNumber: z.string(),
  title: z.string(),
  packCode: z.nullable(z.string()),
  outcomeNumbers: z.array(z.int()),
})
export type LinkedUnit = z.infer<typeof LinkedUnit>

/** Another awarding body's unit, and which of its criteria each leaf speaks to. `difference` is empty where both ask the same. */
export const Crosswalk = z.object({
  code: z.string(),
  awardingBody: z.string(),
  qualification: z.string(),
  unitReference: z.string(),
  title: z.string(),
  leaves: z.array(z.object({ leaf: LeafCode, criterion: z.string(), difference: z.string() })),
})
export type Crosswalk = z.infer<typeof Crosswalk>

export const StandardPack = z.object({
  code: z.string(),
  version: z.int(),
  awardingBody: z.string(),
  qualification: z.string(),
  unitNumber: z.string(),
  /** Null where it is not known for sure; credits and hours the same. */
  unitReference: z.nullable(z.string()),
  title: z.string(),
  level: z.int(),
  credits: z.nullable(z.int()),
  guidedLearningHours: z.nullable(z.int()),
  /** The last days on which candidates can be registered and certificated; null while no end is set. */
  registrationEndsOn: z.nullable(Day),
  certificationEndsOn: z.nullable(Day),
  /** In our own words what decisions must keep to; empty where none is named. */
  assessmentStrategy: z.string(),
  /** False while some criteria of the unit are not known: it can be worked on and never is complete. */
  isComplete: z.boolean(),
  expertWitnessCountsAsObservation: z.enum(['yes', 'specialist_only', 'supplementary']),
  methods: z.array(HalfMethod),
  leafMethods: z.array(LeafMethod),
  linkedUnits: z.array(LinkedUnit),
  outcomes: z.array(UnitOutcome),
  criteria: z.array(AssessmentCriterion),
  leaves: z.array(CriterionLeaf),
  crosswalks: z.array(Crosswalk),
})
export type StandardPack = z.infer<typeof StandardPack>

export const unitShow = query('unit.show', {
  where: 'both',
  summary: 'A unit’s outcomes, criteria and leaves in one version; the newest when none is named.',
  input: z.object({ packCode: z.string().check(z.maxLength(60)), packVersion: z.optional(z.int()) }),
  output: StandardPack,
})

export const unitList = query('unit.list', {
  where: 'both',
  summary: 'The units that there are, each in its newest version.',
  input: z.object({}),
  output: z.array(
    z.object({
      code: z.string(),
      version: z.int(),
      unitNumber: z.string(),
      title: z.string(),
      level: z.int(),
      credits: z.nullable(z.int()),
      isComplete: z.boolean(),
    }),
  ),
})

const PackVersion = { packCode: z.string().check(z.minLength(1), z.maxLength(60)), packVersion: z.int() }
/** An outcome (1), a criterion of several parts (3.4), or a leaf (3.4d). */
const WordingCode = z.string().check(z.regex(/^\d{1,2}(?:\.\d{1,2}[a-z]?)?$/))
const WordingText = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))
const Words = z.record(z.string(), z.string())

/** The official wording of a unit as this centre loaded it, beside our labels. */
export const OfficialWording = z.object({
  id: Id,
  /** Where the centre has it from: "City & Guilds 5329 handbook, March 2012". */
  source: z.string(),
  loadedAt: Moment,
  loadedByName: z.string(),
  /** By outcome number, by the code of a criterion of several parts, by leaf. */
  outcomes: Words,
  criteria: Words,
  leaves: Words,
})
export type OfficialWording = z.infer<typeof OfficialWording>

export const officialWordingShow = query('officialWording.show', {
  where: 'centre',
  summary: 'The official wording in use of one version of a unit, if the centre has loaded it, and all loadings there were.',
  input: z.object(PackVersion),
  output: z.object({
    wording: z.nullable(OfficialWording),
    loadings: z.array(
      z.object({
        id: Id,
        number: z.int(),
        source: z.string(),
        loadedByName: z.string(),
        loadedAt: Moment,
        takenBackAt: z.nullable(Moment),
        takenBackByName: z.nullable(z.string()),
        /** A unit was signed under it: it stays. */
        isSigned: z.boolean(),
      }),
    ),
  }),
})

export const officialWordingLoad = command('officialWording.load', {
  where: 'centre',
  summary:
    'Loads a unit’s official wording, which the centre is licensed for. A later loading goes before an earlier one. Centre administrator.',
  input: z.object({
    id: Id,
    ...PackVersion,
    source: z.string().check(z.trim(), z.minLength(3), z.maxLength(200)),
    lines: z.array(z.object({ code: WordingCode, text: WordingText })).check(z.minLength(1), z.maxLength(400)),
  }),
  output: z.object({}),
})

export const officialWordingTakeBack = command('officialWording.takeBack', {
  where: 'centre',
  summary: 'Takes a loading back, as long as no unit was signed under it. It is kept and not used. Centre administrator.',
  input: z.object({ id: Id }),
  output: z.object({}),
})
