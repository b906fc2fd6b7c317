-- Observations of learners: what was seen and heard beside a child, kept apart from what the adult makes of it.

create table public.learner_observations (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  group_id uuid not null,
  session_id uuid,
  goal_id uuid,
  criterion_id uuid,
  help_level text check (help_level in ('self', 'prompt', 'clue', 'model', 'correct')),
  response text check (response in ('secure', 'nearly', 'not_yet')),
  participation text check (participation in ('watching', 'joining', 'contributing', 'leading')),
  what_seen text,
  child_words text,
  my_view text,
  source text not null check (source in ('seen', 'heard', 'work_sample', 'self_report', 'peer_report')),
  photo_id uuid,
  corrects_id uuid,
  observed_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, corrects_id),
  check (criterion_id is null or goal_id is not null)
);
create index learner_observations_learner on public.learner_observations (organisation_id, learner_id, observed_at desc);
create index learner_observations_judged on public.learner_observations (organisation_id, learner_id, criterion_id, source, observed_at desc, id desc)
  where criterion_id is not null and response is not null and (help_level is not null or source = 'self_report');
create index learner_observations_latest on public.learner_observations (organisation_id, learner_id, criterion_id, observed_at desc, id desc) where criterion_id is not null;
create index learner_observations_participation on public.learner_observations (organisation_id, learner_id, observed_at desc, id desc) where participation is not null;
create index learner_observations_photo on public.learner_observations (organisation_id, photo_id) where photo_id is not null;
create index learner_observations_session on public.learner_observations (organisation_id, session_id) where session_id is not null;
comment on table public.learner_observations is 'Append-only. A correction is a new row that names the one it corrects; what was corrected or withdrawn is in no view of the child.';
select evident.protect('learner_observations', 'select, insert', true);

create table public.observation_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  observation_id uuid not null,
  learner_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, observation_id)
);
create index observation_withdrawals_learner on public.observation_withdrawals (organisation_id, learner_id);
comment on table public.observation_withdrawals is 'Append-only. Observations taken back: made on the wrong learner, or undone.';
select evident.protect('observation_withdrawals', 'select, insert', true);

-- keys

alter table public.learner_observations add foreign key (organisation_id, learner_id) references public.learners;
alter table public.learner_observations add foreign key (organisation_id, group_id) references public.groups;
alter table public.learner_observations add foreign key (organisation_id, session_id) references public.sessions;
alter table public.learner_observations add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.learner_observations add foreign key (organisation_id, criterion_id) references public.success_criteria;
alter table public.learner_observations add foreign key (organisation_id, photo_id) references public.photos;
alter table public.learner_observations add foreign key (organisation_id, corrects_id) references public.learner_observations;
alter table public.learner_observations add foreign key (organisation_id, recorded_by) references public.people;
alter table public.observation_withdrawals add foreign key (organisation_id, observation_id) references public.learner_observations;
alter table public.observation_withdrawals add foreign key (organisation_id, learner_id) references public.learners;
alter table public.observation_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
