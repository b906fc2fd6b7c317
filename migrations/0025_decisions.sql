-- An assessor's decisions, one per leaf and half, never overwritten.

create table public.decision_counters (
  organisation_id uuid not null,
  registration_id uuid not null,
  last_number integer not null,
  primary key (organisation_id, registration_id)
);
comment on table public.decision_counters is 'The last decision''s number per registration: their order, and the row that is locked while one is written.';
select evident.protect('decision_counters', 'select, insert, update (last_number)');

create table public.decisions (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  number integer not null,
  leaf_code text not null,
  half text not null check (half in ('observed', 'knowledge')),
  outcome text not null check (outcome in ('met', 'more_evidence_needed', 'reopened')),
  reason text,
  action text,
  action_by date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, registration_id, number),
  check (outcome <> 'more_evidence_needed' or (reason is not null and action is not null and action_by is not null))
);
comment on table public.decisions is 'Per leaf and half the one with the highest number stands. Undo is another decision: reopened.';
select evident.protect('decisions', 'select, insert');

create table public.decision_evidence (
  organisation_id uuid not null,
  decision_id uuid not null,
  evidence_id uuid not null,
  primary key (organisation_id, decision_id, evidence_id)
);
comment on table public.decision_evidence is 'The evidence that a decision rested on when it was made.';
select evident.protect('decision_evidence', 'select, insert');

-- keys

alter table public.decision_counters add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.decisions add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.decisions add foreign key (organisation_id, decided_by) references public.people;
alter table public.decision_evidence add foreign key (organisation_id, decision_id) references public.decisions;
alter table public.decision_evidence add foreign key (organisation_id, evidence_id) references public.evidence_items;
