-- Notes that were kept and turn out to be a worry: shown to the safeguarding lead, who removes them. What a note says is in none of these.

create table public.shown_notes (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  observation_id uuid not null,
  observed_at timestamptz not null,
  recorded_by uuid not null,
  shown_by uuid not null,
  shown_at timestamptz not null,
  primary key (organisation_id, id)
);
create index shown_notes_learner on public.shown_notes (organisation_id, learner_id);
create index shown_notes_observation on public.shown_notes (organisation_id, observation_id);
comment on table public.shown_notes is 'Append-only. Notes that somebody showed to the safeguarding lead: which, by whom, when. The row outlives the note, so that its going is never silent.';
select evident.protect('shown_notes', 'select, insert', true);

create table public.shown_note_answers (
  organisation_id uuid not null,
  shown_note_id uuid not null,
  learner_id uuid not null,
  answer text not null check (answer in ('removed', 'kept')),
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (organisation_id, shown_note_id)
);
create index shown_note_answers_learner on public.shown_note_answers (organisation_id, learner_id);
comment on table public.shown_note_answers is 'Append-only. What the safeguarding lead did: removed the note, or kept it as no worry.';
select evident.protect('shown_note_answers', 'select, insert', true);

create table public.removed_contents (
  organisation_id uuid not null,
  event_id uuid not null,
  removed_at timestamptz not null,
  primary key (organisation_id, event_id)
);
comment on table public.removed_contents is 'Events whose content went with a removed note: why it is missing. Ids alone.';
select evident.protect('removed_contents', 'select, insert');

-- keys

alter table public.shown_notes add foreign key (organisation_id, learner_id) references public.learners;
alter table public.shown_notes add foreign key (organisation_id, recorded_by) references public.people;
alter table public.shown_notes add foreign key (organisation_id, shown_by) references public.people;
alter table public.shown_note_answers add foreign key (organisation_id, shown_note_id) references public.shown_notes;
alter table public.shown_note_answers add foreign key (organisation_id, learner_id) references public.learners;
alter table public.shown_note_answers add foreign key (organisation_id, answered_by) references public.people;
alter table public.removed_contents add foreign key (organisation_id, event_id) references public.events;
