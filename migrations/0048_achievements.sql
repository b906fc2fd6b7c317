-- Achievements: a log per learner in the learner's own words; what offered an entry, and offers that were not taken.

create table public.achievements (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  words text not null,
  voice text not null check (voice in ('child', 'together')),
  source text not null check (source in ('own', 'met', 'improvement', 'quote')),
  source_id uuid,
  achieved_on date not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  check ((source = 'own') = (source_id is null))
);
create index achievements_learner on public.achievements (organisation_id, learner_id, achieved_on desc);
comment on table public.achievements is 'Append-only. What a learner is proud of. source_id names the success criterion met, the improvement or the observation that offered it: an entry is in no view once that was taken back.';
select evident.protect('achievements', 'select, insert', true);

create table public.achievement_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  learner_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, achievement_id)
);
create index achievement_withdrawals_learner on public.achievement_withdrawals (organisation_id, learner_id);
comment on table public.achievement_withdrawals is 'Append-only. Entries taken out of a learner''s log.';
select evident.protect('achievement_withdrawals', 'select, insert', true);

create table public.achievement_declines (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  source text not null check (source in ('met', 'improvement', 'quote')),
  source_id uuid not null,
  is_declined boolean not null,
  declined_by uuid not null,
  declined_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index achievement_declines_learner on public.achievement_declines (organisation_id, learner_id);
comment on table public.achievement_declines is 'Append-only. An offer that was not taken does not come back; the latest row of a source holds.';
select evident.protect('achievement_declines', 'select, insert', true);

-- keys

alter table public.achievements add foreign key (organisation_id, learner_id) references public.learners;
alter table public.achievements add foreign key (organisation_id, kept_by) references public.people;
alter table public.achievement_withdrawals add foreign key (organisation_id, achievement_id) references public.achievements;
alter table public.achievement_withdrawals add foreign key (organisation_id, learner_id) references public.learners;
alter table public.achievement_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
alter table public.achievement_declines add foreign key (organisation_id, learner_id) references public.learners;
alter table public.achievement_declines add foreign key (organisation_id, declined_by) references public.people;
