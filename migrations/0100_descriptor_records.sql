-- Sentences for portfolios from more of a school's records: feedback, second attempts, handovers, agreements, next actions.

alter table public.letter_sources drop constraint letter_sources_record_type_check;
alter table public.letter_sources add constraint letter_sources_record_type_check
  check (record_type in ('learner_observation', 'session', 'feedback', 'improvement', 'handover', 'agreement', 'next_action'));

create table public.letter_records (
  organisation_id uuid not null,
  letter_id uuid not null,
  record_type text not null check (record_type in ('handover', 'agreement', 'next_action')),
  record_id uuid not null,
  primary key (organisation_id, letter_id, record_id)
);
create index letter_records_record on public.letter_records (organisation_id, record_id);
comment on table public.letter_records is 'Records that a letter rests on and that may be about no learner at all, so that taking one back takes the letter back. What they say of learners stands in letter_sources beside it.';
select evident.protect('letter_records', 'select, insert');

-- keys

alter table public.letter_records add foreign key (organisation_id, letter_id) references public.letters_sent;
