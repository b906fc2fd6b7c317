-- What happens next: after a session, by teacher, learner or practitioner; whether it happened, and in which later session it was seen.

create table public.next_actions (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  group_id uuid not null,
  owner text not null check (owner in ('teacher', 'learner', 'practitioner')),
  learner_id uuid,
  wording text not null,
  due_on date,
  noted_by uuid not null,
  noted_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  check (owner <> 'learner' or learner_id is not null)
);
create index next_actions_group on public.next_actions (organisation_id, group_id, noted_at desc, id desc);
create index next_actions_learner on public.next_actions (organisation_id, learner_id) where learner_id is not null;
comment on table public.next_actions is 'Append-only. About one learner (a learner''s own in the learner''s words), or naming nobody. Without a day it is for the next session.';
select evident.protect('next_actions', 'select, insert', true);

create table public.next_action_marks (
  organisation_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  learner_id uuid,
  outcome text not null check (outcome in ('done', 'open', 'withdrawn')),
  session_id uuid,
  marked_by uuid not null,
  marked_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  check (session_id is null or outcome = 'done')
);
create index next_action_marks_action on public.next_action_marks (organisation_id, action_id, recorded_at desc, id desc);
create index next_action_marks_learner on public.next_action_marks (organisation_id, learner_id) where learner_id is not null;
comment on table public.next_action_marks is 'Append-only. What became of a next action: the latest row holds. session_id: the later session in which it was seen.';
select evident.protect('next_action_marks', 'select, insert', true);

-- keys

alter table public.next_actions add foreign key (organisation_id, session_id) references public.sessions;
alter table public.next_actions add foreign key (organisation_id, group_id) references public.groups;
alter table public.next_actions add foreign key (organisation_id, learner_id) references public.learners;
alter table public.next_actions add foreign key (organisation_id, noted_by) references public.people;
alter table public.next_action_marks add foreign key (organisation_id, action_id) references public.next_actions;
alter table public.next_action_marks add foreign key (organisation_id, learner_id) references public.learners;
alter table public.next_action_marks add foreign key (organisation_id, session_id) references public.sessions;
alter table public.next_action_marks add foreign key (organisation_id, marked_by) references public.people;
