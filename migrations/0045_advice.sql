-- Advice of a subject lead, kept for a group: how to assess, and how to teach and learn; asked for, or written down as it was told.

create table public.advice (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  heading text not null check (heading in ('assessment', 'teaching')),
  words text not null,
  said_by text not null,
  said_role text not null,
  said_on date not null,
  is_gone boolean not null,
  replaces_id uuid,
  written_by uuid not null,
  written_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index advice_group on public.advice (organisation_id, group_id);
create index advice_replaces on public.advice (organisation_id, replaces_id);
comment on table public.advice is 'Append-only. What a subject lead advises for a group, by name, role and day; a lead may have no account. What no other row replaces stands. It names no learner.';
select evident.protect('advice', 'select, insert');

create table public.advice_questions (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  lead_id uuid not null,
  is_asked boolean not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index advice_questions_group on public.advice_questions (organisation_id, group_id);
create index advice_questions_lead on public.advice_questions (organisation_id, lead_id, asked_at desc);
comment on table public.advice_questions is 'Append-only. A subject lead was asked for advice on a group, or is asked no longer; the latest of a group and a lead holds.';
select evident.protect('advice_questions', 'select, insert');

-- keys

alter table public.advice add foreign key (organisation_id, group_id) references public.groups;
alter table public.advice add foreign key (organisation_id, replaces_id) references public.advice;
alter table public.advice add foreign key (organisation_id, written_by) references public.people;
alter table public.advice_questions add foreign key (organisation_id, group_id) references public.groups;
alter table public.advice_questions add foreign key (organisation_id, lead_id) references public.people;
alter table public.advice_questions add foreign key (organisation_id, asked_by) references public.people;
