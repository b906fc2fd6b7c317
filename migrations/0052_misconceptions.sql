-- Misconceptions under one name everywhere in a school, and the hinge questions whose wrong options each give one away.

create table public.misconceptions (
  organisation_id uuid not null,
  id uuid not null,
  framework text,
  framework_version integer,
  statement_code text,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, id),
  check ((statement_code is null) = (framework is null) and (statement_code is null) = (framework_version is null))
);
comment on table public.misconceptions is 'Append-only. A misconception of a framework statement. One that comes with the product gets its row when the school first names it.';
select evident.protect('misconceptions', 'select, insert');

create table public.misconception_wordings (
  organisation_id uuid not null,
  id uuid not null,
  misconception_id uuid not null,
  wording text not null,
  is_retired boolean not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id)
);
create index misconception_wordings_last on public.misconception_wordings (organisation_id, misconception_id, set_at desc, id desc);
comment on table public.misconception_wordings is 'Append-only. What a misconception is called, and whether it is offered; the latest row holds, in old records too.';
select evident.protect('misconception_wordings', 'select, insert');

create table public.hinge_questions (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  framework text,
  framework_version integer,
  statement_code text,
  question text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  check ((statement_code is null) = (framework is null) and (statement_code is null) = (framework_version is null))
);
create index hinge_questions_group on public.hinge_questions (organisation_id, group_id);
create index hinge_questions_statement on public.hinge_questions (organisation_id, framework, framework_version, statement_code);
comment on table public.hinge_questions is 'Append-only. A question of a few options, made for a group and used again wherever its statement is the goal''s. It names no learner.';
select evident.protect('hinge_questions', 'select, insert');

create table public.hinge_options (
  organisation_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  position integer not null check (position between 1 and 5),
  wording text not null,
  is_right boolean not null,
  misconception_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, question_id, position),
  check (is_right = (misconception_id is null))
);
create index hinge_options_misconception on public.hinge_options (organisation_id, misconception_id) where misconception_id is not null;
comment on table public.hinge_options is 'Append-only. One right option to a question; each wrong one gives a misconception away.';
select evident.protect('hinge_options', 'select, insert');

create table public.hinge_retirements (
  organisation_id uuid not null,
  question_id uuid not null,
  retired_by uuid not null,
  retired_at timestamptz not null,
  primary key (organisation_id, question_id)
);
comment on table public.hinge_retirements is 'Append-only. Hinge questions that are offered no more; what was answered stays.';
select evident.protect('hinge_retirements', 'select, insert');

-- keys

alter table public.misconceptions add foreign key (organisation_id, added_by) references public.people;
alter table public.misconceptions add foreign key (framework, framework_version, statement_code) references public.framework_statements;
alter table public.misconception_wordings add foreign key (organisation_id, misconception_id) references public.misconceptions;
alter table public.misconception_wordings add foreign key (organisation_id, set_by) references public.people;
alter table public.hinge_questions add foreign key (organisation_id, group_id) references public.groups;
alter table public.hinge_questions add foreign key (organisation_id, made_by) references public.people;
alter table public.hinge_questions add foreign key (framework, framework_version, statement_code) references public.framework_statements;
alter table public.hinge_options add foreign key (organisation_id, question_id) references public.hinge_questions;
alter table public.hinge_options add foreign key (organisation_id, misconception_id) references public.misconceptions;
alter table public.hinge_retirements add foreign key (organisation_id, question_id) references public.hinge_questions;
alter table public.hinge_retirements add foreign key (organisation_id, retired_by) references public.people;
