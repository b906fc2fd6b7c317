-- A candidate's evidence: items under references that never change, what each claims, and where it was seen.

create table public.evidence_counters (
  organisation_id uuid not null,
  candidate_id uuid not null,
  method text not null,
  last_number integer not null,
  primary key (organisation_id, candidate_id, method)
);
comment on table public.evidence_counters is 'The last number given per candidate and method; the row that is locked while a reference is given.';
select evident.protect('evidence_counters', 'select, insert, update (last_number)');

create table public.evidence_items (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  method text not null check (method in ('O', 'Q', 'A', 'PE', 'WT', 'PD', 'RA')),
  number integer not null,
  title text not null,
  occurred_on date not null,
  note text not null,
  letter_id uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, candidate_id, method, number),
  unique (organisation_id, letter_id)
);
comment on table public.evidence_items is 'One item of evidence of one candidate; its reference (PE-01) is method and number, in every unit the same, and never used again. A descriptor''s text lies in its letter.';
select evident.protect('evidence_items', 'select, insert');

create table public.evidence_claims (
  organisation_id uuid not null,
  registration_id uuid not null,
  evidence_id uuid not null,
  leaf_code text not null,
  claimed_by uuid not null,
  claimed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, registration_id, evidence_id, leaf_code)
);
create index evidence_claims_item on public.evidence_claims (organisation_id, evidence_id);
comment on table public.evidence_claims is 'Which leaves of which registration an item is said to show. The events keep who said so when.';
select evident.protect('evidence_claims', 'select, insert, update (claimed_by, claimed_at, withdrawn_at)');

create table public.evidence_sightings (
  organisation_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  seen_where text not null,
  seen_on date not null,
  seen_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index evidence_sightings_item on public.evidence_sightings (organisation_id, evidence_id);
comment on table public.evidence_sightings is 'An assessor''s word that she saw the record itself: where and on which day.';
select evident.protect('evidence_sightings', 'select, insert');

-- keys

alter table public.evidence_counters add foreign key (organisation_id, candidate_id) references public.people;
alter table public.evidence_items add foreign key (organisation_id, candidate_id) references public.people;
alter table public.evidence_items add foreign key (organisation_id, letter_id) references public.letters_received;
alter table public.evidence_claims add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.evidence_claims add foreign key (organisation_id, evidence_id) references public.evidence_items;
alter table public.evidence_sightings add foreign key (organisation_id, evidence_id) references public.evidence_items;
alter table public.evidence_sightings add foreign key (organisation_id, seen_by) references public.people;
