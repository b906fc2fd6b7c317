-- Who is being assessed on which unit by whom.

create table public.registrations (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  candidate_number text not null,
  assessor_id uuid not null,
  pack_code text not null,
  pack_version integer not null,
  registered_on date not null,
  ends_on date,
  registered_by uuid not null,
  registered_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, candidate_id, pack_code),
  check (candidate_id <> assessor_id),
  check (ends_on is null or registered_on <= ends_on)
);
create index registrations_assessor on public.registrations (organisation_id, assessor_id);
comment on table public.registrations is 'A candidate on a unit with an assessor. It keeps the version of the standard that it began with.';
select evident.protect('registrations', 'select, insert');

-- keys

alter table public.registrations add foreign key (organisation_id) references public.organisations;
alter table public.registrations add foreign key (pack_code, pack_version) references public.standard_packs;
alter table public.registrations add foreign key (organisation_id, candidate_id) references public.people;
alter table public.registrations add foreign key (organisation_id, assessor_id) references public.people;
alter table public.registrations add foreign key (organisation_id, registered_by) references public.people;
