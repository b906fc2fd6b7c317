-- Testimonies: what a witness is asked for, what they wrote and signed, what they took back, and how the assessor confirmed it.

create table public.testimony_requests (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  candidate_id uuid not null,
  activity text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (organisation_id, id)
);
create index testimony_requests_candidate on public.testimony_requests (organisation_id, candidate_id);
comment on table public.testimony_requests is 'An assessor asks a witness of a candidate for a statement about one activity.';
select evident.protect('testimony_requests', 'select, insert');

create table public.testimony_request_leaves (
  organisation_id uuid not null,
  request_id uuid not null,
  registration_id uuid not null,
  leaf_code text not null,
  primary key (organisation_id, request_id, registration_id, leaf_code)
);
create index testimony_request_leaves_registration on public.testimony_request_leaves (organisation_id, registration_id);
comment on table public.testimony_request_leaves is 'For which leaves the assessor will claim the statement, in any number of units. The witness is not shown them.';
select evident.protect('testimony_request_leaves', 'select, insert');

create table public.testimony_links (
  organisation_id uuid not null,
  link_id uuid not null,
  request_id uuid not null,
  primary key (organisation_id, link_id)
);
create index testimony_links_request on public.testimony_links (organisation_id, request_id);
comment on table public.testimony_links is 'Which request a witness''s link is for; a fresh one shuts those before it.';
select evident.protect('testimony_links', 'select, insert');

create table public.testimony_cancellations (
  organisation_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  reason text not null,
  cancelled_by uuid not null,
  cancelled_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_id)
);
comment on table public.testimony_cancellations is 'A request that was taken back before it was answered.';
select evident.protect('testimony_cancellations', 'select, insert');

create table public.testimonies (
  organisation_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  evidence_id uuid not null,
  link_id uuid not null,
  signed_name text not null,
  signed_position text not null,
  content_hash bytea not null,
  signed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_id),
  unique (organisation_id, evidence_id)
);
comment on table public.testimonies is 'A statement as its witness signed it; the words are the evidence item''s record, of which content_hash is the SHA-256 together with name, position and moment. Never changed by anybody.';
select evident.protect('testimonies', 'select, insert');

create table public.testimony_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  testimony_id uuid not null,
  link_id uuid not null,
  reason text not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, testimony_id)
);
comment on table public.testimony_withdrawals is 'A statement that its witness took back, and why. The words stay; it closes nothing any more, and after the unit''s claim it is a mark.';
select evident.protect('testimony_withdrawals', 'select, insert');

create table public.testimony_confirmations (
  organisation_id uuid not null,
  id uuid not null,
  testimony_id uuid not null,
  how text not null check (how in ('telephone', 'in_person', 'video_call')),
  confirmed_on date not null,
  words text not null,
  confirmed_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index testimony_confirmations_testimony on public.testimony_confirmations (organisation_id, testimony_id);
comment on table public.testimony_confirmations is 'An assessor spoke with the witness, who confirmed the statement: how, on which day, what was said.';
select evident.protect('testimony_confirmations', 'select, insert');

-- keys

alter table public.testimony_requests add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.testimony_requests add foreign key (organisation_id, candidate_id) references public.people;
alter table public.testimony_requests add foreign key (organisation_id, asked_by) references public.people;
alter table public.testimony_request_leaves add foreign key (organisation_id, request_id) references public.testimony_requests;
alter table public.testimony_request_leaves add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.testimony_links add foreign key (organisation_id, link_id) references public.witness_links;
alter table public.testimony_links add foreign key (organisation_id, request_id) references public.testimony_requests;
alter table public.testimony_cancellations add foreign key (organisation_id, request_id) references public.testimony_requests;
alter table public.testimony_cancellations add foreign key (organisation_id, cancelled_by) references public.people;
alter table public.testimonies add foreign key (organisation_id, request_id) references public.testimony_requests;
alter table public.testimonies add foreign key (organisation_id, evidence_id) references public.evidence_items;
alter table public.testimonies add foreign key (organisation_id, link_id) references public.witness_links;
alter table public.testimony_withdrawals add foreign key (organisation_id, testimony_id) references public.testimonies;
alter table public.testimony_withdrawals add foreign key (organisation_id, link_id) references public.witness_links;
alter table public.testimony_confirmations add foreign key (organisation_id, testimony_id) references public.testimonies;
alter table public.testimony_confirmations add foreign key (organisation_id, confirmed_by) references public.people;
