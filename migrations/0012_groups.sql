-- Groups: which learners are taught together, and which adults work with them, from when until when.

create table public.groups (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  subject text not null,
  cover text not null check (cover in ('bottle', 'brick', 'plum', 'sky', 'mustard', 'slate')),
  kind text not null check (kind in ('class', 'support')),
  created_by uuid not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id)
);
comment on table public.groups is 'Classes and support groups. Closing one ends everybody''s part in it that day.';
select evident.protect('groups', 'select, insert, update (name, closed_at)');

create table public.group_members (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  learner_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (organisation_id, id)
);
create unique index group_members_once on public.group_members (organisation_id, group_id, learner_id) where until_on is null;
create index group_members_learner on public.group_members (organisation_id, learner_id, group_id);
comment on table public.group_members is 'Learners of a group. What was made on until_on still counts as made with the group; since the row was ended, the group''s adults see the record no more.';
select evident.protect('group_members', 'select, insert, update (until_on)', true);

create table public.group_staff (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('practitioner', 'teacher')),
  from_on date not null,
  until_on date,
  primary key (organisation_id, id)
);
create unique index group_staff_once on public.group_staff (organisation_id, group_id, person_id) where until_on is null;
create index group_staff_person on public.group_staff (organisation_id, person_id, group_id);
comment on table public.group_staff is 'Adults who work with a group, as practitioner or as teacher. What was made on until_on still counts; since the row was ended, they see its learners no more.';
select evident.protect('group_staff', 'select, insert, update (until_on)');

-- keys

alter table public.groups add foreign key (organisation_id, created_by) references public.people;
alter table public.group_members add foreign key (organisation_id, group_id) references public.groups;
alter table public.group_members add foreign key (organisation_id, learner_id) references public.learners;
alter table public.group_staff add foreign key (organisation_id, group_id) references public.groups;
alter table public.group_staff add foreign key (organisation_id, person_id) references public.people;
