-- Handovers: what the teacher must know after a session, line by line, and what the teacher decides.

create table public.handovers (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  group_id uuid not null,
  suggestion text,
  is_urgent boolean not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index handovers_group on public.handovers (organisation_id, group_id, sent_at desc, id desc);
create index handovers_session on public.handovers (organisation_id, session_id);
comment on table public.handovers is 'Append-only. A handover as it was sent, after its lines. Its own words name no learner.';
select evident.protect('handovers', 'select, insert');

create table public.handover_lines (
  organisation_id uuid not null,
  id uuid not null,
  handover_id uuid not null,
  learner_id uuid,
  heading text not null check (heading in ('progress', 'response', 'responsibility', 'suggestion', 'look')),
  sign text check (sign in ('starts_alone', 'fetches_resource', 'checks_work', 'asks_precisely', 'chooses_next', 'uses_feedback', 'helps_peer')),
  wording text not null,
  position integer not null,
  written_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  check (sign is null or heading = 'responsibility'),
  check (learner_id is not null or heading not in ('suggestion', 'look'))
);
create index handover_lines_handover on public.handover_lines (organisation_id, handover_id, position);
create index handover_lines_learner on public.handover_lines (organisation_id, learner_id) where learner_id is not null;
comment on table public.handover_lines is 'Append-only. A line about one learner, or about the group and naming nobody. Lines come before their handover, so handover_id is no foreign key.';
select evident.protect('handover_lines', 'select, insert', true);

create table public.handover_shares (
  organisation_id uuid not null,
  id uuid not null,
  handover_id uuid not null,
  shared_with text not null check (shared_with in ('senco', 'subject_lead')),
  shared_by uuid not null,
  shared_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, handover_id, shared_with)
);
comment on table public.handover_shares is 'Append-only. Whom a handover goes to besides the teacher, by the act of practitioner or teacher.';
select evident.protect('handover_shares', 'select, insert');

create table public.handover_reads (
  organisation_id uuid not null,
  id uuid not null,
  handover_id uuid not null,
  read_by uuid not null,
  read_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, handover_id, read_by)
);
comment on table public.handover_reads is 'Append-only. When somebody it went to opened a handover first.';
select evident.protect('handover_reads', 'select, insert');

create table public.handover_decisions (
  organisation_id uuid not null,
  id uuid not null,
  handover_id uuid not null,
  decision text not null check (decision in ('regroup', 'reteach', 'move_on', 'see_learner', 'no_change', 'own')),
  own_words text,
  reply text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  check ((decision = 'own') = (own_words is not null))
);
create index handover_decisions_handover on public.handover_decisions (organisation_id, handover_id, decided_at desc, id desc);
comment on table public.handover_decisions is 'Append-only. What the teacher decided; a change is a new row, the latest that stands holds. Its words name no learner.';
select evident.protect('handover_decisions', 'select, insert');

create table public.handover_decision_learners (
  organisation_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  learner_id uuid not null,
  named_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index handover_decision_learners_decision on public.handover_decision_learners (organisation_id, decision_id);
create index handover_decision_learners_learner on public.handover_decision_learners (organisation_id, learner_id);
comment on table public.handover_decision_learners is 'Append-only. Whom a decision is about, one learner a row.';
select evident.protect('handover_decision_learners', 'select, insert', true);

create table public.handover_follow_ups (
  organisation_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  session_id uuid not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (organisation_id, id)
);
create index handover_follow_ups_decision on public.handover_follow_ups (organisation_id, decision_id);
create index handover_follow_ups_session on public.handover_follow_ups (organisation_id, session_id);
comment on table public.handover_follow_ups is 'Append-only. In which later session a decision was carried out.';
select evident.protect('handover_follow_ups', 'select, insert');

create table public.handover_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, record_id)
);
comment on table public.handover_withdrawals is 'Append-only. Handovers, decisions and follow-ups taken back by whoever made them; record_id is the id of any of the three.';
select evident.protect('handover_withdrawals', 'select, insert');

-- keys

alter table public.handovers add foreign key (organisation_id, session_id) references public.sessions;
alter table public.handovers add foreign key (organisation_id, group_id) references public.groups;
alter table public.handovers add foreign key (organisation_id, sent_by) references public.people;
alter table public.handover_lines add foreign key (organisation_id, learner_id) references public.learners;
alter table public.handover_lines add foreign key (organisation_id, written_by) references public.people;
alter table public.handover_shares add foreign key (organisation_id, handover_id) references public.handovers;
alter table public.handover_shares add foreign key (organisation_id, shared_by) references public.people;
alter table public.handover_reads add foreign key (organisation_id, handover_id) references public.handovers;
alter table public.handover_reads add foreign key (organisation_id, read_by) references public.people;
alter table public.handover_decisions add foreign key (organisation_id, handover_id) references public.handovers;
alter table public.handover_decisions add foreign key (organisation_id, decided_by) references public.people;
alter table public.handover_decision_learners add foreign key (organisation_id, decision_id) references public.handover_decisions;
alter table public.handover_decision_learners add foreign key (organisation_id, learner_id) references public.learners;
alter table public.handover_decision_learners add foreign key (organisation_id, named_by) references public.people;
alter table public.handover_follow_ups add foreign key (organisation_id, decision_id) references public.handover_decisions;
alter table public.handover_follow_ups add foreign key (organisation_id, session_id) references public.sessions;
alter table public.handover_follow_ups add foreign key (organisation_id, noted_by) references public.people;
alter table public.handover_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
