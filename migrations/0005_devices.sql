-- Devices: browsers where people keep entries and a PIN, the public keys by which the server knows what they sign there.

create table public.devices (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  first_seen_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (organisation_id, id)
);
comment on table public.devices is 'A browser on a machine that people of the organisation signed in on. The browser made the id. Revoked: no PIN opens a session there any more.';
select evident.protect('devices', 'select, insert, update (name, revoked_at, revoked_by)');

create table public.device_people (
  organisation_id uuid not null,
  device_id uuid not null,
  person_id uuid not null,
  full_sign_in_at timestamptz not null,
  primary key (organisation_id, device_id, person_id)
);
comment on table public.device_people is 'Who signed in fully on which device, and when last: for the rest of that day their PIN opens a session there.';
select evident.protect('device_people', 'select, insert, update (full_sign_in_at)');

create table public.device_keys (
  organisation_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  person_id uuid not null,
  public_key bytea not null,
  added_at timestamptz not null,
  primary key (organisation_id, id)
);
comment on table public.device_keys is 'Public keys (P-256, SPKI) of a person on a device, one for each time their secrets were made. They check entries that are sent on, and PIN sign-ins. The private ones never leave the device.';
select evident.protect('device_keys', 'select, insert');

alter table auth.sessions add column device_id uuid;
comment on column auth.sessions.device_id is 'The device whose PIN opened the session; empty after a full sign-in.';

-- keys

alter table public.device_people add foreign key (organisation_id, device_id) references public.devices;
alter table public.device_people add foreign key (organisation_id, person_id) references public.people;
alter table public.device_keys add foreign key (organisation_id, device_id) references public.devices;
alter table public.device_keys add foreign key (organisation_id, person_id) references public.people;
