-- The timetable: term dates, the weekly times of groups, sessions that are planned before they begin, and colleagues who take one for a day.

create table public.term_dates (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('term', 'closed')),
  name text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  set_by uuid not null,
  set_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation_id, id)
);
comment on table public.term_dates is 'When the school is open: terms, and days within them on which it is closed (half-term, inset). Both ends belong to a period.';
select evident.protect('term_dates', 'select, insert, update (removed_at)');

create table public.weekly_times (
  organisation_id uuid not null,
  id uuid not null,
  tail text not null,
  group_id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  start_time text not null check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  end_time text not null check (end_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  from_on date not null,
  until_on date,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, tail)
);
create index weekly_times_group on public.weekly_times (organisation_id, group_id);
comment on table public.weekly_times is 'When a group meets each week, on the wall clock of the school: 1 is Monday. tail is the id without its time: a session of the timetable has the same, so it leads here.';
select evident.protect('weekly_times', 'select, insert, update (until_on)');

alter table public.sessions add column weekly_time_id uuid, add column ends_at timestamptz, add column cancelled_at timestamptz;
comment on table public.sessions is 'The support of one lesson of a group. One of the timetable has a weekly time and an end, and its row is made when something is first said about it; started_at is then when it is planned to begin. Moving and cancelling change the plan; nothing that was recorded. It names no learner.';
grant update (started_at, ends_at, cancelled_at) on public.sessions to evident_app;
create policy own_update on public.sessions for update to evident_app using (organisation_id = evident.organisation());

alter table public.group_staff add column session_id uuid, add column from_at timestamptz, add column until_at timestamptz;
alter table public.group_staff add check ((session_id is null) = (from_at is null) and (session_id is null) = (until_at is null));
create index group_staff_session on public.group_staff (organisation_id, session_id) where session_id is not null;
comment on table public.group_staff is 'Adults who work with a group, as practitioner or as teacher. What was made on until_on still counts; since the row was ended, they see its learners no more. With a session: a colleague who takes that session alone, from from_at until until_at.';
grant update (until_at) on public.group_staff to evident_app;

-- keys

alter table public.term_dates add foreign key (organisation_id, set_by) references public.people;
alter table public.weekly_times add foreign key (organisation_id, group_id) references public.groups;
alter table public.weekly_times add foreign key (organisation_id, set_by) references public.people;
alter table public.sessions add foreign key (organisation_id, weekly_time_id) references public.weekly_times;
alter table public.group_staff add foreign key (organisation_id, session_id) references public.sessions;
