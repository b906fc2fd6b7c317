-- Further units of the candidate that an agenda speaks of: one talk may show criteria of several.

create table public.discussion_agenda_units (
  organisation_id uuid not null,
  agenda_id uuid not null,
  registration_id uuid not null,
  primary key (organisation_id, agenda_id, registration_id)
);
create index discussion_agenda_units_registration on public.discussion_agenda_units (organisation_id, registration_id);
comment on table public.discussion_agenda_units is 'Append-only. Units beside its own of which an agenda names criteria: of the same candidate, with the same assessor.';
select evident.protect('discussion_agenda_units', 'select, insert');

-- keys

alter table public.discussion_agenda_units add foreign key (organisation_id, agenda_id) references public.discussion_agendas;
alter table public.discussion_agenda_units add foreign key (organisation_id, registration_id) references public.registrations;
