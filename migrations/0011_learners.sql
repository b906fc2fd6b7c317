-- Learners: the least that a lesson needs to know of a child. No surname, no birthday, no number.

create table public.learners (
  organisation_id uuid not null,
  id uuid not null,
  given_name text not null,
  family_initial text,
  symbol text,
  what_helps text,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
comment on table public.learners is 'Children, shown as "Callum B". what_helps is what adults have learnt to do for this child.';
select evident.protect('learners', 'select, insert, update (given_name, family_initial, symbol, what_helps)', true);

-- keys

alter table public.learners add foreign key (organisation_id, created_by) references public.people;
