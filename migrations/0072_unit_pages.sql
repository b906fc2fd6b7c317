-- The page that introduces a unit: our texts, what a centre made of them, reading suggested to a candidate, notes and planning.

create table public.page_texts (
  pack_code text not null,
  section text not null check (section in ('sayings', 'words', 'about', 'example', 'guidance', 'hints', 'resources')),
  position integer not null,
  about text not null default '',
  title text not null default '',
  text text not null,
  primary key (pack_code, section, position)
);
comment on table public.page_texts is 'Shared. Our own texts on a unit''s page, section by section. "about" is the outcome (2) or criterion (2.4) that a hint stands beside.';
grant select on public.page_texts to evident_app;

create table public.page_edits (
  organisation_id uuid not null,
  id uuid not null,
  pack_code text not null,
  section text not null,
  number integer not null,
  entries text,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, pack_code, section, number)
);
comment on table public.page_edits is 'A section of a unit''s page as the centre wrote it, as JSON; the highest number holds. Without entries: back to ours.';
select evident.protect('page_edits', 'select, insert');

create table public.suggested_readings (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  title text not null,
  detail text not null,
  link text not null,
  suggested_by uuid not null,
  suggested_at timestamptz not null,
  read_at timestamptz,
  taken_back_at timestamptz,
  primary key (organisation_id, id)
);
create index suggested_readings_registration on public.suggested_readings (organisation_id, registration_id);
comment on table public.suggested_readings is 'What assessor or tutor suggest to one candidate to read for one unit, and when she said that she had.';
select evident.protect('suggested_readings', 'select, insert, update (read_at, taken_back_at)');

create table public.unit_notes (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (organisation_id, id)
);
create index unit_notes_registration on public.unit_notes (organisation_id, registration_id);
comment on table public.unit_notes is 'Notes and planning of one unit, by candidate, assessor and tutor. A change is a new note; one''s own can be taken back.';
select evident.protect('unit_notes', 'select, insert, update (taken_back_at)');

-- keys

alter table public.page_edits add foreign key (organisation_id, written_by) references public.people;
alter table public.suggested_readings add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.suggested_readings add foreign key (organisation_id, suggested_by) references public.people;
alter table public.unit_notes add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.unit_notes add foreign key (organisation_id, written_by) references public.people;

insert into public.page_texts (pack_code, section, position, about, title, text) values
  ('cg-5329-307', 'words', 1, '', 'Formative assessment', 'Finding out while learning goes on what has been understood, and using it at once for what comes next.'),
  ('cg-5329-307', 'words', 2, '', 'Summative assessment', 'Looking at the end of a stretch of learning at what has stayed: a test, an exam, a finished piece.'),
  ('cg-5329-307', 'words', 3, '', 'Self-assessment', 'A learner holds their own work against criteria that they understand, and says what to do next.'),
  ('cg-5329-307', 'words', 4, '', 'Peer assessment', 'Learners look at each other’s work with the same criteria, kindly and to the point. What becomes of the work, its author decides.'),
  ('cg-5329-307', 'words', 5, '', 'Success criteria', 'What a good piece of this work does, in words that a learner can check it by.'),
  ('cg-5329-307', 'words', 6, '', 'Personalised learning', 'Goals, tasks and help that begin with this one learner: what they can do, what they care about, how they learn.'),
  ('cg-5329-307', 'about', 1, '', '', 'Most assessment is no test. It is a question asked at the right moment, a look at the page, a word about what works and what to try next. This unit is about that part of your work: how you find out where learners are, how you tell them so that they can use it, and how you help them judge for themselves.

It is also about what you pass on. What you notice helps the teacher plan tomorrow, and shows you what to do differently yourself.'),
  ('cg-5329-307', 'example', 1, '', '', 'Twice a week you sit with five children who find writing hard going. Their teacher wants them to explain how something works, so that another child could follow it. Two of them rush to the end; one rewrites the first line again and again; one would rather talk about buses than write about anything.

Before the lesson you ask the teacher what they must get and where they will get stuck, and the subject lead how she looks at explanations. In the lesson you show two short texts and ask which one works, and why. The bus enthusiast explains how a ticket machine works. You wait longer than feels comfortable before you help. At the end they swap texts, try each other’s instructions, and mend one thing.

What did you find out, how do you know, and who needs to hear it? What would you do with the child who never gets past the first line?'),
  ('cg-5329-307', 'guidance', 1, '', 'Shown with children', 'Everything in outcomes 2, 3 and 4 is seen at work, by your assessor or by an expert witness whom you have both agreed on in the plan. One session that is well prepared can show nearly all of it: the briefing, goals talked through, a question that finds out, feedback, time to improve, a review, the handover.'),
  ('cg-5329-307', 'guidance', 2, '', 'Plan it together first', 'Go through the linked units before you plan: one session often serves several. For each criterion say where in the session it should show. What will not show there needs another way, and that is better known before than after.'),
  ('cg-5329-307', 'guidance', 3, '', 'Known and understood', 'Outcome 1 is shown by an assignment, answers to questions, a professional discussion that was planned, or a reflective account. The same goes for the thinking behind 2.3 and 4.2: these two need both, to be seen and to be understood.'),
  ('cg-5329-307', 'guidance', 4, '', 'What you have already', 'Goal cards, feedback, handover notes and reflections are the best product evidence there is. They stay in the school: say in a sentence without names what you did, and where the record is. Your assessor looks at it there.'),
  ('cg-5329-307', 'guidance', 5, '', 'A suggested assignment', 'Notes under four headings: who does what in assessing; assessment on the way and at the end; what it does for learners, for teachers and for you; and how your own part could be better. Together they cover 1.1 to 1.5 and the knowledge in 2.3 and 4.2. Keep a list of your sources from the first day: books, websites, teachers, colleagues.'),
  ('cg-5329-307', 'hints', 1, '1', 'Two kinds of assessment', 'Be sure of the difference between assessing on the way and assessing at the end. The same quiz can be either: it depends on what is done with the answers.'),
  ('cg-5329-307', 'hints', 2, '1.1', 'Two columns are not enough', 'Comparing means saying what is alike as well as what differs. A third column for what you both do makes it easy.'),
  ('cg-5329-307', 'hints', 3, '2', 'Read a little first', 'You will need some reading on assessment and on starting from the learner. Ask your assessor or tutor what is worth your time, and a colleague what it looks like in your school.'),
  ('cg-5329-307', 'hints', 4, '2.3', 'Two judgements', 'How they join in is one thing and how far they have come is another. Note the help as well: secure with help is not yet secure.'),
  ('cg-5329-307', 'hints', 5, '2.4', 'One next step', 'Say what works and one thing to try. Two are forgotten, and praise for being clever helps nobody.'),
  ('cg-5329-307', 'hints', 6, '3', 'No one way suits all', 'Some learners talk, some draw, some need a choice of two. Have more than one way ready for them to look back at their learning.'),
  ('cg-5329-307', 'hints', 7, '3.4d', 'How, not what', 'This is about the way they went about it: what did you try, did it help, what else could you try?'),
  ('cg-5329-307', 'hints', 8, '4.1', 'Three things, not one', 'How they joined in and got on, how they took to the ways of assessing, and how far they take charge themselves. A handover note with these three is evidence.'),
  ('cg-5329-307', 'hints', 9, '4.2', 'Small and real', 'One thing that you found out about your own support, what you changed, and what came of it: that is worth more than a page of good intentions.');
