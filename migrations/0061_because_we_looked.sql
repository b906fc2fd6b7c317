-- Because we looked: from a session, in one sentence, what changed for whom.

create table public.looked_examples (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  group_id uuid not null,
  learner_id uuid,
  wording text not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index looked_examples_kept_by on public.looked_examples (organisation_id, kept_by, kept_at desc);
create index looked_examples_learner on public.looked_examples (organisation_id, learner_id) where learner_id is not null;
comment on table public.looked_examples is 'Append-only. What changed because somebody looked: about one learner, or naming nobody. Its author''s alone.';
select evident.protect('looked_examples', 'select, insert', true);

create table public.looked_example_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  example_id uuid not null,
  learner_id uuid,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, example_id)
);
create index looked_example_withdrawals_learner on public.looked_example_withdrawals (organisation_id, learner_id) where learner_id is not null;
comment on table public.looked_example_withdrawals is 'Append-only. Examples that their author took back.';
select evident.protect('looked_example_withdrawals', 'select, insert', true);

-- keys

alter table public.looked_examples add foreign key (organisation_id, session_id) references public.sessions;
alter table public.looked_examples add foreign key (organisation_id, group_id) references public.groups;
alter table public.looked_examples add foreign key (organisation_id, learner_id) references public.learners;
alter table public.looked_examples add foreign key (organisation_id, kept_by) references public.people;
alter table public.looked_example_withdrawals add foreign key (organisation_id, example_id) references public.looked_examples;
alter table public.looked_example_withdrawals add foreign key (organisation_id, learner_id) references public.learners;
