// Standards as data: a unit's outcomes, criteria and leaves, and which methods close which half of a leaf.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { query } from '../../core/contract.ts'

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
  halves: z.array(Half),
})
export type CriterionLeaf = z.infer<typeof CriterionLeaf>

/** One method that can close a half; `onlyExpert`: only when the witness is an expert one. */
export const HalfMethod = z.object({ half: Half, method: AssessmentMethod, onlyExpert: z.boolean() })

export const StandardPack = z.object({
  code: z.string(),
  version: z.int(),
  awardingBody: z.string(),
  qualification: z.string(),
  unitNumber: z.string(),
  unitReference: z.string(),
  title: z.string(),
  level: z.int(),
  credits: z.int(),
  expertWitnessCountsAsObservation: z.enum(['yes', 'specialist_only', 'supplementary']),
  methods: z.array(HalfMethod),
  linkedUnits: z.array(z.object({ unitNumber: z.string(), title: z.string() })),
  outcomes: z.array(UnitOutcome),
  criteria: z.array(AssessmentCriterion),
  leaves: z.array(CriterionLeaf),
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
    z.object({ code: z.string(), version: z.int(), unitNumber: z.string(), title: z.string(), level: z.int(), credits: z.int() }),
  ),
})
