-- Letters between a school and a centre: what left, what it rests on, what came in, and whose keys are known.
-- Nothing here points across: an addressee is an id in a signed text, and no key and no join follows it.

create table public.letters_sent (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('descriptor', 'retraction')),
  addressee_organisation_id uuid not null,
  addressee_registration_id uuid not null,
  addressee_name text not null,
  retracts_id uuid,
  body text not null,
  body_hash bytea not null,
  signature bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  delivery text not null check (delivery in ('here', 'file')),
  delivered_at timestamptz,
  fault text,
  primary key (organisation_id, id),
  unique (organisation_id, retracts_id),
  check ((kind = 'retraction') = (retracts_id is not null))
);
create index letters_sent_waiting on public.letters_sent (organisation_id, written_at) where delivered_at is null and fault is null;
create index letters_sent_author on public.letters_sent (organisation_id, written_by);
comment on table public.letters_sent is 'A school''s out-register: each letter as it left (canonical JSON, its SHA-256, the school''s Ed25519 signature). Delivered here by the post, or as a file. A retraction names the letter it takes back.';
select evident.protect('letters_sent', 'select, insert, update (delivered_at, fault)');

create table public.letter_sources (
  organisation_id uuid not null,
  letter_id uuid not null,
  record_type text not null check (record_type in ('learner_observation', 'session')),
  record_id uuid not null,
  learner_id uuid not null,
  primary key (organisation_id, letter_id, record_id, learner_id)
);
create index letter_sources_learner on public.letter_sources (organisation_id, learner_id);
comment on table public.letter_sources is 'Which of the school''s records a letter rests on. It never leaves the school, and goes with the learner''s records when they are erased.';
select evident.protect('letter_sources', 'select, insert', true);

create table public.sender_keys (
  organisation_id uuid not null,
  public_key bytea not null,
  name text not null,
  confirmed_by uuid,
  confirmed_as text not null check (confirmed_as in ('installation', 'candidate', 'centre_administrator')),
  confirmed_at timestamptz not null,
  primary key (organisation_id, public_key)
);
comment on table public.sender_keys is 'Public keys of the schools whose letters a centre has taken: from this installation, or confirmed by a person who compared the fingerprint.';
select evident.protect('sender_keys', 'select, insert');

create table public.letters_received (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('descriptor', 'retraction')),
  registration_id uuid not null,
  retracts_id uuid,
  body text not null,
  signature bytea not null,
  sender_name text not null,
  sender_key bytea not null,
  delivery text not null check (delivery in ('here', 'file')),
  received_by uuid not null,
  received_at timestamptz not null,
  retracted_on date,
  primary key (organisation_id, id)
);
create index letters_received_retracts on public.letters_received (organisation_id, retracts_id);
comment on table public.letters_received is 'A centre''s in-register: letters as they came, signature checked. A descriptor is marked retracted by a retraction that bears the same key; the mark is found, never written. retracted_on is the day that a retraction names.';
select evident.protect('letters_received', 'select, insert');

-- keys

alter table public.letters_sent add foreign key (organisation_id) references public.organisations;
alter table public.letters_sent add foreign key (organisation_id, retracts_id) references public.letters_sent;
alter table public.letter_sources add foreign key (organisation_id, letter_id) references public.letters_sent;
alter table public.letters_received add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.letters_received add foreign key (organisation_id, sender_key) references public.sender_keys;
