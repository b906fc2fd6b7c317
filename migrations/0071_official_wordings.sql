-- The official wording of a unit, as a centre loaded it under its own licence. Beside our labels, never in their place, and nobody else's.

create table public.official_wordings (
  organisation_id uuid not null,
  id uuid not null,
  pack_code text not null,
  pack_version integer not null,
  number integer not null,
  source text not null,
  loaded_by uuid not null,
  loaded_at timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, pack_code, pack_version, number),
  check ((taken_back_by is null) = (taken_back_at is null))
);
comment on table public.official_wordings is 'One loading of a unit''s official wording: where it is from, who loaded it when. A later number goes before an earlier one; one that was taken back is kept and not used.';
select evident.protect('official_wordings', 'select, insert, update (taken_back_by, taken_back_at)');

create table public.official_wording_lines (
  organisation_id uuid not null,
  wording_id uuid not null,
  code text not null,
  text text not null,
  primary key (organisation_id, wording_id, code)
);
comment on table public.official_wording_lines is 'The words of one loading, by code: an outcome (1), a criterion of several parts (3.4), or what is decided (3.4d).';
select evident.protect('official_wording_lines', 'select, insert');

create table public.official_wording_uses (
  organisation_id uuid not null,
  registration_id uuid not null,
  wording_id uuid not null,
  used_at timestamptz not null,
  primary key (organisation_id, registration_id)
);
create index official_wording_uses_wording on public.official_wording_uses (organisation_id, wording_id);
comment on table public.official_wording_uses is 'Under which loading a registration''s unit was first signed. It keeps that wording, and the wording cannot be taken back.';
select evident.protect('official_wording_uses', 'select, insert');

-- keys

alter table public.official_wordings add foreign key (pack_code, pack_version) references public.standard_packs;
alter table public.official_wordings add foreign key (organisation_id, loaded_by) references public.people;
alter table public.official_wordings add foreign key (organisation_id, taken_back_by) references public.people;
alter table public.official_wording_lines add foreign key (organisation_id, wording_id) references public.official_wordings;
alter table public.official_wording_uses add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.official_wording_uses add foreign key (organisation_id, wording_id) references public.official_wordings;
