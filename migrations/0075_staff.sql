-- What staff are qualified for, and how they keep up.

create table public.staff_qualifications (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('d32_d33', 'a1', 'cava', 'd34', 'v1', 'iqa_award', 'teaching', 'occupational', 'other')),
  title text not null,
  awarded_on date,
  expires_on date,
  due_on date,
  entered_by uuid not null,
  entered_at timestamptz not null,
  checked_how text,
  checked_by uuid,
  checked_at timestamptz,
  withdrawn_reason text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  check ((awarded_on is null) <> (due_on is null)),
  check (expires_on is null or awarded_on <= expires_on),
  check (checked_by <> person_id)
);
create index staff_qualifications_person on public.staff_qualifications (organisation_id, person_id);
comment on table public.staff_qualifications is 'A qualification that one of the staff holds, or works towards until a day. It counts once somebody else has checked it, until it expires or is withdrawn.';
select evident.protect('staff_qualifications', 'select, insert, update (checked_how, checked_by, checked_at, withdrawn_reason, withdrawn_by, withdrawn_at)');

create table public.cpd_entries (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  done_on date not null,
  minutes integer not null check (minutes > 0),
  what text not null,
  learnt text not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id)
);
create index cpd_entries_person on public.cpd_entries (organisation_id, person_id);
comment on table public.cpd_entries is 'How one of the staff kept up: what they did, how long, and what they take from it. Each writes their own.';
select evident.protect('cpd_entries', 'select, insert, update (withdrawn_at)');

-- keys

alter table public.staff_qualifications add foreign key (organisation_id) references public.organisations;
alter table public.staff_qualifications add foreign key (organisation_id, person_id) references public.people;
alter table public.staff_qualifications add foreign key (organisation_id, entered_by) references public.people;
alter table public.staff_qualifications add foreign key (organisation_id, checked_by) references public.people;
alter table public.staff_qualifications add foreign key (organisation_id, withdrawn_by) references public.people;
alter table public.cpd_entries add foreign key (organisation_id) references public.organisations;
alter table public.cpd_entries add foreign key (organisation_id, person_id) references public.people;
