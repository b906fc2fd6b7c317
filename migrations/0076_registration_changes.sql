-- What changed in a registration, from what to what, and why.

create table public.registration_changes (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  field text not null check (field in ('assessor', 'tutor', 'countersigner', 'iqa', 'site', 'ends_on')),
  was text,
  became text,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id, field)
);
create index registration_changes_registration on public.registration_changes (organisation_id, registration_id);
comment on table public.registration_changes is 'A part that passed to somebody else, another site, another end: as words, with the reason. One act may change several.';
select evident.protect('registration_changes', 'select, insert');

-- keys

alter table public.registration_changes add foreign key (organisation_id) references public.organisations;
alter table public.registration_changes add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.registration_changes add foreign key (organisation_id, changed_by) references public.people;
