-- Feedback given to a learner on one success criterion, and how the learner took it up.

create table public.feedback_given (
  organisation_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  corrects_id uuid,
  learner_id uuid not null,
  group_id uuid not null,
  session_id uuid not null,
  goal_id uuid not null,
  criterion_id uuid not null,
  did_well text not null,
  strategy text,
  to_develop text,
  next_action text not null,
  mode text not null check (mode in ('spoken', 'written', 'symbol', 'gesture')),
  is_private boolean not null,
  observed_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, corrects_id),
  check ((corrects_id is null) = (first_id = id))
);
create index feedback_given_learner on public.feedback_given (organisation_id, learner_id, observed_at desc);
create index feedback_given_session on public.feedback_given (organisation_id, session_id);
create index feedback_given_first on public.feedback_given (organisation_id, first_id);
comment on table public.feedback_given is 'Append-only. A correction is a new row that names the one it corrects and the first of them all. There is no column for a mark or a grade.';
select evident.protect('feedback_given', 'select, insert', true);

create table public.feedback_responses (
  organisation_id uuid not null,
  id uuid not null,
  feedback_id uuid not null,
  learner_id uuid not null,
  session_id uuid not null,
  response text check (response in ('said_back', 'acted', 'not_yet', 'upset')),
  observed_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index feedback_responses_feedback on public.feedback_responses (organisation_id, feedback_id, observed_at desc, id desc);
create index feedback_responses_learner on public.feedback_responses (organisation_id, learner_id);
comment on table public.feedback_responses is 'Append-only. How the learner took feedback up; the latest row holds, and one without a response takes it back. It names the first row of the feedback.';
select evident.protect('feedback_responses', 'select, insert', true);

create table public.feedback_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  feedback_id uuid not null,
  learner_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, feedback_id)
);
create index feedback_withdrawals_learner on public.feedback_withdrawals (organisation_id, learner_id);
comment on table public.feedback_withdrawals is 'Append-only. Feedback taken back, by the first row of it: all corrections go with it.';
select evident.protect('feedback_withdrawals', 'select, insert', true);

-- keys

alter table public.feedback_given add foreign key (organisation_id, first_id) references public.feedback_given;
alter table public.feedback_given add foreign key (organisation_id, corrects_id) references public.feedback_given;
alter table public.feedback_given add foreign key (organisation_id, learner_id) references public.learners;
alter table public.feedback_given add foreign key (organisation_id, group_id) references public.groups;
alter table public.feedback_given add foreign key (organisation_id, session_id) references public.sessions;
alter table public.feedback_given add foreign key (organisation_id, goal_id) references public.learning_goals;
alter table public.feedback_given add foreign key (organisation_id, criterion_id) references public.success_criteria;
alter table public.feedback_given add foreign key (organisation_id, recorded_by) references public.people;
alter table public.feedback_responses add foreign key (organisation_id, feedback_id) references public.feedback_given;
alter table public.feedback_responses add foreign key (organisation_id, learner_id) references public.learners;
alter table public.feedback_responses add foreign key (organisation_id, session_id) references public.sessions;
alter table public.feedback_responses add foreign key (organisation_id, recorded_by) references public.people;
alter table public.feedback_withdrawals add foreign key (organisation_id, feedback_id) references public.feedback_given;
alter table public.feedback_withdrawals add foreign key (organisation_id, learner_id) references public.learners;
alter table public.feedback_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
