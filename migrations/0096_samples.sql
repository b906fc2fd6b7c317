-- What a centre's IQA samples: units drawn with a rationale, judgements, and actions that somebody owes.

create table public.samples (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  stage text not null check (stage in ('interim', 'summative')),
  rationale text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (organisation_id, id)
);
create index samples_registration on public.samples (organisation_id, registration_id);
comment on table public.samples is 'A unit that the IQA looks into, while it goes on (interim) or at its end (summative), and why this one.';
select evident.protect('samples', 'select, insert');

create table public.sample_judgements (
  organisation_id uuid not null,
  id uuid not null,
  sample_id uuid not null,
  outcome text not null check (outcome in ('agree', 'agree_with_development', 'action')),
  words text not null,
  judged_by uuid not null,
  judged_at timestamptz not null,
  primary key (organisation_id, id)
);
create index sample_judgements_sample on public.sample_judgements (organisation_id, sample_id);
comment on table public.sample_judgements is 'What the IQA says of a sample; the last one holds.';
select evident.protect('sample_judgements', 'select, insert');

create table public.sample_actions (
  organisation_id uuid not null,
  id uuid not null,
  sample_id uuid not null,
  what text not null,
  owner_id uuid not null,
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (organisation_id, id)
);
create index sample_actions_sample on public.sample_actions (organisation_id, sample_id);
create index sample_actions_owner on public.sample_actions (organisation_id, owner_id);
comment on table public.sample_actions is 'What the IQA asks somebody to do before she agrees, until when. While one is open the certificate can''t be claimed.';
select evident.protect('sample_actions', 'select, insert');

create table public.sample_action_notes (
  organisation_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  kind text not null check (kind in ('answered', 'closed', 'reopened')),
  words text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation_id, id)
);
create index sample_action_notes_action on public.sample_action_notes (organisation_id, action_id);
comment on table public.sample_action_notes is 'The owner answers, the IQA closes or opens again; the last one holds.';
select evident.protect('sample_action_notes', 'select, insert');

-- keys

alter table public.samples add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.samples add foreign key (organisation_id, drawn_by) references public.people;
alter table public.sample_judgements add foreign key (organisation_id, sample_id) references public.samples;
alter table public.sample_judgements add foreign key (organisation_id, judged_by) references public.people;
alter table public.sample_actions add foreign key (organisation_id, sample_id) references public.samples;
alter table public.sample_actions add foreign key (organisation_id, owner_id) references public.people;
alter table public.sample_actions add foreign key (organisation_id, asked_by) references public.people;
alter table public.sample_action_notes add foreign key (organisation_id, action_id) references public.sample_actions;
alter table public.sample_action_notes add foreign key (organisation_id, said_by) references public.people;
