// Which ladder belongs to the subject of a group, whatever a school calls that subject.

/** The subjects that the product has a ladder for, as a school may call them. */
const ladders = {
  Mathematics: { framework: 'evident-mathematics', names: /\b(maths?|mathematics|numeracy|number|arithmetic)\b/i },
  English: {
    framework: 'evident-english',
    names: /\b(english|literacy|phonics|reading|readers?|writing|writers?|spelling|handwriting|grammar|oracy|eal)\b/i,
  },
  Science: { framework: 'evident-science', names: /\b(sciences?|biology|chemistry|physics)\b/i },
} as const

export type LadderSubject = keyof typeof ladders

const subjects = Object.keys(ladders) as readonly LadderSubject[]

/** The ladder for what a group learns; undefined where the product has none. @example ladderFor('Guided reading') // 'English' */
export function ladderFor(subject: string): LadderSubject | undefined {
  return subjects.find((one) => ladders[one].names.test(subject))
}

/** Whether something of a framework is of use to a group of that subject. One that the product does not know is for everybody. */
export function isFor(framework: string, subject: string): boolean {
  const ladder = subjects.find((one) => ladders[one].framework === framework)
  return ladder === undefined || ladders[ladder].names.test(subject)
}
