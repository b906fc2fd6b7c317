-- Plans that nobody signed and visits that nobody signed are taken back by whoever began or recorded them: a row beside, never an update.

create table public.plan_withdrawals (
  organisation_id uuid not null,
  plan_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, plan_id)
);
comment on table public.plan_withdrawals is 'Append-only. A plan that its author took back before anybody signed it. It is shown nowhere any more.';
select evident.protect('plan_withdrawals', 'select, insert');

create table public.visit_withdrawals (
  organisation_id uuid not null,
  visit_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, visit_id)
);
comment on table public.visit_withdrawals is 'Append-only. A visit that its assessor took back before anybody signed it. It is shown nowhere any more, and becomes no evidence.';
select evident.protect('visit_withdrawals', 'select, insert');

-- keys

alter table public.plan_withdrawals add foreign key (organisation_id, plan_id) references public.plans;
alter table public.plan_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
alter table public.visit_withdrawals add foreign key (organisation_id, visit_id) references public.visits;
alter table public.visit_withdrawals add foreign key (organisation_id, withdrawn_by) references public.people;
