-- How something was found out: an observation's technique, misconception and answer to a hinge question; and the school's quick phrases.

alter table public.learner_observations add column misconception_id uuid;
alter table public.learner_observations add column technique text;
alter table public.learner_observations add column hinge_option_id uuid;
alter table public.learner_observations add column is_sure boolean;
create index learner_observations_technique on public.learner_observations (organisation_id, group_id, observed_at desc, id desc) where technique is not null;
create index learner_observations_misconception on public.learner_observations (organisation_id, misconception_id) where misconception_id is not null;
create index learner_observations_hinge on public.learner_observations (organisation_id, hinge_option_id) where hinge_option_id is not null;
comment on column public.learner_observations.technique is 'How it was found out. With nothing else noted: it was tried and told nothing.';
comment on column public.learner_observations.is_sure is 'How sure the learner said they were of their answer to the hinge question; null when nobody asked.';

create table public.phrase_lists (
  organisation_id uuid not null,
  id uuid not null,
  phrases text[] not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id)
);
create index phrase_lists_last on public.phrase_lists (organisation_id, set_at desc, id desc);
comment on table public.phrase_lists is 'Append-only. Quick phrases for what was seen, in their order; the list set last holds. They name no learner.';
select evident.protect('phrase_lists', 'select, insert');

-- keys

alter table public.learner_observations add foreign key (organisation_id, misconception_id) references public.misconceptions;
alter table public.learner_observations add foreign key (organisation_id, hinge_option_id) references public.hinge_options;
alter table public.phrase_lists add foreign key (organisation_id, set_by) references public.people;
