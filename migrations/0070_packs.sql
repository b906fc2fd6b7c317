-- Standards say more of themselves: command verbs, methods where a leaf has its own, dates, the assessment strategy, links per outcome, crosswalks; and four more units.

alter table public.standard_packs
  alter column unit_reference drop not null,
  alter column credits drop not null,
  add column guided_learning_hours integer,
  add column registration_ends_on date,
  add column certification_ends_on date,
  add column assessment_strategy text not null default '',
  add column is_complete boolean not null default true;
comment on column public.standard_packs.is_complete is 'Whether all criteria of the unit are here. While some are not known, the unit can be worked on and never is complete.';

alter table public.criterion_leaves add column verb text not null default '';
comment on column public.criterion_leaves.verb is 'The command verb: what the unit asks one to do, as "compare and contrast".';

alter table public.linked_units add column linked_code text;

create table public.leaf_methods (
  pack_code text not null,
  pack_version integer not null,
  leaf_code text not null,
  half text not null check (half in ('observed', 'knowledge')),
  method text not null check (method in ('O', 'Q', 'A', 'PE', 'WT', 'PD', 'RA')),
  only_expert boolean not null default false,
  primary key (pack_code, pack_version, leaf_code, half, method),
  foreign key (pack_code, pack_version, leaf_code) references public.criterion_leaves
);
comment on table public.leaf_methods is 'Shared. Where a leaf has its own methods for a half: these alone close it, and not those of the pack.';

create table public.outcome_links (
  pack_code text not null,
  pack_version integer not null,
  outcome_number integer not null,
  unit_number text not null,
  primary key (pack_code, pack_version, outcome_number, unit_number),
  foreign key (pack_code, pack_version, outcome_number) references public.unit_outcomes,
  foreign key (pack_code, pack_version, unit_number) references public.linked_units
);
comment on table public.outcome_links is 'Shared. At which outcomes a linked unit’s evidence is likely to serve as well.';

create table public.crosswalks (
  pack_code text not null,
  pack_version integer not null,
  other_code text not null,
  awarding_body text not null,
  qualification text not null,
  unit_reference text not null,
  title text not null,
  primary key (pack_code, pack_version, other_code),
  foreign key (pack_code, pack_version) references public.standard_packs
);
comment on table public.crosswalks is 'Shared. Another awarding body’s unit that covers some of the same ground.';

create table public.crosswalk_leaves (
  pack_code text not null,
  pack_version integer not null,
  other_code text not null,
  leaf_code text not null,
  criterion text not null,
  difference text not null,
  primary key (pack_code, pack_version, other_code, leaf_code, criterion),
  foreign key (pack_code, pack_version, other_code) references public.crosswalks,
  foreign key (pack_code, pack_version, leaf_code) references public.criterion_leaves
);
comment on table public.crosswalk_leaves is 'Shared. Which criterion over there a leaf speaks to, and what differs. It suggests, and claims nothing.';

grant select on public.leaf_methods, public.outcome_links, public.crosswalks, public.crosswalk_leaves to evident_app;

-- Unit 307 says the rest of what is known of it. What was registered on it keeps its outcomes, criteria, leaves and methods.

update public.standard_packs
  set assessment_strategy = 'The assessment principles for teaching and learning support. What must be shown at work is decided where the candidate really works, by an assessor who knows the work. Watching the work itself is the main evidence, and an expert witness may watch in the assessor’s place. Nothing is simulated. Knowledge may be shown at work or away from it. Quality assurance is done by people qualified for it.'
  where code = 'cg-5329-307' and version = 1;

