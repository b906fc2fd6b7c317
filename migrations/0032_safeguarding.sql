-- Safeguarding contacts: whom a school tells about a worry, in order. What is said about a child is in no table.

create table public.safeguarding_lists (
  organisation_id uuid not null,
  id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id)
);
create index safeguarding_lists_last on public.safeguarding_lists (organisation_id, set_at desc, id desc);
comment on table public.safeguarding_lists is 'Append-only. The list set last holds.';
select evident.protect('safeguarding_lists', 'select, insert');

create table public.safeguarding_contacts (
  organisation_id uuid not null,
  list_id uuid not null,
  place integer not null,
  part text not null check (part in ('lead', 'deputy', 'head', 'local_authority_officer', 'chair_of_governors')),
  name text not null,
  phone text not null,
  primary key (organisation_id, list_id, place)
);
comment on table public.safeguarding_contacts is 'Append-only. Whom to tell, first to last by place, with a phone.';
select evident.protect('safeguarding_contacts', 'select, insert');

-- keys

alter table public.safeguarding_lists add foreign key (organisation_id, set_by) references public.people;
alter table public.safeguarding_contacts add foreign key (organisation_id, list_id) references public.safeguarding_lists;
