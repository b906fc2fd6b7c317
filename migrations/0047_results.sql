-- Results of tests that other people set, read in as dated context: never edited, never counted, withdrawn as a whole.

create table public.summative_results (
  organisation_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  learner_id uuid not null,
  subject text not null,
  test_name text not null,
  taken_on date not null,
  result text not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index summative_results_learner on public.summative_results (organisation_id, learner_id, taken_on desc);
create index summative_results_import on public.summative_results (organisation_id, import_id);
comment on table public.summative_results is 'Append-only. The result is text as it was told; rows with one import_id came together.';
select evident.protect('summative_results', 'select, insert', true);

create table public.result_import_withdrawals (
  organisation_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, import_id)
);
comment on table public.result_import_withdrawals is 'Append-only. Imports that were taken back: none of their results is in any view. It names no learner.';
select evident.protect('result_import_withdrawals', 'select, insert');

-- keys

alter table public.summative_results add foreign key (organisation_id, learner_id) references public.learners;
alter table public.summative_results add foreign key (organisation_id, imported_by) references public.people;
alter table public.result_import_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
