-- Files of a portfolio: what was begun, what came in whole, which bytes are kept, who put a file aside or purged it, and which item it belongs to.

create table public.uploads (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  candidate_id uuid not null,
  name text not null,
  size bigint not null check (size > 0),
  begun_by uuid not null,
  begun_at timestamptz not null,
  primary key (organisation_id, id)
);
create index uploads_registration on public.uploads (organisation_id, registration_id);
comment on table public.uploads is 'A file that somebody began to upload, having declared that it is no recording of a child.';
select evident.protect('uploads', 'select, insert');

create table public.upload_contents (
  organisation_id uuid not null,
  upload_id uuid not null,
  type text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  primary key (organisation_id, upload_id)
);
comment on table public.upload_contents is 'What came in whole: its type by its content, its SHA-256. It stays when the bytes are purged.';
select evident.protect('upload_contents', 'select, insert');

create table public.upload_copies (
  organisation_id uuid not null,
  upload_id uuid not null,
  kind text not null check (kind in ('original', 'shown')),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  primary key (organisation_id, upload_id, kind)
);
create index upload_copies_file on public.upload_copies (organisation_id, file_hash);
comment on table public.upload_copies is 'The bytes in the file store: the original, and of a picture the copy without metadata that is shown. Deleted when purged.';
select evident.protect('upload_copies', 'select, insert, delete');

create table public.upload_acts (
  organisation_id uuid not null,
  id uuid not null,
  upload_id uuid not null,
  act text not null check (act in ('quarantined', 'released', 'purged')),
  reason text not null,
  acted_by uuid not null,
  acted_at timestamptz not null,
  primary key (organisation_id, id)
);
create index upload_acts_upload on public.upload_acts (organisation_id, upload_id, acted_at);
comment on table public.upload_acts is 'Append-only. Who put a file aside, let it be seen again, or purged its bytes, and why. The last act of a file counts.';
select evident.protect('upload_acts', 'select, insert');

create table public.evidence_files (
  organisation_id uuid not null,
  evidence_id uuid not null,
  version integer not null,
  position integer not null,
  upload_id uuid not null,
  primary key (organisation_id, evidence_id, version, position)
);
create index evidence_files_upload on public.evidence_files (organisation_id, upload_id);
comment on table public.evidence_files is 'Append-only. Which files belong to which version of an item.';
select evident.protect('evidence_files', 'select, insert');

-- keys

alter table public.uploads add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.uploads add foreign key (organisation_id, candidate_id) references public.people;
alter table public.uploads add foreign key (organisation_id, begun_by) references public.people;
alter table public.upload_contents add foreign key (organisation_id, upload_id) references public.uploads;
alter table public.upload_copies add foreign key (organisation_id, upload_id) references public.uploads;
alter table public.upload_acts add foreign key (organisation_id, upload_id) references public.uploads;
alter table public.upload_acts add foreign key (organisation_id, acted_by) references public.people;
alter table public.evidence_files add foreign key (organisation_id, evidence_id, version) references public.evidence_versions;
alter table public.evidence_files add foreign key (organisation_id, upload_id) references public.uploads;
