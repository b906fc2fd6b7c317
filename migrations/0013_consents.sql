-- Consents: what a family said, for which purpose, to whom, on which day. A change is a new row.

create table public.consents (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  purpose text not null check (purpose in ('photo_of_work', 'portfolio_descriptor')),
  is_given boolean not null,
  told_by text not null,
  told_on date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id)
);
create index consents_learner on public.consents (organisation_id, learner_id, purpose, told_on desc, set_at desc);
comment on table public.consents is 'Append-only. For a day, the row with the latest told_on up to that day holds, and of these the one set last. No row means no.';
select evident.protect('consents', 'select, insert', true);

-- keys

alter table public.consents add foreign key (organisation_id, learner_id) references public.learners;
alter table public.consents add foreign key (organisation_id, set_by) references public.people;
