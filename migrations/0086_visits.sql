-- Visits: what an assessor saw, moment by moment; what she claims from it; the candidate's comment; both signatures; the item that it became.

create table public.visits (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  plan_id uuid,
  place text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  learners text not null,
  entries text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index visits_candidate on public.visits (organisation_id, candidate_id);
comment on table public.visits is 'Append-only. One observation of a candidate: times, and what was seen, in canonical form. Learners are letters.';
select evident.protect('visits', 'select, insert');

create table public.visit_units (
  organisation_id uuid not null,
  visit_id uuid not null,
  registration_id uuid not null,
  primary key (organisation_id, visit_id, registration_id)
);
create index visit_units_registration on public.visit_units (organisation_id, registration_id);
comment on table public.visit_units is 'Append-only. The units that a visit may serve.';
select evident.protect('visit_units', 'select, insert');

create table public.visit_write_ups (
  organisation_id uuid not null,
  visit_id uuid not null,
  version integer not null,
  title text not null,
  claims text not null,
  good text not null,
  develop text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, visit_id, version)
);
comment on table public.visit_write_ups is 'Append-only. What the assessor claims after a visit, and her feedback; the highest version counts.';
select evident.protect('visit_write_ups', 'select, insert');

create table public.visit_comments (
  organisation_id uuid not null,
  visit_id uuid not null,
  version integer not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, visit_id, version)
);
comment on table public.visit_comments is 'Append-only. The candidate''s own view of a visit; the highest version counts.';
select evident.protect('visit_comments', 'select, insert');

create table public.visit_signatures (
  organisation_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  content_hash text not null,
  part text not null check (part in ('candidate', 'assessor')),
  signed_by uuid not null,
  signed_name text not null,
  signed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, visit_id, content_hash, part)
);
comment on table public.visit_signatures is 'Append-only. An act of signing what a visit says. It counts while the visit says that.';
select evident.protect('visit_signatures', 'select, insert');

create table public.visit_items (
  organisation_id uuid not null,
  visit_id uuid not null,
  evidence_id uuid not null,
  primary key (organisation_id, visit_id),
  unique (organisation_id, evidence_id)
);
comment on table public.visit_items is 'Append-only. The item of evidence that a visit became when both had signed.';
select evident.protect('visit_items', 'select, insert');

-- keys

alter table public.visits add foreign key (organisation_id, candidate_id) references public.people;
alter table public.visits add foreign key (organisation_id, recorded_by) references public.people;
alter table public.visits add foreign key (organisation_id, plan_id) references public.plans;
alter table public.visit_units add foreign key (organisation_id, visit_id) references public.visits;
alter table public.visit_units add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.visit_write_ups add foreign key (organisation_id, visit_id) references public.visits;
alter table public.visit_write_ups add foreign key (organisation_id, written_by) references public.people;
alter table public.visit_comments add foreign key (organisation_id, visit_id) references public.visits;
alter table public.visit_comments add foreign key (organisation_id, written_by) references public.people;
alter table public.visit_signatures add foreign key (organisation_id, visit_id) references public.visits;
alter table public.visit_signatures add foreign key (organisation_id, signed_by) references public.people;
alter table public.visit_items add foreign key (organisation_id, visit_id) references public.visits;
alter table public.visit_items add foreign key (organisation_id, evidence_id) references public.evidence_items;
