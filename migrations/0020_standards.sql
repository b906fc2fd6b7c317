-- Standards are data, shared by all centres: packs, their outcomes, criteria and leaves, in our own short words.
-- A new wording is a new version; what was registered on an earlier one keeps it.

create table public.standard_packs (
  code text not null,
  version integer not null,
  awarding_body text not null,
  qualification text not null,
  unit_number text not null,
  unit_reference text not null,
  title text not null,
  level integer not null,
  credits integer not null,
  expert_witness_counts_as_observation text not null check (expert_witness_counts_as_observation in ('yes', 'specialist_only', 'supplementary')),
  primary key (code, version)
);
comment on table public.standard_packs is 'Shared. One unit of a qualification in one version of its wording.';

create table public.half_methods (
  pack_code text not null,
  pack_version integer not null,
  half text not null check (half in ('observed', 'knowledge')),
  method text not null check (method in ('O', 'Q', 'A', 'PE', 'WT', 'PD', 'RA')),
  only_expert boolean not null default false,
  primary key (pack_code, pack_version, half, method),
  foreign key (pack_code, pack_version) references public.standard_packs
);
comment on table public.half_methods is 'Shared. Which assessment methods can close which half of a leaf; a method that is not here supports and closes nothing.';

create table public.linked_units (
  pack_code text not null,
  pack_version integer not null,
  unit_number text not null,
  title text not null,
  primary key (pack_code, pack_version, unit_number),
  foreign key (pack_code, pack_version) references public.standard_packs
);
comment on table public.linked_units is 'Shared. Units whose evidence may be combined with this one''s.';

create table public.unit_outcomes (
  pack_code text not null,
  pack_version integer not null,
  number integer not null,
  label text not null,
  primary key (pack_code, pack_version, number),
  foreign key (pack_code, pack_version) references public.standard_packs
);
comment on table public.unit_outcomes is 'Shared. The outcomes of a unit, in our own words.';

create table public.assessment_criteria (
  pack_code text not null,
  pack_version integer not null,
  code text not null,
  outcome_number integer not null,
  label text not null,
  position integer not null,
  primary key (pack_code, pack_version, code),
  foreign key (pack_code, pack_version, outcome_number) references public.unit_outcomes
);
comment on table public.assessment_criteria is 'Shared. The assessment criteria of a unit: 3.4 is one, its four leaves are what is decided.';

create table public.criterion_leaves (
  pack_code text not null,
  pack_version integer not null,
  code text not null,
  criterion_code text not null,
  label text not null,
  description text not null,
  must_be_observed boolean not null,
  needs_knowledge boolean not null,
  position integer not null,
  primary key (pack_code, pack_version, code),
  foreign key (pack_code, pack_version, criterion_code) references public.assessment_criteria,
  check (must_be_observed or needs_knowledge)
);
comment on table public.criterion_leaves is 'Shared. What is decided one by one, and which halves each demands: observed, knowledge, or both.';

grant select on public.standard_packs, public.half_methods, public.linked_units, public.unit_outcomes, public.assessment_criteria, public.criterion_leaves to evident_app;

-- City & Guilds 5329, unit 307 (A/601/4072): which leaves are observed and which are knowledge is the unit's, the wording is ours.

insert into public.standard_packs values ('cg-5329-307', 1, 'City & Guilds', '5329 Supporting teaching and learning in schools', '307', 'A/601/4072', 'Support assessment for learning', 3, 4, 'yes');

insert into public.half_methods values
  ('cg-5329-307', 1, 'observed', 'O', false),
  ('cg-5329-307', 1, 'observed', 'WT', true),
  ('cg-5329-307', 1, 'knowledge', 'A', false),
  ('cg-5329-307', 1, 'knowledge', 'Q', false),
  ('cg-5329-307', 1, 'knowledge', 'PD', false),
  ('cg-5329-307', 1, 'knowledge', 'RA', false);

insert into public.linked_units values
  ('cg-5329-307', 1, '204', 'Equality, diversity and inclusion'),
  ('cg-5329-307', 1, '207', 'Relationships with children and young people'),
  ('cg-5329-307', 1, '209', 'Positive behaviour'),
  ('cg-5329-307', 1, '210', 'Learning activities');

insert into public.unit_outcomes values
  ('cg-5329-307', 1, 1, 'Know what assessment for learning is for'),
  ('cg-5329-307', 1, 2, 'Use assessment to move learning on'),
  ('cg-5329-307', 1, 3, 'Help learners look back at how and what they learnt'),
  ('cg-5329-307', 1, 4, 'Help the school look at its assessment for learning');

