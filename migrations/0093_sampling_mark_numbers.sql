-- The order of a unit's sampling marks by a counter: two of them can be of one moment.

alter table public.sampling_marks add column number integer not null default 1 check (number > 0);
alter table public.sampling_marks alter column number drop default;
alter table public.sampling_marks add unique (organisation_id, registration_id, number);
comment on column public.sampling_marks.number is 'In the unit, from 1 on; the highest of a verifier holds.';
