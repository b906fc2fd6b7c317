-- Assessment plans: what a candidate and her assessor plan together, version by version; who signed which text; what was said afterwards.

create table public.plans (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  primary key (organisation_id, id)
);
create index plans_candidate on public.plans (organisation_id, candidate_id);
comment on table public.plans is 'Append-only. One thread of planning, review and feedback of one candidate, over one or several of her units.';
select evident.protect('plans', 'select, insert');

create table public.plan_versions (
  organisation_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  content text not null,
  content_hash text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, plan_id, version)
);
comment on table public.plan_versions is 'Append-only. A plan''s text in canonical form with its SHA-256; the highest version is the plan. It names no learner.';
select evident.protect('plan_versions', 'select, insert');

create table public.plan_units (
  organisation_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  registration_id uuid not null,
  primary key (organisation_id, plan_id, version, registration_id)
);
create index plan_units_registration on public.plan_units (organisation_id, registration_id);
comment on table public.plan_units is 'Append-only. The units that a version of a plan is for.';
select evident.protect('plan_units', 'select, insert');

create table public.plan_signatures (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  content_hash text not null,
  part text not null check (part in ('candidate', 'assessor')),
  signed_by uuid not null,
  signed_name text not null,
  signed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, plan_id, content_hash, part)
);
comment on table public.plan_signatures is 'Append-only. An act of signing one text of a plan. It counts while the plan has that text.';
select evident.protect('plan_signatures', 'select, insert');

create table public.plan_entries (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('review', 'feedback')),
  said_on date not null,
  words text not null,
  next_meeting_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, id)
);
create index plan_entries_plan on public.plan_entries (organisation_id, plan_id);
comment on table public.plan_entries is 'Append-only. Review and feedback in a plan''s thread, each with its author and day.';
select evident.protect('plan_entries', 'select, insert');

-- keys

alter table public.plans add foreign key (organisation_id, candidate_id) references public.people;
alter table public.plans add foreign key (organisation_id, begun_by) references public.people;
alter table public.plan_versions add foreign key (organisation_id, plan_id) references public.plans;
alter table public.plan_versions add foreign key (organisation_id, written_by) references public.people;
alter table public.plan_units add foreign key (organisation_id, plan_id, version) references public.plan_versions;
alter table public.plan_units add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.plan_signatures add foreign key (organisation_id, plan_id) references public.plans;
alter table public.plan_signatures add foreign key (organisation_id, signed_by) references public.people;
alter table public.plan_entries add foreign key (organisation_id, plan_id) references public.plans;
alter table public.plan_entries add foreign key (organisation_id, written_by) references public.people;
