-- Signing a unit off: signatures chained in the centre, what sampling said of a unit, and reopenings.

create table public.signature_chains (
  organisation_id uuid not null,
  last_number integer not null,
  last_hash text,
  primary key (organisation_id)
);
comment on table public.signature_chains is 'Number and hash of a centre''s last signature; the row that is locked while one is made.';
select evident.protect('signature_chains', 'select, insert, update (last_number, last_hash)');

create table public.signatures (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  number integer not null,
  role text not null check (role in ('candidate', 'assessor', 'countersigner', 'iqa', 'eqa')),
  is_by_trainee boolean not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  content_hash text not null,
  body text not null,
  body_hash text not null check (body_hash ~ '^[0-9a-f]{64}$'),
  signature bytea not null,
  primary key (organisation_id, id),
  unique (organisation_id, number)
);
create index signatures_registration on public.signatures (organisation_id, registration_id);
create index signatures_signer on public.signatures (organisation_id, signed_by);
comment on table public.signatures is 'Append-only. body: the canonical JSON that the centre''s key signed, with the hash of the content and the hashes of the signatures before it in the unit and in the centre. What was signed lies in signed_contents. Whether one stands is found by comparing hashes, never written.';
select evident.protect('signatures', 'select, insert');

create table public.signed_contents (
  organisation_id uuid not null,
  registration_id uuid not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  content text not null,
  primary key (organisation_id, registration_id, content_hash)
);
comment on table public.signed_contents is 'A unit''s canonical content as it was when somebody signed it, once for all who signed the same: what a later content is compared with.';
select evident.protect('signed_contents', 'select, insert');

create table public.sampling_marks (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  verifier text not null check (verifier in ('iqa', 'eqa')),
  state text not null check (state in ('sampled', 'agreed', 'action', 'withdrawn')),
  verifier_id uuid not null,
  ends_at timestamptz,
  marked_at timestamptz not null,
  primary key (organisation_id, id)
);
create index sampling_marks_registration on public.sampling_marks (organisation_id, registration_id);
create index sampling_marks_verifier on public.sampling_marks (organisation_id, verifier_id);
comment on table public.sampling_marks is 'What a verifier said of a unit; the last one of each kind holds, and none means not sampled. verifier_id: who may sign; ends_at: until when an external verifier''s account is open, after that the mark counts as withdrawn.';
select evident.protect('sampling_marks', 'select, insert');

create table public.sign_off_reopenings (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  reason text not null,
  reopened_by uuid not null,
  reopened_at timestamptz not null,
  primary key (organisation_id, id)
);
create index sign_off_reopenings_registration on public.sign_off_reopenings (organisation_id, registration_id);
comment on table public.sign_off_reopenings is 'An assessor reopened a signed unit, and why: what was signed before stands no longer.';
select evident.protect('sign_off_reopenings', 'select, insert');

-- keys

alter table public.signature_chains add foreign key (organisation_id) references public.organisations;
alter table public.signatures add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.signed_contents add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.signatures add foreign key (organisation_id, registration_id, content_hash) references public.signed_contents;
alter table public.signatures add foreign key (organisation_id, signed_by) references public.people;
alter table public.sampling_marks add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.sampling_marks add foreign key (organisation_id, verifier_id) references public.people;
alter table public.sign_off_reopenings add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.sign_off_reopenings add foreign key (organisation_id, reopened_by) references public.people;
