-- Talking about a goal: how a learner says it (words, drawing, symbols, first language), what was settled with each, examples of good and weaker work, and goals taken along.

alter table public.learner_wordings
  add column drawing jsonb,
  add column symbols text[] not null default '{}',
  add column language text,
  add column first_wording text,
  add column helped_by text,
  add check (wording <> '' or drawing is not null or symbols <> '{}' or first_wording is not null),
  add check ((language is null) = (first_wording is null));
comment on column public.learner_wordings.first_wording is 'The learner''s words in their first language, which `language` names; `helped_by` says who interpreted or wrote.';

create table public.learner_wording_withdrawals (
  organisation_id uuid not null,
  wording_id uuid not null,
  learner_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, wording_id)
);
create index learner_wording_withdrawals_learner on public.learner_wording_withdrawals (organisation_id, learner_id);
comment on table public.learner_wording_withdrawals is 'Append-only. A wording that was kept by mistake and taken back; the one before it holds.';
select evident.protect('learner_wording_withdrawals', 'select, insert', true);

create table public.goal_talks (
  organisation_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  learner_id uuid not null,
  session_id uuid,
  about text not null check (about in ('criterion', 'understood', 'agreed', 'helps', 'start')),
  criterion_id uuid,
  choice text,
  words text,
  observed_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  check (criterion_id is null or about = 'criterion'),
  check (words is null or about in ('helps', 'start')),
  check (choice is null
    or about = 'understood' and choice in ('said_back', 'example', 'pointed', 'unsure')
    or about = 'agreed' and choice in ('spoken', 'written', 'symbol', 'choice'))
);
create index goal_talks_learner on public.goal_talks (organisation_id, learner_id, goal_id, about, observed_at desc, id desc);
create index goal_talks_goal on public.goal_talks (organisation_id, goal_id);
create index goal_talks_session on public.goal_talks (organisation_id, session_id) where session_id is not null;
comment on table public.goal_talks is 'Append-only. One thing that was settled with one learner about a goal; per learner, goal and `about` the latest row holds, and an empty one says that nothing does.';
select evident.protect('goal_talks', 'select, insert', true);

create table public.goal_talk_withdrawals (
  organisation_id uuid not null,
  talk_id uuid not null,
  learner_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, talk_id)
);
create index goal_talk_withdrawals_learner on public.goal_talk_withdrawals (organisation_id, learner_id);
comment on table public.goal_talk_withdrawals is 'Append-only. What was noted by mistake and taken back; the row before it holds.';
select evident.protect('goal_talk_withdrawals', 'select, insert', true);

create table public.goal_examples (
  organisation_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  part text not null check (part in ('good', 'weaker', 'feature')),
  words text,
  drawing jsonb,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, id),
  check (words is not null or drawing is not null),
  check (part <> 'feature' or drawing is null)
);
create index goal_examples_goal on public.goal_examples (organisation_id, goal_id);
comment on table public.goal_examples is 'Append-only. A good and a weaker example of a goal, the latest of each; and the features that make it good, as the group named them. Made for showing: no child''s work, nobody''s name.';
select evident.protect('goal_examples', 'select, insert', true);

create table public.goal_example_withdrawals (
  organisation_id uuid not null,
  example_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, example_id)
);
comment on table public.goal_example_withdrawals is 'Append-only. An example or a feature that is shown no more.';
select evident.protect('goal_example_withdrawals', 'select, insert', true);

create table public.goal_travels (
  organisation_id uuid not null,
  goal_id uuid not null,
  from_goal_id uuid not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (organisation_id, goal_id)
);
create index goal_travels_from on public.goal_travels (organisation_id, from_goal_id);
comment on table public.goal_travels is 'A goal that was taken along: the new goal, and the one of the former group that it copies. What was seen stays with the former.';
select evident.protect('goal_travels', 'select, insert', true);

-- keys

alter table public.learner_wording_withdrawals add foreign key (organisation_id, wording_id) references public.learner_wordings;
alter table public.learner_wording_withdrawals add foreign key (organisation_id, learner_id) references public.learners;
alter table public.learner_wording_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
alter table public.goal_talks add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.goal_talks add foreign key (organisation_id, learner_id) references public.learners;
alter table public.goal_talks add foreign key (organisation_id, session_id) references public.sessions;
alter table public.goal_talks add foreign key (organisation_id, criterion_id) references public.success_criteria;
alter table public.goal_talks add foreign key (organisation_id, recorded_by) references public.people;
alter table public.goal_talk_withdrawals add foreign key (organisation_id, talk_id) references public.goal_talks;
alter table public.goal_talk_withdrawals add foreign key (organisation_id, learner_id) references public.learners;
alter table public.goal_talk_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
alter table public.goal_examples add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.goal_examples add foreign key (organisation_id, added_by) references public.people;
alter table public.goal_example_withdrawals add foreign key (organisation_id, example_id) references public.goal_examples;
alter table public.goal_example_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
alter table public.goal_travels add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.goal_travels add foreign key (organisation_id, from_goal_id) references public.learning_goals;
alter table public.goal_travels add foreign key (organisation_id, taken_by) references public.people;
