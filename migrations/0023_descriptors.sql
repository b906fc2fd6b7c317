-- Where a practitioner's evidence may go, and which letter of the alphabet each learner is there.

create table public.portfolio_addresses (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  registration_id uuid not null,
  centre_name text not null,
  centre_key bytea not null,
  pack_code text not null,
  pack_version integer not null,
  unit_number text not null,
  unit_title text not null,
  added_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, registration_id, person_id)
);
comment on table public.portfolio_addresses is 'Portfolios at centres that practitioners of this school send evidence to; each address was signed by its centre.';
select evident.protect('portfolio_addresses', 'select, insert');

create table public.descriptor_pseudonyms (
  organisation_id uuid not null,
  registration_id uuid not null,
  learner_id uuid not null,
  letter text not null check (letter ~ '^[A-Z]{1,3}$'),
  primary key (organisation_id, registration_id, learner_id),
  unique (organisation_id, registration_id, letter)
);
create index descriptor_pseudonyms_learner on public.descriptor_pseudonyms (organisation_id, learner_id);
comment on table public.descriptor_pseudonyms is 'The key to Learner A, Learner B … per portfolio. It stays in the school and goes when the learner is erased.';
select evident.protect('descriptor_pseudonyms', 'select, insert', true);

create table public.pseudonym_counters (
  organisation_id uuid not null,
  registration_id uuid not null,
  last_number integer not null,
  primary key (organisation_id, registration_id)
);
comment on table public.pseudonym_counters is 'How many letters a portfolio has given out. It never goes back, so a letter never means a second child.';
select evident.protect('pseudonym_counters', 'select, insert, update (last_number)');

-- keys

alter table public.portfolio_addresses add foreign key (organisation_id, person_id) references public.people;
alter table public.descriptor_pseudonyms add foreign key (organisation_id) references public.organisations;
alter table public.pseudonym_counters add foreign key (organisation_id) references public.organisations;
