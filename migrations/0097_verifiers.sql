-- External verifiers: accounts for chosen units that end by themselves, and the log of all that they read.

create table public.eqa_accounts (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ends_at timestamptz not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
create index eqa_accounts_person on public.eqa_accounts (organisation_id, person_id);
comment on table public.eqa_accounts is 'An awarding body''s verifier looks into the centre until a moment, or until somebody ends it earlier.';
select evident.protect('eqa_accounts', 'select, insert, update (ended_by, ended_at)');

create table public.eqa_account_units (
  organisation_id uuid not null,
  account_id uuid not null,
  registration_id uuid not null,
  primary key (organisation_id, account_id, registration_id)
);
create index eqa_account_units_registration on public.eqa_account_units (organisation_id, registration_id);
comment on table public.eqa_account_units is 'The units that an external verifier''s account opens, and no others.';
select evident.protect('eqa_account_units', 'select, insert');

create table public.verifier_reads (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  registration_id uuid,
  view text not null,
  looked_at timestamptz not null,
  primary key (organisation_id, id)
);
create index verifier_reads_person on public.verifier_reads (organisation_id, person_id, looked_at);
comment on table public.verifier_reads is 'Every answer that an external verifier was given: which view, of which unit when it was one, when.';
select evident.protect('verifier_reads', 'select, insert');

-- keys

alter table public.eqa_accounts add foreign key (organisation_id) references public.organisations;
alter table public.eqa_accounts add foreign key (organisation_id, person_id) references public.people;
alter table public.eqa_accounts add foreign key (organisation_id, opened_by) references public.people;
alter table public.eqa_accounts add foreign key (organisation_id, ended_by) references public.people;
alter table public.eqa_account_units add foreign key (organisation_id, account_id) references public.eqa_accounts;
alter table public.eqa_account_units add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.verifier_reads add foreign key (organisation_id, person_id) references public.people;
