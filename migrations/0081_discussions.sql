-- Agendas of professional discussions, agreed by both before; items that were taken back at once; whose permission a sighting had.

create table public.discussion_agendas (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  points text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (organisation_id, id)
);
create index discussion_agendas_registration on public.discussion_agendas (organisation_id, registration_id);
comment on table public.discussion_agendas is 'Append-only. What candidate and assessor mean to talk about, leaf by leaf; points: canonical JSON.';
select evident.protect('discussion_agendas', 'select, insert');

create table public.discussion_agreements (
  organisation_id uuid not null,
  agenda_id uuid not null,
  agreed_by uuid not null,
  agreed_at timestamptz not null,
  primary key (organisation_id, agenda_id)
);
comment on table public.discussion_agreements is 'The other one''s yes to an agenda. A discussion that began before it is questioning.';
select evident.protect('discussion_agreements', 'select, insert');

create table public.evidence_withdrawals (
  organisation_id uuid not null,
  evidence_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, evidence_id)
);
comment on table public.evidence_withdrawals is 'Items taken back within moments of being handed in. Their references stay used.';
select evident.protect('evidence_withdrawals', 'select, insert');

alter table public.evidence_sightings add column permitted_by text not null default '', add column seen_as text not null default 'assessor' check (seen_as in ('assessor', 'iqa'));
comment on table public.evidence_sightings is 'The word of an assessor, or of the IQA, that she saw the record itself: where, on which day, and who at the school had allowed it.';

alter table public.evidence_versions add column is_own_work boolean not null default false;
comment on column public.evidence_versions.is_own_work is 'Who wrote it declared it to be their own work.';

-- keys

alter table public.discussion_agendas add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.discussion_agendas add foreign key (organisation_id, proposed_by) references public.people;
alter table public.discussion_agreements add foreign key (organisation_id, agenda_id) references public.discussion_agendas;
alter table public.discussion_agreements add foreign key (organisation_id, agreed_by) references public.people;
alter table public.evidence_withdrawals add foreign key (organisation_id, evidence_id) references public.evidence_items;
alter table public.evidence_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
