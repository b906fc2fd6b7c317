-- Assignments: the headings that a unit suggests and what each can serve, and what a candidate is still writing.

create table public.assignment_headings (
  pack_code text not null,
  pack_version integer not null,
  code text not null,
  position integer not null,
  label text not null,
  about text not null,
  primary key (pack_code, pack_version, code),
  foreign key (pack_code, pack_version) references public.standard_packs
);
comment on table public.assignment_headings is 'Shared. The headings of the assignment that a unit suggests, in our own words. A unit without rows suggests none.';

create table public.assignment_heading_leaves (
  pack_code text not null,
  pack_version integer not null,
  heading_code text not null,
  leaf_code text not null,
  primary key (pack_code, pack_version, heading_code, leaf_code),
  foreign key (pack_code, pack_version, heading_code) references public.assignment_headings,
  foreign key (pack_code, pack_version, leaf_code) references public.criterion_leaves
);
comment on table public.assignment_heading_leaves is 'Shared. Which leaves the words under a heading can serve.';

create table public.own_setting_tables (
  pack_code text not null,
  pack_version integer not null,
  code text not null,
  heading_code text not null,
  leaf_code text not null,
  title text not null,
  columns text[] not null,
  rows text[] not null,
  primary key (pack_code, pack_version, code),
  foreign key (pack_code, pack_version, heading_code) references public.assignment_headings,
  foreign key (pack_code, pack_version, leaf_code) references public.criterion_leaves
);
comment on table public.own_setting_tables is 'Shared. A table under a heading that a candidate fills from her own setting, for a leaf that asks to compare.';

grant select on public.assignment_headings, public.assignment_heading_leaves, public.own_setting_tables to evident_app;

create table public.assignment_drafts (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  revision uuid not null,
  content jsonb not null,
  saved_at timestamptz not null,
  set_aside_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, revision)
);
create index assignment_drafts_registration on public.assignment_drafts (organisation_id, registration_id);
comment on table public.assignment_drafts is 'What a candidate is writing. A second row of a registration means that two devices wrote at once; neither is ever removed, one is set aside by the candidate.';
select evident.protect('assignment_drafts', 'select, insert, update (revision, content, saved_at, set_aside_at)');

-- keys

alter table public.assignment_drafts add foreign key (organisation_id, registration_id) references public.registrations;

-- Unit 307: which heading can serve which criterion is the unit's, the wording is ours.

insert into public.assignment_headings values
  ('cg-5329-307', 1, 'roles', 1, 'Two roles', 'What the teacher does in assessing and what you do: what is alike, what differs, and why it is so.'),
  ('cg-5329-307', 1, 'kinds', 2, 'On the way and at the end', 'How assessment for learning differs from a test at the end, what marks it out, and how you find out and judge.'),
  ('cg-5329-307', 1, 'use', 3, 'What it is good for', 'What learners, teachers and you yourself gain from it, and how each plans ahead with it.'),
  ('cg-5329-307', 1, 'part', 4, 'My own part', 'A short reflection: what you found out about your own support, and what you changed.');

insert into public.assignment_heading_leaves values
  ('cg-5329-307', 1, 'roles', '1.1'),
  ('cg-5329-307', 1, 'kinds', '1.2'),
  ('cg-5329-307', 1, 'kinds', '1.3'),
  ('cg-5329-307', 1, 'kinds', '2.3'),
  ('cg-5329-307', 1, 'use', '1.4'),
  ('cg-5329-307', 1, 'use', '1.5a'),
  ('cg-5329-307', 1, 'use', '1.5b'),
  ('cg-5329-307', 1, 'use', '1.5c'),
  ('cg-5329-307', 1, 'part', '4.2');

insert into public.own_setting_tables values
  ('cg-5329-307', 1, 'two-roles', 'roles', '1.1', 'In my setting: what is alike, what differs', '{The teacher,Me,"Alike, or how it differs"}', '{"Before a lesson","While learners work","Judging and recording","Telling others"}'),
  ('cg-5329-307', 1, 'two-kinds', 'kinds', '1.2', 'In my setting: formative and summative', '{Formative,Summative}', '{When,"What for","Who uses it","An example from my setting"}');
