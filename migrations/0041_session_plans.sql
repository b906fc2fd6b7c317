-- A session that was moved keeps the day that its id names, so that it is missing there; a colleague's hours move with it.

alter table public.sessions add column planned_on date;
update public.sessions set planned_on = (started_at at time zone 'Europe/London')::date where weekly_time_id is not null;
alter table public.sessions add check ((weekly_time_id is null) = (planned_on is null));
create index sessions_planned on public.sessions (organisation_id, group_id, planned_on) where planned_on is not null;
grant update (from_on, from_at) on public.group_staff to evident_app;