update public.criterion_leaves as leaf set verb = said.verb
  from (values
    ('1.1', 'compare and contrast'), ('1.2', 'summarise'), ('1.3', 'explain'), ('1.4', 'explain'),
    ('1.5a', 'explain'), ('1.5b', 'explain'), ('1.5c', 'explain'),
    ('2.1', 'obtain'), ('2.2', 'use'), ('2.3', 'use'), ('2.4', 'provide'), ('2.5', 'provide'),
    ('3.1', 'use'), ('3.2', 'listen and encourage'), ('3.3', 'support'),
    ('3.4a', 'support'), ('3.4b', 'support'), ('3.4c', 'support'), ('3.4d', 'support'),
    ('4.1a', 'provide'), ('4.1b', 'provide'), ('4.1c', 'provide'), ('4.2', 'use')
  ) as said (code, verb)
  where leaf.pack_code = 'cg-5329-307' and leaf.pack_version = 1 and leaf.code = said.code;

update public.linked_units as unit set linked_code = 'cg-5329-' || unit.unit_number, title = said.title
  from (values
    ('204', 'Equality, diversity and inclusion in work with children and young people'),
    ('207', 'Maintain and support relationships with children and young people'),
    ('209', 'Support children and young people’s positive behaviour'),
    ('210', 'Support learning activities')
  ) as said (unit_number, title)
  where unit.pack_code = 'cg-5329-307' and unit.pack_version = 1 and unit.unit_number = said.unit_number;

insert into public.outcome_links
  select 'cg-5329-307', 1, outcome, unit_number
  from unnest(array[1, 3]) as outcome, unnest(array['204', '207', '209', '210']) as unit_number;

insert into public.crosswalks values
  ('cg-5329-307', 1, 'ncfe-stl3c10', 'NCFE CACHE', 'Certificate and Diploma in supporting teaching and learning, level 3', 'J/616/5965', 'Unit STL3C10');

insert into public.crosswalk_leaves values
  ('cg-5329-307', 1, 'ncfe-stl3c10', '1.1', '1.1', 'It looks at the support worker’s part alone, and asks to analyse it.'),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '1.2', '1.2', ''),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '1.3', '1.3', ''),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '2.2', '2.1', ''),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '2.3', '2.2', ''),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '3.1', '3.1', ''),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '3.2', '3.2', 'It asks to demonstrate ways of encouraging learners to speak up.'),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '3.3', '3.3', 'It asks to show how.'),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '3.4a', '3.4', 'It asks to show how.'),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '3.4b', '3.4', 'It asks to show how.'),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '3.4c', '3.4', 'It asks to show how.'),
  ('cg-5329-307', 1, 'ncfe-stl3c10', '3.4d', '3.4', 'It asks to show how.');

-- The units that 307 links to, as far as they are known: 209 whole; 207 without the end of its third outcome; of 204 and 210 the head alone.
-- Their expert witnesses stand in for the assessor where a specialist's eye is needed, as the assessment principles have it.

insert into public.standard_packs
  (code, version, awarding_body, qualification, unit_number, unit_reference, title, level, credits, expert_witness_counts_as_observation, guided_learning_hours, assessment_strategy, is_complete)
  select 'cg-5329-' || unit.number, 1, 'City & Guilds', '5329 Supporting teaching and learning in schools', unit.number, unit.reference, unit.title, 2, unit.credits,
    'specialist_only', unit.hours,
    'The assessment principles for teaching and learning support. What must be shown at work is decided where the candidate really works, by an assessor who knows the work. Watching the work itself is the main evidence; an expert witness may watch in the assessor’s place where that takes a specialist, or where the moment is a delicate one. Nothing is simulated unless a unit says so. Knowledge may be shown at work or away from it.',
    unit.is_complete
  from (values
    ('204', 'D/601/3321', 'Equality, diversity and inclusion in work with children and young people', 2, 15, false),
    ('207', 'D/601/7403', 'Maintain and support relationships with children and young people', 3, 15, false),
    ('209', 'T/601/7407', 'Support children and young people’s positive behaviour', 2, 15, true),
    ('210', null, 'Support learning activities', null, null, false)
  ) as unit (number, reference, title, credits, hours, is_complete);

