-- Profiles: what a child likes, what is important to them, what helps, what they need, where they started; and tasks made from an interest.

create table public.profile_entries (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  section text not null check (section in ('interests', 'important', 'helps', 'access', 'start')),
  about text not null,
  text text,
  voice text not null check (voice in ('child', 'together', 'adult')),
  seen_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  check ((section = 'start') = (about <> '')),
  check ((section = 'start') = (seen_on is not null))
);
create index profile_entries_learner on public.profile_entries (organisation_id, learner_id, section, about, written_at desc, id desc);
comment on table public.profile_entries is 'Append-only. One field of a learner''s profile; the latest row of a section (of a starting point: of what it is about) holds, and one without text empties it.';
select evident.protect('profile_entries', 'select, insert', true);

create table public.task_ideas (
  organisation_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  session_id uuid not null,
  learner_id uuid not null,
  interest text not null,
  idea text,
  kept_by uuid not null,
  kept_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index task_ideas_learner on public.task_ideas (organisation_id, learner_id, task_id, kept_at desc, id desc);
create index task_ideas_session on public.task_ideas (organisation_id, session_id);
comment on table public.task_ideas is 'Append-only. A task made from a learner''s interest for one session; the latest row of a task holds, and one without an idea takes it back.';
select evident.protect('task_ideas', 'select, insert', true);

create table public.motivation_notes (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  learner_id uuid not null,
  seen text,
  noted_by uuid not null,
  noted_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index motivation_notes_learner on public.motivation_notes (organisation_id, learner_id, session_id, noted_at desc, id desc);
create index motivation_notes_session on public.motivation_notes (organisation_id, session_id);
comment on table public.motivation_notes is 'Append-only. What was seen of a learner who became keener in a session, never a trait; the latest row of a learner in a session holds, and one without words takes it back.';
select evident.protect('motivation_notes', 'select, insert', true);

-- keys

alter table public.profile_entries add foreign key (organisation_id, learner_id) references public.learners;
alter table public.profile_entries add foreign key (organisation_id, written_by) references public.people;
alter table public.task_ideas add foreign key (organisation_id, learner_id) references public.learners;
alter table public.task_ideas add foreign key (organisation_id, session_id) references public.sessions;
alter table public.task_ideas add foreign key (organisation_id, kept_by) references public.people;
alter table public.motivation_notes add foreign key (organisation_id, learner_id) references public.learners;
alter table public.motivation_notes add foreign key (organisation_id, session_id) references public.sessions;
alter table public.motivation_notes add foreign key (organisation_id, noted_by) references public.people;
