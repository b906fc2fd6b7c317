// A unit's portfolio on its way out: as a document to be read, and as a file that can be checked and brought into another centre.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'
import { Block, Section } from '../sections/contract.ts'

const Text = z.string()

/** A file of the portfolio: where it lies in the ZIP, and its SHA-256 in hexadecimal. Its path says nothing of how it was called before. */
export const PortfolioFileEntry = z.object({
  path: Text,
  reference: Text,
  type: Text,
  size: z.int(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type PortfolioFileEntry = z.infer<typeof PortfolioFileEntry>

export const DocumentLeaf = z.object({
  code: Text,
  /** The criterion that several leaves share; null when the leaf is its criterion. */
  group: z.nullable(Text),
  label: Text,
  /** The awarding body's wording, where the centre has loaded it. */
  wording: z.nullable(Text),
  references: z.array(Text),
  /** *Met*, or what is open. */
  state: Text,
})

export const DocumentEvidence = z.object({
  reference: Text,
  title: Text,
  method: Text,
  date: Text,
  facts: z.array(z.object({ name: Text, value: Text })),
  sections: z.array(Section),
  files: z.array(PortfolioFileEntry),
})

export const DocumentDecision = z.object({
  leaf: Text,
  half: Text,
  outcome: Text,
  words: Text,
  references: z.array(Text),
  by: Text,
  on: Text,
})

export const DocumentSignature = z.object({
  role: Text,
  sense: Text,
  name: Text,
  /** When it was signed, or why not: *not sampled*, *not yet*. */
  at: Text,
  /** SHA-256 of the content that was signed. */
  hash: z.nullable(Text),
})

/** A unit of a portfolio in words, laid out as a logbook's unit section: what the PDF and the page in the ZIP show. */
export const PortfolioDocument = z.object({
  title: Text,
  centre: Text,
  candidate: z.object({ name: Text, number: Text }),
  unit: z.object({ number: Text, reference: Text, title: Text }),
  head: z.array(z.object({ name: Text, value: Text })),
  standing: Text,
  /** Whose wording the criteria have. */
  wording: Text,
  outcomes: z.array(z.object({ number: z.int(), label: Text, leaves: z.array(DocumentLeaf) })),
  linkedUnits: z.array(z.object({ number: Text, title: Text })),
  evidence: z.array(DocumentEvidence),
  methodKey: z.array(z.object({ code: Text, name: Text })),
  planning: z.array(Section),
  signOff: z.object({ statement: Text, signatures: z.array(DocumentSignature), notes: z.array(Block) }),
  decisions: z.array(DocumentDecision),
})
export type PortfolioDocument = z.infer<typeof PortfolioDocument>

/** A signature as it left the centre: the canonical JSON that was signed, and the centre's Ed25519 signature over it (base64url). */
export const SignedStatement = z.object({ body: Text, signature: Text })
export type SignedStatement = z.infer<typeof SignedStatement>

/** `portfolio.json`. */
export const SealedPortfolio = z.object({
  format: z.literal('evident-portfolio-file-1'),
  writtenAt: Moment,
  centre: z.object({ id: Id, name: Text, /** SPKI, base64url. */ publicKey: Text }),
  registrationId: Id,
  document: PortfolioDocument,
  /** What the signatures were made over, as canonical JSON of it. */
  content: z.unknown(),
  signatures: z.array(SignedStatement),
  files: z.array(PortfolioFileEntry),
})
export type SealedPortfolio = z.infer<typeof SealedPortfolio>

const Where = z.object({ registrationId: Id })

export const portfolioDocument = query('portfolio.document', {
  where: 'centre',
  summary: 'A unit of a portfolio in words: what its PDF is made of.',
  input: Where,
  output: PortfolioDocument,
})

export const portfolioFile = query('portfolio.file', {
  where: 'centre',
  summary: 'A unit of a portfolio as it goes into a file: words, signed content, signatures, and which files belong to it.',
  input: Where,
  output: SealedPortfolio,
})

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const portfolioBring = command('portfolio.bring', {
  where: 'centre',
  summary: 'The porter keeps a portfolio’s file of another centre, or of this one, that it has checked from its first byte to its last.',
  input: z.object({
    id: Id,
    manifest: z.string().check(z.maxLength(2_000_000)),
    manifestSignature: z.string().check(z.maxLength(200)),
    manifestHash: Sha256,
    originRegistrationId: Id,
    centreName: z.string().check(z.maxLength(200)),
    /** SPKI, base64url. */
    centreKey: z.string().check(z.maxLength(400)),
    candidateName: z.string().check(z.maxLength(200)),
    candidateNumber: z.string().check(z.maxLength(40)),
    unitNumber: z.string().check(z.maxLength(40)),
    unitTitle: z.string().check(z.maxLength(300)),
    contentHash: Sha256,
    candidateId: z.nullable(Id),
    entries: z.array(z.object({ path: z.string().check(z.maxLength(200)), size: z.int(), fileHash: Sha256 })).check(z.maxLength(5000)),
  }),
  output: z.object({ portfolioId: Id }),
})

/** A portfolio that was brought, as a list shows it. */
export const BroughtPortfolio = z.object({
  id: Id,
  centreName: Text,
  /** The key of the centre that sealed it, for comparing by eye. */
  fingerprint: Text,
  candidateName: Text,
  candidateNumber: Text,
  unitNumber: Text,
  unitTitle: Text,
  candidateId: z.nullable(Id),
  /** Null when it was brought at the terminal of the machine. */
  broughtByName: z.nullable(Text),
  broughtAt: Moment,
})
export type BroughtPortfolio = z.infer<typeof BroughtPortfolio>

export const portfolioBrought = query('portfolio.brought', {
  where: 'centre',
  summary: 'Portfolios that came as files: all for the administrator, to a candidate her own, to an assessor those of her candidates.',
  input: z.object({}),
  output: z.array(BroughtPortfolio),
})

export const portfolioBroughtFile = query('portfolio.broughtFile', {
  where: 'centre',
  summary: 'What a brought portfolio consists of: its manifest as it was sealed, and which of the organisation’s files are its entries.',
  input: z.object({ id: Id }),
  output: z.object({
    manifest: Text,
    manifestSignature: Text,
    unitNumber: Text,
    candidateNumber: Text,
    entries: z.array(z.object({ path: Text, size: z.int(), fileHash: Text })),
  }),
})

/** What the server answers to a file that is handed in: what is wrong with it, or that it is here. */
export const BringingAnswer = z.object({
  output: z.union([z.object({ faults: z.array(Text) }), z.object({ portfolioId: Id, fingerprint: Text })]),
})
export const BringingFault = z.object({ error: z.object({ code: Text, reason: z.optional(Text), field: z.optional(Text) }) })
