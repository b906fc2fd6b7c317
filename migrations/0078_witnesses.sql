-- The register of witnesses: who may say what a candidate was seen to do, how the centre knows them, and the links by which they act.

create table public.witnesses (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, id)
);
create index witnesses_candidate on public.witnesses (organisation_id, candidate_id);
comment on table public.witnesses is 'A witness of one candidate: the relationship and what the centre finds out are about these two. One that the candidate added is a proposal until the centre has checked the contact.';
select evident.protect('witnesses', 'select, insert');

create table public.witness_details (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  number integer not null,
  name text not null,
  position text not null,
  category text not null,
  may_be_expert boolean not null,
  relationship text not null,
  qualifications text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, witness_id, number)
);
comment on table public.witness_details is 'What is known of a witness; the highest number holds. written_by is empty where the witness wrote it through a link. A signature and an approval are of one row: a change asks for both again.';
select evident.protect('witness_details', 'select, insert');

create table public.witness_contacts (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  number integer not null,
  email text,
  telephone text,
  checked_how text not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, witness_id, number),
  check (email is not null or telephone is not null)
);
comment on table public.witness_contacts is 'How the centre reaches a witness, entered and checked by the centre; the highest number holds. Deleted when the witness is ended; the events hold no address and no number.';
select evident.protect('witness_contacts', 'select, insert, delete');

create table public.witness_inductions (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  what text not null,
  minutes integer not null check (minutes > 0),
  inducted_on date not null,
  inducted_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index witness_inductions_witness on public.witness_inductions (organisation_id, witness_id);
comment on table public.witness_inductions is 'What a witness was shown of the standard and of a witness''s part, for how long, on which day, by whom.';
select evident.protect('witness_inductions', 'select, insert');

create table public.witness_links (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  purpose text not null check (purpose in ('entry', 'testimony')),
  token_hash bytea not null,
  code_hash bytea not null,
  wrong_codes integer not null default 0,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  shut_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash)
);
create index witness_links_witness on public.witness_links (organisation_id, witness_id);
comment on table public.witness_links is 'Links of one purpose, for witnesses without an account. The SHA-256 of the token, and of token and code together: who reads this table can try neither. Wrong codes are counted, and shut the link.';
select evident.protect('witness_links', 'select, insert, update (wrong_codes, used_at, shut_at)');

create table public.witness_signatures (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  details_id uuid not null,
  link_id uuid not null,
  signed_name text not null,
  content_hash bytea not null,
  signed_at timestamptz not null,
  primary key (organisation_id, id)
);
create index witness_signatures_witness on public.witness_signatures (organisation_id, witness_id);
comment on table public.witness_signatures is 'A witness''s own signature under their entry in the register, given through a link.';
select evident.protect('witness_signatures', 'select, insert');

create table public.witness_approvals (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  details_id uuid not null,
  knows_units text not null,
  is_competent text not null,
  third_ground text not null check (third_ground in ('assessor_qualification', 'evaluates_practice')),
  third_words text not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (organisation_id, id)
);
create index witness_approvals_witness on public.witness_approvals (organisation_id, witness_id);
comment on table public.witness_approvals is 'An assessor''s word that a witness is an expert witness, with its three grounds.';
select evident.protect('witness_approvals', 'select, insert');

create table public.witness_disapprovals (
  organisation_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  reason text not null,
  taken_back_by uuid not null,
  taken_back_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, approval_id)
);
comment on table public.witness_disapprovals is 'An approval that was taken back, and why.';
select evident.protect('witness_disapprovals', 'select, insert');

create table public.witness_ends (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  reason text not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, witness_id)
);
comment on table public.witness_ends is 'A witness who is one no more; what they signed stays.';
select evident.protect('witness_ends', 'select, insert');

create table public.witness_category_lists (
  organisation_id uuid not null,
  id uuid not null,
  number integer not null,
  labels text[] not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, number)
);
comment on table public.witness_category_lists is 'The centre''s own categories of witnesses, the highest number holds; the first is of those who can be approved as expert witnesses. Without a row the list that ships.';
select evident.protect('witness_category_lists', 'select, insert');

create table public.witness_traces (
  organisation_id uuid not null,
  candidate_id uuid not null,
  owner_id uuid not null,
  kind text not null check (kind in ('network', 'device')),
  hash bytea not null,
  noted_at timestamptz not null,
  primary key (organisation_id, candidate_id, owner_id, kind, hash)
);
comment on table public.witness_traces is 'From which network and device a candidate handed something in, and a witness used a link: hashes with the installation''s secret as salt, to be compared and for nothing else. Those of a witness are deleted when the witness is ended.';
select evident.protect('witness_traces', 'select, insert, delete');

-- keys

alter table public.witnesses add foreign key (organisation_id, candidate_id) references public.people;
alter table public.witness_details add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.witness_contacts add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.witness_contacts add foreign key (organisation_id, checked_by) references public.people;
alter table public.witness_inductions add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.witness_inductions add foreign key (organisation_id, inducted_by) references public.people;
alter table public.witness_links add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.witness_links add foreign key (organisation_id, made_by) references public.people;
alter table public.witness_signatures add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.witness_signatures add foreign key (organisation_id, details_id) references public.witness_details;
alter table public.witness_signatures add foreign key (organisation_id, link_id) references public.witness_links;
alter table public.witness_approvals add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.witness_approvals add foreign key (organisation_id, details_id) references public.witness_details;
alter table public.witness_approvals add foreign key (organisation_id, approved_by) references public.people;
alter table public.witness_disapprovals add foreign key (organisation_id, approval_id) references public.witness_approvals;
alter table public.witness_disapprovals add foreign key (organisation_id, taken_back_by) references public.people;
alter table public.witness_ends add foreign key (organisation_id, witness_id) references public.witnesses;
alter table public.witness_ends add foreign key (organisation_id, ended_by) references public.people;
alter table public.witness_category_lists add foreign key (organisation_id, set_by) references public.people;
alter table public.witness_traces add foreign key (organisation_id, candidate_id) references public.people;
