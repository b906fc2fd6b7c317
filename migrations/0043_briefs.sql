-- Session briefs: what is known before a lesson, line by line, each with its source; questions to the teacher; notes keyed by learner.

create table public.brief_entries (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  group_id uuid not null,
  part text not null check (part in ('objective', 'prior_learning', 'misconceptions', 'vocabulary', 'opportunity', 'resources', 'wanted')),
  words text not null,
  moment text check (moment in ('start', 'during', 'pause', 'end')),
  technique text,
  by_when text,
  form text check (form in ('spoken', 'note', 'handover')),
  source text not null check (source in ('plan', 'teacher', 'subject_lead', 'profile', 'book', 'support_plan')),
  told_by text,
  is_gone boolean not null,
  replaces_id uuid,
  written_by uuid not null,
  written_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index brief_entries_session on public.brief_entries (organisation_id, session_id);
create index brief_entries_group on public.brief_entries (organisation_id, group_id, written_at desc);
create index brief_entries_replaces on public.brief_entries (organisation_id, replaces_id);
comment on table public.brief_entries is 'Append-only. What stands is what no other entry replaces: two people who change the same entry leave both standing. It names no learner.';
select evident.protect('brief_entries', 'select, insert');

create table public.brief_learner_notes (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  learner_id uuid not null,
  kind text not null check (kind in ('note', 'leave_alone')),
  words text,
  source text not null check (source in ('plan', 'teacher', 'subject_lead', 'profile', 'book', 'support_plan')),
  is_gone boolean not null,
  replaces_id uuid,
  written_by uuid not null,
  written_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index brief_learner_notes_session on public.brief_learner_notes (organisation_id, session_id);
create index brief_learner_notes_learner on public.brief_learner_notes (organisation_id, learner_id);
create index brief_learner_notes_replaces on public.brief_learner_notes (organisation_id, replaces_id);
comment on table public.brief_learner_notes is 'Append-only. What a brief says about one learner, and whom to leave alone first.';
select evident.protect('brief_learner_notes', 'select, insert', true);

create table public.brief_steps (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  group_id uuid not null,
  step text not null check (step in ('asked', 'not_asked', 'answered', 'not_received', 'received')),
  taken_by uuid not null,
  taken_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index brief_steps_session on public.brief_steps (organisation_id, session_id);
create index brief_steps_group on public.brief_steps (organisation_id, group_id, taken_at desc);
comment on table public.brief_steps is 'Append-only. The teacher was asked, or has answered; no briefing came, or it came after all. The latest holds.';
select evident.protect('brief_steps', 'select, insert');

-- keys

alter table public.brief_entries add foreign key (organisation_id, session_id) references public.sessions;
alter table public.brief_entries add foreign key (organisation_id, group_id) references public.groups;
alter table public.brief_entries add foreign key (organisation_id, replaces_id) references public.brief_entries;
alter table public.brief_entries add foreign key (organisation_id, written_by) references public.people;
alter table public.brief_learner_notes add foreign key (organisation_id, session_id) references public.sessions;
alter table public.brief_learner_notes add foreign key (organisation_id, learner_id) references public.learners;
alter table public.brief_learner_notes add foreign key (organisation_id, replaces_id) references public.brief_learner_notes;
alter table public.brief_learner_notes add foreign key (organisation_id, written_by) references public.people;
alter table public.brief_steps add foreign key (organisation_id, session_id) references public.sessions;
alter table public.brief_steps add foreign key (organisation_id, group_id) references public.groups;
alter table public.brief_steps add foreign key (organisation_id, taken_by) references public.people;
