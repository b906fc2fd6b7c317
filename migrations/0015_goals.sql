-- Learning goals, their success criteria, the learner's own words on a goal, and what a teacher marked as met.

create table public.learning_goals (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid,
  learner_id uuid,
  wording text not null,
  framework text,
  framework_version integer,
  statement_code text,
  set_by uuid not null,
  set_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (organisation_id, id),
  check ((group_id is null) <> (learner_id is null)),
  check ((statement_code is null) = (framework is null) and (statement_code is null) = (framework_version is null))
);
create index learning_goals_group on public.learning_goals (organisation_id, group_id) where group_id is not null;
create index learning_goals_learner on public.learning_goals (organisation_id, learner_id) where learner_id is not null;
comment on table public.learning_goals is 'A goal of a group or of one learner. A new wording is a new goal; the old one is closed.';
select evident.protect('learning_goals', 'select, insert, update (closed_at, closed_by)', true);

create table public.success_criteria (
  organisation_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  short_name text not null,
  child_text text not null,
  adult_text text,
  kind text not null check (kind in ('must', 'next', 'stretch')),
  position integer not null check (position between 1 and 4),
  primary key (organisation_id, id),
  unique (organisation_id, goal_id, position)
);
comment on table public.success_criteria is 'One to four per goal, in the child''s words, with a short name for columns.';
select evident.protect('success_criteria', 'select, insert', true);

create table public.learner_wordings (
  organisation_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  learner_id uuid not null,
  wording text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id)
);
create index learner_wordings_learner on public.learner_wordings (organisation_id, learner_id, goal_id, set_at desc);
create index learner_wordings_goal on public.learner_wordings (organisation_id, goal_id);
comment on table public.learner_wordings is 'Append-only. How a learner says the goal; the latest row holds.';
select evident.protect('learner_wordings', 'select, insert', true);

create table public.success_criterion_marks (
  organisation_id uuid not null,
  id uuid not null,
  criterion_id uuid not null,
  learner_id uuid not null,
  is_met boolean not null,
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (organisation_id, id)
);
create index success_criterion_marks_learner on public.success_criterion_marks (organisation_id, learner_id, criterion_id, marked_at desc, id desc);
create index success_criterion_marks_criterion on public.success_criterion_marks (organisation_id, criterion_id);
comment on table public.success_criterion_marks is 'Append-only. A teacher''s "met", or the undoing of one; the latest row holds.';
select evident.protect('success_criterion_marks', 'select, insert', true);

-- keys

alter table public.learning_goals add foreign key (organisation_id, group_id) references public.groups;
alter table public.learning_goals add foreign key (organisation_id, learner_id) references public.learners;
alter table public.learning_goals add foreign key (organisation_id, set_by) references public.people;
alter table public.learning_goals add foreign key (organisation_id, closed_by) references public.people;
alter table public.learning_goals add foreign key (framework, framework_version, statement_code) references public.framework_statements;
alter table public.success_criteria add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.learner_wordings add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.learner_wordings add foreign key (organisation_id, learner_id) references public.learners;
alter table public.learner_wordings add foreign key (organisation_id, set_by) references public.people;
alter table public.success_criterion_marks add foreign key (organisation_id, criterion_id) references public.success_criteria;
alter table public.success_criterion_marks add foreign key (organisation_id, learner_id) references public.learners;
alter table public.success_criterion_marks add foreign key (organisation_id, marked_by) references public.people;
