-- Agreements: who does what, between a teacher and a practitioner of a group, agreed by an act of each.

create table public.agreements (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  teacher_id uuid not null,
  practitioner_id uuid not null,
  term text not null,
  start_teacher text not null,
  start_practitioner text not null,
  middle_teacher text not null,
  middle_practitioner text not null,
  end_teacher text not null,
  end_practitioner text not null,
  may_assess text not null,
  records text not null,
  feedback text not null,
  parents text not null,
  review_on date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (organisation_id, id),
  check (teacher_id <> practitioner_id),
  check (proposed_by in (teacher_id, practitioner_id))
);
create index agreements_group on public.agreements (organisation_id, group_id, proposed_at desc);
create index agreements_teacher on public.agreements (organisation_id, teacher_id);
create index agreements_practitioner on public.agreements (organisation_id, practitioner_id);
comment on table public.agreements is 'Append-only. What a teacher and a practitioner propose to each other; it holds once both have signed it, until a later one does. It names no learner.';
select evident.protect('agreements', 'select, insert');

create table public.agreement_signatures (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  signed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, agreement_id, person_id)
);
comment on table public.agreement_signatures is 'Append-only. Each of the two, by an act of their own; to propose is to sign.';
select evident.protect('agreement_signatures', 'select, insert');

create table public.agreement_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, agreement_id)
);
comment on table public.agreement_withdrawals is 'Append-only. A proposal taken back before the other had signed it.';
select evident.protect('agreement_withdrawals', 'select, insert');

-- keys

alter table public.agreements add foreign key (organisation_id, group_id) references public.groups;
alter table public.agreements add foreign key (organisation_id, teacher_id) references public.people;
alter table public.agreements add foreign key (organisation_id, practitioner_id) references public.people;
alter table public.agreements add foreign key (organisation_id, proposed_by) references public.people;
alter table public.agreement_signatures add foreign key (organisation_id, agreement_id) references public.agreements;
alter table public.agreement_signatures add foreign key (organisation_id, person_id) references public.people;
alter table public.agreement_withdrawals add foreign key (organisation_id, agreement_id) references public.agreements;
alter table public.agreement_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
