-- The audit trail: events that are never changed, their contents that can be erased, the seals over them, and who looked.

create table public.events (
  organisation_id uuid not null,
  id uuid not null,
  command text not null,
  version integer not null,
  person_id uuid not null,
  sent_on_by uuid,
  recorded_at timestamptz not null,
  content_hash bytea,
  written_in xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, id)
);
comment on table public.events is 'One row per accepted command, its id the command''s. Inserted before anything else of the command; content_hash (salted SHA-256) is written once, in the same transaction.';
alter table public.events enable row level security;
alter table public.events force row level security;
grant select, insert, update (content_hash) on public.events to evident_app;
create policy own_select on public.events for select to evident_app using (organisation_id = evident.organisation());
create policy own_insert on public.events for insert to evident_app with check (organisation_id = evident.organisation());
create policy own_update on public.events for update to evident_app
  using (organisation_id = evident.organisation() and content_hash is null)
  with check (organisation_id = evident.organisation() and content_hash is not null);

create table public.event_contents (
  organisation_id uuid not null,
  event_id uuid not null,
  content text not null,
  salt bytea not null,
  primary key (organisation_id, event_id)
);
comment on table public.event_contents is 'What an event said (who, as whom, command, input, output, versions), as the canonical JSON that was hashed. Erasing deletes the row; the event''s hash then says nothing.';
select evident.protect('event_contents', 'select, insert', true);

create table public.event_learners (
  organisation_id uuid not null,
  event_id uuid not null,
  learner_id uuid not null,
  primary key (organisation_id, learner_id, event_id)
);
comment on table public.event_learners is 'Which learners an event''s content is about, so that erasing finds it. It stays after an erasure: ids alone, and the reason why a content is missing.';
select evident.protect('event_learners', 'select, insert');

create table public.seals (
  organisation_id uuid not null,
  number integer not null,
  merkle_root bytea not null,
  events integer not null check (events > 0),
  previous_hash bytea,
  hash bytea not null,
  signature bytea not null,
  sealed_at timestamptz not null,
  primary key (organisation_id, number)
);
comment on table public.seals is 'A chain per organisation: each seal signs the Merkle root of a batch of events and the hash of the seal before it.';
select evident.protect('seals', 'select, insert');

create table public.sealed_events (
  organisation_id uuid not null,
  event_id uuid not null,
  seal_number integer not null,
  position integer not null,
  primary key (organisation_id, event_id),
  unique (organisation_id, seal_number, position)
);
comment on table public.sealed_events is 'Which event is which leaf of which seal.';
select evident.protect('sealed_events', 'select, insert');

create table public.erasures (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  reason text not null,
  erased_by uuid not null,
  erased_at timestamptz not null,
  records integer not null,
  primary key (organisation_id, id)
);
create index erasures_learner on public.erasures (organisation_id, learner_id);
comment on table public.erasures is 'The list of erasures, apart from what was erased, so that a restore can replay them. An id that names nobody any more, and why, who, when, how many records.';
select evident.protect('erasures', 'select, insert');

create table public.access_log (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  learner_id uuid not null,
  view text not null,
  looked_at timestamptz not null,
  primary key (organisation_id, id)
);
create index access_log_learner on public.access_log (organisation_id, learner_id, looked_at);
comment on table public.access_log is 'Who looked at which learner''s record, in which view, when.';
select evident.protect('access_log', 'select, insert');

-- keys

alter table public.event_contents add foreign key (organisation_id, event_id) references public.events;
alter table public.event_learners add foreign key (organisation_id, event_id) references public.events;
alter table public.sealed_events add foreign key (organisation_id, event_id) references public.events;
alter table public.sealed_events add foreign key (organisation_id, seal_number) references public.seals;
