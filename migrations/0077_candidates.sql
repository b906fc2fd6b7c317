-- What a candidate says of herself before a unit begins, and the notices that she has read.

create table public.candidate_profiles (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  experience text not null,
  job text not null,
  setting text not null,
  needs text not null,
  written_at timestamptz not null,
  primary key (organisation_id, id)
);
create index candidate_profiles_candidate on public.candidate_profiles (organisation_id, candidate_id, written_at);
comment on table public.candidate_profiles is 'A candidate''s own words on her experience, job, setting, and the adjustments that she wants known. The last one holds.';
select evident.protect('candidate_profiles', 'select, insert');

create table public.skill_scan_lines (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  leaf_code text not null,
  answer text not null check (answer in ('can_do', 'partly', 'not_yet')),
  words text not null,
  said_at timestamptz not null,
  primary key (organisation_id, id)
);
create index skill_scan_lines_registration on public.skill_scan_lines (organisation_id, registration_id, said_at);
comment on table public.skill_scan_lines is 'Where a candidate sees herself, leaf by leaf, as context for planning. Never evidence. The last one of a leaf holds.';
select evident.protect('skill_scan_lines', 'select, insert');

create table public.prior_learning (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  what text not null,
  gained_in integer not null check (gained_in between 1950 and 2100),
  said_by uuid not null,
  said_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id)
);
create index prior_learning_registration on public.prior_learning (organisation_id, registration_id);
comment on table public.prior_learning is 'Earlier learning, noted as context. Recognising it is an assessor''s decision on evidence like any other.';
select evident.protect('prior_learning', 'select, insert, update (withdrawn_at)');

create table public.notices (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('appeals', 'privacy')),
  words text not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (organisation_id, id)
);
create index notices_kind on public.notices (organisation_id, kind, published_at);
comment on table public.notices is 'What a centre tells its candidates about appeals and about their data. The last of a kind holds.';
select evident.protect('notices', 'select, insert');

create table public.notice_acknowledgements (
  organisation_id uuid not null,
  notice_id uuid not null,
  candidate_id uuid not null,
  acknowledged_at timestamptz not null,
  primary key (organisation_id, notice_id, candidate_id)
);
comment on table public.notice_acknowledgements is 'A candidate has read this notice, word for word, on that day.';
select evident.protect('notice_acknowledgements', 'select, insert');

-- keys

alter table public.candidate_profiles add foreign key (organisation_id, candidate_id) references public.people;
alter table public.skill_scan_lines add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.prior_learning add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.prior_learning add foreign key (organisation_id, said_by) references public.people;
alter table public.notices add foreign key (organisation_id) references public.organisations;
alter table public.notices add foreign key (organisation_id, published_by) references public.people;
alter table public.notice_acknowledgements add foreign key (organisation_id, notice_id) references public.notices;
alter table public.notice_acknowledgements add foreign key (organisation_id, candidate_id) references public.people;
