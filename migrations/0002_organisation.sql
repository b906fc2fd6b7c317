-- What every organisation has: its settings and keys, its people with their roles, one-time links.

create table public.organisation_settings (
  organisation_id uuid primary key,
  erasures integer not null default 0,
  bridge_on_at timestamptz,
  bridge_on_by uuid
);
comment on table public.organisation_settings is 'One row per organisation. `erasures` rises with each erasure: devices then drop their caches. The bridge is off while bridge_on_at is empty.';
select evident.protect('organisation_settings', 'select, insert, update (erasures, bridge_on_at, bridge_on_by)');

create table public.organisation_keys (
  organisation_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('signing', 'sealing')),
  public_key bytea not null,
  private_key bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, purpose)
);
comment on table public.organisation_keys is 'Ed25519 for seals and letters (signing), P-256 for what devices seal to the organisation (sealing). Public: SPKI. Private: PKCS 8, encrypted with the installation''s secret.';
select evident.protect('organisation_keys', 'select, insert');

create table public.people (
  organisation_id uuid not null,
  id uuid not null,
  user_id uuid,
  name text not null,
  email text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, user_id),
  unique (organisation_id, email)
);
comment on table public.people is 'Adults of an organisation. user_id is empty until the invitation is accepted. Never a learner.';
select evident.protect('people', 'select, insert, update (user_id)');

create table public.role_holdings (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  from_on date not null,
  until_on date,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (organisation_id, id)
);
create index role_holdings_person on public.role_holdings (organisation_id, person_id);
comment on table public.role_holdings is 'Who holds which role from when until when; both days belong to it. A role that never came to hold ends the day before it begins.';
select evident.protect('role_holdings', 'select, insert, update (until_on)');

create table public.one_time_links (
  organisation_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('invitation', 'recovery')),
  person_id uuid not null,
  token_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash)
);
comment on table public.one_time_links is 'Invitations and recoveries. The administrator''s browser makes the token; only its SHA-256 is here.';
select evident.protect('one_time_links', 'select, insert, update (used_at)');

-- keys

alter table public.organisation_settings add foreign key (organisation_id) references public.organisations;
alter table public.organisation_keys add foreign key (organisation_id) references public.organisations;
alter table public.people add foreign key (organisation_id) references public.organisations;
alter table public.people add foreign key (user_id) references auth.users;
alter table public.role_holdings add foreign key (organisation_id, person_id) references public.people;
alter table public.one_time_links add foreign key (organisation_id, person_id) references public.people;