insert into public.half_methods
  select 'cg-5329-' || unit, 1, rule.half, rule.method, rule.method = 'WT'
  from unnest(array['204', '207', '209', '210']) as unit,
    (values ('observed', 'O'), ('observed', 'WT'), ('knowledge', 'A'), ('knowledge', 'Q'), ('knowledge', 'PD'), ('knowledge', 'RA')) as rule (half, method);

insert into public.unit_outcomes values
  ('cg-5329-207', 1, 1, 'Talk with children and young people so that they understand and are heard'),
  ('cg-5329-207', 1, 2, 'Build relationships that last'),
  ('cg-5329-207', 1, 3, 'Help children and young people get on with others'),
  ('cg-5329-209', 1, 1, 'Know how the school goes about good behaviour'),
  ('cg-5329-209', 1, 2, 'Bring out good behaviour'),
  ('cg-5329-209', 1, 3, 'Answer behaviour that is out of place');

create temporary table said (pack text, code text, verb text, label text, description text, observed boolean, position integer) on commit drop;
insert into said values
  ('cg-5329-207', '1.1', 'communicate', 'Words and body', 'Talk with each child in a way that fits them, in words and with your body', true, 1),
  ('cg-5329-207', '1.2', 'listen', 'Hear them', 'Listen so that children see that what they say and feel counts', true, 2),
  ('cg-5329-207', '1.3', 'check', 'Check it landed', 'Make sure that children understood what was said', true, 3),
  ('cg-5329-207', '2.1', 'demonstrate', 'Trust', 'Show how you build respectful relationships that children can rely on', true, 4),
  ('cg-5329-207', '2.2', 'give', 'Fair attention', 'Give each child attention, fairly to them and to the group', true, 5),
  ('cg-5329-207', '2.3', 'demonstrate', 'Answer well', 'Answer children’s questions, ideas and worries helpfully and truthfully', true, 6),
  ('cg-5329-207', '2.4', 'provide', 'Say why', 'Tell children the reasons for what is done, where that is right', true, 7),
  ('cg-5329-207', '2.5', 'encourage', 'Let them choose', 'Encourage children to make choices of their own', true, 8),
  ('cg-5329-207', '3.1', 'support', 'Talk with others', 'Help children make themselves understood to others', true, 9),
  ('cg-5329-207', '3.2', 'encourage', 'Each one different', 'Encourage children to see and value how people differ', true, 10),
  ('cg-5329-207', '3.3', 'help', 'Other views', 'Help children take other people’s feelings and views seriously', true, 11),
  ('cg-5329-209', '1.1', 'describe', 'The school’s rules', 'Describe the policies of your school that bear on behaviour', false, 1),
  ('cg-5329-209', '1.2', 'describe', 'All the same way', 'Describe, with examples, why it matters that all staff keep to the rules fairly and alike', false, 2),
  ('cg-5329-209', '2.1', 'describe', 'Why encourage', 'Describe what encouraging and rewarding good behaviour brings', false, 3),
  ('cg-5329-209', '2.2', 'apply', 'Bring it out', 'Use your skill to encourage good behaviour', true, 4),
  ('cg-5329-209', '2.3', 'demonstrate', 'Steady answers', 'Answer behaviour realistically, steadily and kindly', true, 5),
  ('cg-5329-209', '2.4', 'provide', 'Be the example', 'Behave as you would have children behave', true, 6),
  ('cg-5329-209', '3.1', 'apply', 'Agreed ways', 'Choose and use the agreed ways with behaviour that is out of place', true, 7),
  ('cg-5329-209', '3.2', 'describe', 'Whom to tell', 'Describe which problems are to be passed on, and to whom', false, 8);

insert into public.assessment_criteria
  select pack, 1, code, split_part(code, '.', 1)::integer, label, position from said;
insert into public.criterion_leaves (pack_code, pack_version, code, criterion_code, label, description, must_be_observed, needs_knowledge, position, verb)
  select pack, 1, code, code, label, description, observed, not observed, position, verb from said;
