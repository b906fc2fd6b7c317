-- Portfolios that came from another centre as a file: checked once, kept as they came, and given out again byte for byte.

create table public.brought_portfolios (
  organisation_id uuid not null,
  id uuid not null,
  origin_registration_id uuid not null,
  centre_name text not null,
  centre_key bytea not null,
  candidate_name text not null,
  candidate_number text not null,
  unit_number text not null,
  unit_title text not null,
  content_hash bytea not null,
  manifest text not null,
  manifest_signature text not null,
  manifest_hash bytea not null,
  candidate_id uuid,
  brought_by uuid,
  brought_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, manifest_hash)
);
comment on table public.brought_portfolios is 'A unit of a portfolio that another centre made and sealed: its manifest with that centre’s signature, and whose it is. It is read, never changed; brought_by is null when it was brought at the terminal of the machine; candidate_id is the person here whom the administrator knows it to be of.';
select evident.protect('brought_portfolios', 'select, insert');

create table public.brought_entries (
  organisation_id uuid not null,
  portfolio_id uuid not null,
  position integer not null,
  path text not null,
  size integer not null,
  file_hash text not null,
  primary key (organisation_id, portfolio_id, position)
);
comment on table public.brought_entries is 'What lies in a brought portfolio, in the order of its manifest; the bytes are among the organisation’s files.';
select evident.protect('brought_entries', 'select, insert');

-- keys

alter table public.brought_portfolios add foreign key (organisation_id, candidate_id) references public.people;
alter table public.brought_portfolios add foreign key (organisation_id, brought_by) references public.people;
alter table public.brought_entries add foreign key (organisation_id, portfolio_id) references public.brought_portfolios;
