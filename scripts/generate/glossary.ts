// Writes docs/glossary.md: each word on the screen, its word in the code, and what it means here.

type Entry = readonly [screen: string, code: string, meaning: string]

/** Only what exists in the product; a feature that brings a new word brings its line. */
const entries: Readonly<Record<string, readonly Entry[]>> = {
  'Both halves': [
    ['Organisation', '`Organisation`', 'A school or a centre of this installation. Nothing of one is ever seen by another.'],
    ['Person', '`Person`', 'An adult of one organisation, with roles. Never a learner.'],
    ['Role', '`Role`', 'What a person may be in an organisation, from one day until another.'],
    ['Letter', '`Letter`', 'What leaves a school and arrives in a centre: a signed text, written down on both sides.'],
    ['Retraction', '`Retraction`', 'A letter that takes an earlier letter back.'],
  ],
  School: [
    ['Learner (pupil, child)', '`Learner`', 'A child who is supported. Never the adult who is being assessed.'],
    ['Practitioner (TA)', '`Practitioner`', 'The adult who supports learners and records what happens beside them.'],
    ['Class teacher', '`Teacher`', 'Answers for the learning of a group; alone marks a criterion as met.'],
    ['Subject lead', '`SubjectLead`', 'Sees how a subject goes across groups.'],
    ['SENCO', '`Senco`', 'Special educational needs co-ordinator.'],
    ['Data lead', '`DataLead`', 'Answers for what is kept and for how long; erases.'],
    ['Support group', '`SupportGroup`', 'Learners who are supported together in a subject, and the adults who work with them.'],
    ['Consent', '`Consent`', 'A yes or no that somebody with the right to it gave, for photos for example; with its day.'],
    ['Goal (target)', '`LearningGoal`', 'What a learner or a group is learning to do, in the adult’s words and in the learner’s own.'],
    [
      'Success criteria',
      '`SuccessCriterion`',
      'One to four steps by which one can tell that a goal is reached. Never “criterion” alone in code.',
    ],
    [
      'Own wording',
      '`OwnWording`',
      'How a learner says a goal: in words, a drawing, symbols, or the first language beside English. The latest holds.',
    ],
    [
      'Goal talk',
      '`GoalTalk`',
      'One thing that was settled with a learner about a goal: the criterion they chose, how they showed that they understood, what helps.',
    ],
    [
      'Example (good, weaker)',
      '`GoalExample`',
      'Made to be shown and compared, never a child’s work; with the features that make the good one good.',
    ],
    [
      'Taken along',
      '`GoalTravel`',
      'A group’s goal copied into the next group or for one learner when a class moves up. What was seen stays with the former goal.',
    ],
    ['Ladder', '`Framework`', 'Statements of a subject in an order, by version, that goals are linked to.'],
    ['Session', '`Session`', 'The support of one lesson: of the timetable, or begun unplanned.'],
    ['Weekly time', '`WeeklyTime`', 'When a group meets each week, on the clock of the school.'],
    ['Term dates', '`TermDates`', 'Terms, and days within them on which the school is closed. Both ends belong to a period.'],
    ['Waiting for me', '`Waiting`', 'What others need from a person, by kind and counted. Nothing is pushed.'],
    ['Takes it', '`takenBy`', 'A colleague who has one session of a group, and its learners, for the hours of that session.'],
    ['Brief', '`SessionBrief`', 'What is known before a session: entries, each with its source, and notes on single learners.'],
    ['Source', '`BriefSource`', 'Where something in a brief is from: plan, teacher, subject lead, learner profile, book or support plan.'],
    ['Briefing not received', '`not_received`', 'Said by the practitioner. It holds nothing up.'],
    ['Advice', '`Advice`', 'What a subject lead advises for a group, on how to find out and on how to teach and learn.'],
    ['Agreement (who does what)', '`Agreement`', 'Between a teacher and a practitioner of a group; it holds once both have signed it.'],
    [
      'Observation (of a learner)',
      '`LearnerObservation`',
      'What was seen of a learner on a success criterion, once. It is never changed, only corrected or withdrawn.',
    ],
    ['Level of help', '`helpLevel`', 'How much help it took: self, prompt, clue, model, correct. A judgement always shows it.'],
    ['Participation', '`participation`', 'How a learner took part.'],
    ['The child’s words', '`learnerWords`', 'What a learner said, exactly, apart from the adult’s view.'],
    ['Misconception', '`Misconception`', 'A way of going wrong that belongs to a framework statement, under one name in the whole school.'],
    [
      'Hinge question',
      '`HingeQuestion`',
      'One question with two to five answers, chosen by all at once; each wrong one gives a misconception away. An answer is an observation.',
    ],
    ['Technique (way to find out)', '`Technique`', 'How something was found out. Alone on an observation: it was tried and told nothing.'],
    ['Findings', '`findings`', 'What a group’s hinge questions and techniques told of whom, and who was not noted lately.'],
    ['Quick phrases', '`PhraseList`', 'Words for what was seen that a school sets, one tap each.'],
    ['Feedback', '`GivenFeedback`', 'What went well on a success criterion and one next action, said to a learner. Never a mark.'],
    [
      'How it was taken up',
      '`FeedbackResponse`',
      'Said it back, acted on it, not yet, upset. Feedback is used when it was acted on or a second attempt came of it.',
    ],
    [
      'Second attempt (improvement)',
      '`Improvement`',
      'A sample of work beside the one before it, with help then and now and what changed in the learner’s words.',
    ],
    ['Safeguarding contacts', '`SafeguardingContact`', 'Whom a school tells about a worry, in order. The worry itself is kept nowhere.'],
    ['Shown note', '`ShownNote`', 'A note that was kept and turned out to be a worry: the safeguarding lead reads it, and removes it.'],
    ['Withdrawn', '`withdrawn`', 'Made on the wrong learner and taken back: gone from that learner’s views at once.'],
    ['Class page', '`ClassMap`', 'Learners across, success criteria down: how far each is and on which observations that rests.'],
    ['Not enough yet', '`not_enough`', 'Too few named observations for a state to be given.'],
    [
      'Handover',
      '`Handover`',
      'What the teacher must know after a session: three headings, at most 120 words, each line about one learner or nobody.',
    ],
    [
      'Decision (of the teacher)',
      '`HandoverDecision`',
      'What follows from a handover: regroup, teach again, move on, see the learner, no change, or own words.',
    ],
    [
      'What next (next action)',
      '`NextAction`',
      'What teacher, learner or practitioner does next after a session, when, and in which later session it was seen.',
    ],
    ['Because we looked', '`LookedExample`', 'One sentence of what changed for a child because somebody looked. Its author’s alone.'],
    ['Session check', '`CheckLine`', 'What a session’s records show of assessment for learning, for its practitioner alone.'],
    [
      'Sign of responsibility',
      '`ResponsibilitySign`',
      'What a learner did without being told, such as fetching a resource. Never behaviour.',
    ],
    [
      'Profile',
      '`ProfileEntry`',
      'What is known of a learner on one page: interests, what is important, what helps, access needs, starting points.',
    ],
    ['Starting point', '`section: start`', 'What a learner could do in a subject on a day, as a fact. Never a score.'],
    ['Task from an interest', '`TaskIdea`', 'An idea made from what a learner likes, kept with a session.'],
    ['Became keener', '`MotivationNote`', 'What was seen of a learner whom a task caught: asked for another one. Never a trait.'],
    ['Achievement, log', '`Achievement`', 'What a learner is proud of, in the learner’s words. Offered by what happened, kept by choice.'],
    [
      'Test result, summative',
      '`SummativeResult`',
      'What a test told at its end, read in as dated context. Formative is what everything else here is.',
    ],
    ['Descriptor', '`EvidenceDescriptor`', 'A sentence without names about one’s own work beside a child, fit to leave the school.'],
    ['Erase', '`erasure`', 'Removes a learner’s records and the content of events about them, for good. Counts and seals stay right.'],
  ],
  Centre: [
    ['Candidate', '`Candidate`', 'The practitioner who is being assessed. Never “learner”.'],
    ['Assessor', '`Assessor`', 'Decides whether a candidate’s evidence shows a criterion.'],
    [
      'Assessment plan',
      '`Plan`',
      'What candidate and assessor plan together over one or several units: moments of a visit, other ways, permissions. Signed by both.',
    ],
    ['Forecast', '`Forecast`', 'Where in a visit an open criterion should show. It claims nothing.'],
    ['Visit', '`Visit`', 'What an assessor saw of a candidate’s practice, with times. Signed by both it is an observation, `O-01`.'],
    ['Write up', '`writeUp`', 'After a visit: what the assessor claims, what was good, one thing to develop.'],
    ['Witness', '`Witness`', 'Somebody who says what a candidate was seen to do. Known to the centre, never a relative; decides nothing.'],
    [
      'Erase a name',
      '`witnessErase`',
      'Empties all that names a witness, for good. What was signed keeps its bytes, and is shown without the name.',
    ],
    [
      'Expert witness',
      '`expertGaps`',
      'A witness whom the assessor approved on three grounds, inducted and signed. Named in a signed plan, their statement counts as observation.',
    ],
    [
      'Statement, witness testimony',
      '`Testimony`',
      'What a witness saw, written and signed by the witness alone through a link; an item WT under its own reference. Nobody changes a word.',
    ],
    ['IQA (internal verifier)', '`Iqa`', 'Checks assessors’ decisions within the centre.'],
    ['Tutor', '`tutor`', 'Teaches a candidate for a unit. May assess it too, and never verifies it.'],
    [
      'Countersigner',
      '`countersigner`',
      'A qualified assessor who checks and signs what a trainee assessor decided. A part in one registration, not a role.',
    ],
    ['Trainee assessor', '`isTrainee`', 'An assessor without an assessor qualification that is checked and holds today.'],
    ['EQA (external verifier)', '`Eqa`', 'Looks into chosen units for the awarding body, and changes nothing.'],
    ['Sample, interim or summative', '`Sample`', 'A unit that its IQA looks into, while it goes on or at its end, and why this one.'],
    [
      'Action',
      '`SampleAction`',
      'What an IQA asks somebody to do by a day before she agrees. While it is open, the unit can’t be claimed.',
    ],
    ['Skill scan', '`skillScan`', 'Where a candidate sees herself, criterion by criterion, before a unit begins. Context, never evidence.'],
    ['Notice', '`Notice`', 'What a centre tells its candidates about appeals or about their data. Each is acknowledged on a day.'],
    [
      'Qualification, CPD',
      '`Qualification`, `CpdEntry`',
      'What one of the staff is qualified for, checked by somebody else; how they keep up.',
    ],
    ['Site', '`site`', 'Where a candidate works and is observed.'],
    ['Unit', '`Unit`', 'A part of a qualification with outcomes and criteria, such as 307.'],
    ['Learning outcome', '`UnitOutcome`', 'A heading of a unit under which its criteria stand.'],
    [
      'Assessment criterion',
      '`AssessmentCriterion`',
      'What a unit asks a candidate to show, 1.1 for example. Never mixed up with success criteria.',
    ],
    ['Part of a criterion', '`CriterionLeaf`', 'The smallest thing that is decided on: a criterion, or one of its lettered parts.'],
    ['Command verb', '`verb`', 'What a criterion asks one to do: summarise, compare and contrast.'],
    ['Crosswalk', '`Crosswalk`', 'Which criteria of another body’s unit ours speak to. It suggests, and claims nothing.'],
    ['Official wording', '`OfficialWording`', 'A unit in its awarding body’s own words, which a centre loads under its licence.'],
    ['Standard pack', '`StandardPack`', 'A unit as data, by version, in our own short words.'],
    ['Registration', '`Registration`', 'A candidate on a unit with an assessor, from a day on.'],
    ['Evidence', '`EvidenceItem`', 'One item that a candidate shows, under a reference that never changes: PE-01.'],
    ['Claim', '`EvidenceClaim`', 'Which parts of criteria an item is said to show.'],
    ['Seen in place', '`EvidenceSighting`', 'An assessor’s word that she saw the record itself, where and when.'],
    [
      'Method O, Q, A, PE, WT, PD, RA',
      '`AssessmentMethod`',
      'Observation, questions, assignment, product evidence, witness testimony, professional discussion, reflective account.',
    ],
    [
      'Decision: met, more evidence needed',
      '`decision`',
      'An assessor’s judgement of one part of a criterion. Undoing it is another decision.',
    ],
    [
      'Act of deciding',
      '`Assessment`',
      'Decisions that an assessor made together on the same evidence, with one answer to the five checks.',
    ],
    ['The five checks', '`Check`', 'Valid, authentic, current, sufficient, reliable (VACSR): whatever is no plain yes has its reason.'],
    [
      'Provisional; countersigned',
      '`Countersignature`',
      'What a trainee assessor decides counts once a qualified assessor has agreed; it can be sent back with a reason.',
    ],
    ['Feedback on an item', '`ItemFeedback`', 'What was good and one thing to develop, from assessor to candidate, who can answer.'],
    ['Sign-off', '`SignOff`', 'How far a unit is from its certificate: who has signed what it holds, and who is next.'],
    [
      'Signature (on a unit)',
      '`Signature`',
      'An act with the password again, over everything that a unit holds. It stands while the unit holds just that.',
    ],
    ['Not sampled', '`not_sampled`', 'No verifier has looked into this unit. It is said, never left blank.'],
    [
      'Claim of a unit',
      '`unit.claim`',
      'The centre asks for the certificate: from then on nothing of the unit changes, and its records are kept for three years.',
    ],
    ['Observed half, knowledge half', '`half`', 'Two criteria ask for doing and for knowing; they stay open until both are met.'],
  ],
  'How it works': [
    [
      '(not on screen)',
      '`command`, `query`',
      'A wish to change something, `noun.verb`; a question, `noun.phrase`. There is no other way in.',
    ],
    ['What was done', '`events`', 'One line per command that was accepted: who, when, and a hash of what.'],
    ['Seal', '`seal`', 'A chain over batches of events, so that a changed one is noticed.'],
    ['Who looked', '`access_log`', 'One line for each look at a learner’s record.'],
    ['Not sent yet', '`outbox`', 'What a device still has to send, in order.'],
    ['Needs attention', '`held`', 'A queued entry that was refused, kept with its reason until a person mends or discards it.'],
    ['Undo', '`withdraw`, `reopen`', 'A new record that takes the earlier one back.'],
  ],
}

/** The glossary as Markdown, a table per half. */
export function writeGlossary(): string {
  const parts = Object.entries(entries).map(([title, lines]) => {
    const rows = lines.map(([screen, code, meaning]) => `| ${screen} | ${code} | ${meaning} |`)
    return [`## ${title}`, '', '| on screen | in code | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n')
  })
  const head =
    '# Glossary\n\nGenerated by `npm run generate` from `scripts/generate/glossary.ts`. The same word in column, type, address and screen.\n'
  return [head, ...parts].join('\n')
}
