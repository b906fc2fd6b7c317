-- Who else has a part in a registration: tutor, countersigner, internal quality assurer; the site; and when the unit was claimed.

alter table public.registrations add column tutor_id uuid;
alter table public.registrations add column countersigner_id uuid;
alter table public.registrations add column iqa_id uuid;
alter table public.registrations add column site text;
alter table public.registrations add column claimed_at timestamptz;

-- Independence (centre/registrations/rules.ts gives the reasons): a second lock behind the rule.
alter table public.registrations add check (tutor_id <> candidate_id and tutor_id <> iqa_id);
alter table public.registrations add check (countersigner_id <> candidate_id and countersigner_id <> assessor_id and countersigner_id <> iqa_id);
alter table public.registrations add check (iqa_id <> candidate_id and iqa_id <> assessor_id);

-- A part passes to another person and a registration ends early: who did it, when and why stays in the events.
grant update (assessor_id, tutor_id, countersigner_id, iqa_id, site, ends_on, claimed_at) on public.registrations to evident_app;
create policy own_update on public.registrations for update to evident_app using (organisation_id = evident.organisation());

-- keys

alter table public.registrations add foreign key (organisation_id, tutor_id) references public.people;
alter table public.registrations add foreign key (organisation_id, countersigner_id) references public.people;
alter table public.registrations add foreign key (organisation_id, iqa_id) references public.people;
