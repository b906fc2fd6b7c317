-- Sessions: one lesson's support of one group, begun on a device, perhaps without a network.

create table public.sessions (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  started_by uuid not null,
  started_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index sessions_group on public.sessions (organisation_id, group_id, started_at desc);
comment on table public.sessions is 'When a practitioner or teacher began to work with a group. It names no learner.';
select evident.protect('sessions', 'select, insert');

-- keys

alter table public.sessions add foreign key (organisation_id, group_id) references public.groups;
alter table public.sessions add foreign key (organisation_id, started_by) references public.people;
