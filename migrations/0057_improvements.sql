-- Improvements: time given, a second attempt beside the first, and what changed in the learner's words.

create table public.improvements (
  organisation_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  corrects_id uuid,
  learner_id uuid not null,
  group_id uuid not null,
  session_id uuid not null,
  goal_id uuid not null,
  criterion_id uuid not null,
  feedback_id uuid not null,
  first_observation_id uuid,
  second_observation_id uuid not null,
  second_drawing jsonb,
  minutes integer check (minutes between 1 and 60),
  what_changed text,
  observed_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, corrects_id),
  check ((corrects_id is null) = (first_id = id))
);
create index improvements_learner on public.improvements (organisation_id, learner_id, observed_at desc);
create index improvements_session on public.improvements (organisation_id, session_id);
create index improvements_feedback on public.improvements (organisation_id, feedback_id);
create index improvements_first on public.improvements (organisation_id, first_id);
comment on table public.improvements is 'Append-only. Both attempts are observations: photos, words, help and judgements are theirs (a drawing is here), and an improvement stands while its second attempt stands.';
select evident.protect('improvements', 'select, insert', true);

create table public.improvement_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  improvement_id uuid not null,
  learner_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, improvement_id)
);
create index improvement_withdrawals_learner on public.improvement_withdrawals (organisation_id, learner_id);
comment on table public.improvement_withdrawals is 'Append-only. Improvements taken back, by the first row of each: all corrections go with it.';
select evident.protect('improvement_withdrawals', 'select, insert', true);

-- keys

alter table public.improvements add foreign key (organisation_id, first_id) references public.improvements;
alter table public.improvements add foreign key (organisation_id, corrects_id) references public.improvements;
alter table public.improvements add foreign key (organisation_id, learner_id) references public.learners;
alter table public.improvements add foreign key (organisation_id, group_id) references public.groups;
alter table public.improvements add foreign key (organisation_id, session_id) references public.sessions;
alter table public.improvements add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.improvements add foreign key (organisation_id, criterion_id) references public.success_criteria;
alter table public.improvements add foreign key (organisation_id, feedback_id) references public.feedback_given;
alter table public.improvements add foreign key (organisation_id, first_observation_id) references public.learner_observations;
alter table public.improvements add foreign key (organisation_id, second_observation_id) references public.learner_observations;
alter table public.improvements add foreign key (organisation_id, recorded_by) references public.people;
alter table public.improvement_withdrawals add foreign key (organisation_id, improvement_id) references public.improvements;
alter table public.improvement_withdrawals add foreign key (organisation_id, learner_id) references public.learners;
alter table public.improvement_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
