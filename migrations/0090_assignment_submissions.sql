-- What came of an assignment: each submission, and the points in it that an assessor wants to talk about.

create table public.assignment_submissions (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  evidence_id uuid not null,
  version integer not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, evidence_id, version)
);
create index assignment_submissions_registration on public.assignment_submissions (organisation_id, registration_id);
comment on table public.assignment_submissions is 'Append-only. Which version of which item of evidence a submission became; its words lie there, locked.';
select evident.protect('assignment_submissions', 'select, insert');

create table public.discussion_points (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  evidence_id uuid not null,
  version integer not null,
  heading text not null,
  passage text not null,
  point text not null,
  leaves text[] not null,
  agenda_id uuid,
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (organisation_id, id)
);
create index discussion_points_registration on public.discussion_points (organisation_id, registration_id);
comment on table public.discussion_points is 'Append-only. A point of a submitted assignment to be discussed: the passage that it is about (empty: the whole heading), the leaves, and the agenda on which it stands (none: it is asked as a question).';
select evident.protect('discussion_points', 'select, insert');

-- keys

alter table public.assignment_submissions add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.assignment_submissions add foreign key (organisation_id, evidence_id) references public.evidence_items;
alter table public.discussion_points add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.discussion_points add foreign key (organisation_id, evidence_id) references public.evidence_items;
alter table public.discussion_points add foreign key (organisation_id, marked_by) references public.people;
alter table public.discussion_points add foreign key (organisation_id, agenda_id) references public.discussion_agendas;
