-- An assessor's act of deciding: five checks for all that it decides, who must countersign it, and the hash of what it rested on.

create table public.assessments (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  checks text not null,
  is_by_trainee boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, id)
);
create index assessments_registration on public.assessments (organisation_id, registration_id);
comment on table public.assessments is 'One act: decisions that were made together on the same evidence. checks: canonical JSON of the answers to valid, authentic, current, sufficient, reliable that are no plain yes; an empty list is five times yes. A trainee''s act is provisional until it is countersigned.';
select evident.protect('assessments', 'select, insert');

alter table public.decisions add column assessment_id uuid;
comment on column public.decisions.assessment_id is 'Null for what was decided before acts were kept.';
alter table public.decision_evidence add column content_hash text;
comment on column public.decision_evidence.content_hash is 'What the item said when the decision was made: the decision stands while it says that. Null for what was decided before hashes were kept.';

create table public.countersignatures (
  organisation_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  outcome text not null check (outcome in ('agreed', 'sent_back')),
  reason text,
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, assessment_id),
  check (outcome = 'agreed' or reason is not null)
);
comment on table public.countersignatures is 'A qualified assessor''s word on a trainee''s act: agreed, or sent back with a reason. Said once; what is decided anew is another act.';
select evident.protect('countersignatures', 'select, insert');

create table public.evidence_feedback (
  organisation_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  evidence_id uuid not null,
  good text not null,
  develop text not null,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (organisation_id, id)
);
create index evidence_feedback_registration on public.evidence_feedback (organisation_id, registration_id);
comment on table public.evidence_feedback is 'What an assessor says to a candidate of an item: what was good, and one thing to develop.';
select evident.protect('evidence_feedback', 'select, insert');

create table public.evidence_feedback_answers (
  organisation_id uuid not null,
  id uuid not null,
  feedback_id uuid not null,
  words text not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (organisation_id, id)
);
create index evidence_feedback_answers_feedback on public.evidence_feedback_answers (organisation_id, feedback_id);
comment on table public.evidence_feedback_answers is 'What a candidate answers to feedback on an item, in the candidate''s own words.';
select evident.protect('evidence_feedback_answers', 'select, insert');

create table public.decision_targets (
  organisation_id uuid not null,
  id uuid not null,
  working_days integer not null check (working_days between 1 and 60),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id)
);
comment on table public.decision_targets is 'Within how many working days a centre says that evidence is decided on. The last one holds.';
select evident.protect('decision_targets', 'select, insert');

-- keys

alter table public.assessments add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.assessments add foreign key (organisation_id, decided_by) references public.people;
alter table public.decisions add foreign key (organisation_id, assessment_id) references public.assessments;
alter table public.countersignatures add foreign key (organisation_id, assessment_id) references public.assessments;
alter table public.countersignatures add foreign key (organisation_id, signed_by) references public.people;
alter table public.evidence_feedback add foreign key (organisation_id, registration_id) references public.registrations;
alter table public.evidence_feedback add foreign key (organisation_id, evidence_id) references public.evidence_items;
alter table public.evidence_feedback add foreign key (organisation_id, given_by) references public.people;
alter table public.evidence_feedback_answers add foreign key (organisation_id, feedback_id) references public.evidence_feedback;
alter table public.evidence_feedback_answers add foreign key (organisation_id, answered_by) references public.people;
alter table public.decision_targets add foreign key (organisation_id, set_by) references public.people;