insert into public.assessment_criteria values
  ('cg-5329-307', 1, '1.1', 1, 'Two roles', 1),
  ('cg-5329-307', 1, '1.2', 1, 'Formative and summative', 2),
  ('cg-5329-307', 1, '1.3', 1, 'What assessment for learning looks like', 3),
  ('cg-5329-307', 1, '1.4', 1, 'Why it matters', 4),
  ('cg-5329-307', 1, '1.5', 1, 'Planning what comes next', 5),
  ('cg-5329-307', 1, '2.1', 2, 'Get the information', 6),
  ('cg-5329-307', 1, '2.2', 2, 'Make goals clear', 7),
  ('cg-5329-307', 1, '2.3', 2, 'Find out and judge', 8),
  ('cg-5329-307', 1, '2.4', 2, 'Feedback', 9),
  ('cg-5329-307', 1, '2.5', 2, 'Chance to improve', 10),
  ('cg-5329-307', 1, '3.1', 3, 'Review with facts', 11),
  ('cg-5329-307', 1, '3.2', 3, 'Listen', 12),
  ('cg-5329-307', 1, '3.3', 3, 'Self and peer', 13),
  ('cg-5329-307', 1, '3.4', 3, 'Looking back at learning', 14),
  ('cg-5329-307', 1, '4.1', 4, 'Tell the teacher', 15),
  ('cg-5329-307', 1, '4.2', 4, 'Improve my part', 16);

insert into public.criterion_leaves values
  ('cg-5329-307', 1, '1.1', '1.1', 'Two roles', 'Set the teacher''s part in assessing beside your own: what is alike, what differs', false, true, 1),
  ('cg-5329-307', 1, '1.2', '1.2', 'Formative and summative', 'Say in brief how assessment on the way differs from assessment at the end', false, true, 2),
  ('cg-5329-307', 1, '1.3', '1.3', 'What assessment for learning looks like', 'Explain what marks it out: shared goals, evidence, feedback, learners who judge', false, true, 3),
  ('cg-5329-307', 1, '1.4', '1.4', 'Why it matters', 'Explain what it does for learners and for those who teach them', false, true, 4),
  ('cg-5329-307', 1, '1.5a', '1.5', 'The teacher', 'Explain how the teacher plans ahead with it', false, true, 5),
  ('cg-5329-307', 1, '1.5b', '1.5', 'The learners', 'Explain how learners plan their own next steps with it', false, true, 6),
  ('cg-5329-307', 1, '1.5c', '1.5', 'Myself', 'Explain how you plan your own support with it', false, true, 7),
  ('cg-5329-307', 1, '2.1', '2.1', 'Get the information', 'Find out beforehand what you need to know to support the assessment', true, false, 8),
  ('cg-5329-307', 1, '2.2', '2.2', 'Make goals clear', 'Talk goals and success criteria through with learners in plain words, with examples', true, false, 9),
  ('cg-5329-307', 1, '2.3', '2.3', 'Find out and judge', 'Use chances and ways to find out how learners join in and get on, and judge it', true, true, 10),
  ('cg-5329-307', 1, '2.4', '2.4', 'Feedback', 'Tell learners what went well and what to work on, so that they can use it', true, false, 11),
  ('cg-5329-307', 1, '2.5', '2.5', 'Chance to improve', 'Give learners time and encouragement to make their work better', true, false, 12),
  ('cg-5329-307', 1, '3.1', '3.1', 'Review with facts', 'Bring what you noticed to learners'' own review of strategies, achievements and needs', true, false, 13),
  ('cg-5329-307', 1, '3.2', '3.2', 'Listen', 'Hear learners out and encourage them to say what they need and want to learn', true, false, 14),
  ('cg-5329-307', 1, '3.3', '3.3', 'Self and peer', 'Help learners judge their own and each other''s work', true, false, 15),
  ('cg-5329-307', 1, '3.4a', '3.4', 'Reflect', 'Help learners think back over their learning', true, false, 16),
  ('cg-5329-307', 1, '3.4b', '3.4', 'Progress', 'Help learners name the progress they have made', true, false, 17),
  ('cg-5329-307', 1, '3.4c', '3.4', 'New needs', 'Help learners notice what they now need to learn', true, false, 18),
  ('cg-5329-307', 1, '3.4d', '3.4', 'Strategies', 'Help learners see what helps and what hinders in how they learn, and plan a better way', true, false, 19),
  ('cg-5329-307', 1, '4.1a', '4.1', 'Joining in and progress', 'Tell the teacher how learners joined in and got on', true, false, 20),
  ('cg-5329-307', 1, '4.1b', '4.1', 'Response to assessment', 'Tell the teacher how learners took to the ways of assessing', true, false, 21),
  ('cg-5329-307', 1, '4.1c', '4.1', 'Responsibility', 'Tell the teacher how learners are taking charge of their own learning', true, false, 22),
  ('cg-5329-307', 1, '4.2', '4.2', 'Improve my part', 'Look at your own support in the light of what was found out, and change it for the better', true, true, 23);
