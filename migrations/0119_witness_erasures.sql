-- Erasing a witness: that it was done, by whom, when and why; and the right to empty words, for the role that erases and for nobody else.

create table public.witness_erasures (
  organisation_id uuid not null,
  id uuid not null,
  witness_id uuid not null,
  reason text not null check (reason in ('asked', 'not_needed', 'mistake')),
  erased_by uuid not null,
  erased_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, witness_id)
);
comment on table public.witness_erasures is 'The list of witnesses whose name was erased, replayed after a restore: an id, why, who, when, and no name. The id has no key: a witness who came after a backup is listed too.';
select evident.protect('witness_erasures', 'select, insert');

-- Rows, ids, times and hours stay, since what was observed rests on them; their words become empty, and can become nothing else.

grant select, update (name, position, relationship, qualifications) on public.witness_details to evident_eraser;
create policy erase_select on public.witness_details for select to evident_eraser using (organisation_id = evident.organisation());
create policy erase_words on public.witness_details for update to evident_eraser
  using (organisation_id = evident.organisation())
  with check (organisation_id = evident.organisation() and (name || position || relationship || qualifications) = '');

grant select, update (signed_name, content_hash) on public.witness_signatures to evident_eraser;
create policy erase_select on public.witness_signatures for select to evident_eraser using (organisation_id = evident.organisation());
create policy erase_words on public.witness_signatures for update to evident_eraser
  using (organisation_id = evident.organisation())
  with check (organisation_id = evident.organisation() and (signed_name = '' and content_hash = ''::bytea));

grant select, update (what) on public.witness_inductions to evident_eraser;
create policy erase_select on public.witness_inductions for select to evident_eraser using (organisation_id = evident.organisation());
create policy erase_words on public.witness_inductions for update to evident_eraser
  using (organisation_id = evident.organisation())
  with check (organisation_id = evident.organisation() and (what = ''));

grant select, update (knows_units, is_competent, third_words) on public.witness_approvals to evident_eraser;
create policy erase_select on public.witness_approvals for select to evident_eraser using (organisation_id = evident.organisation());
create policy erase_words on public.witness_approvals for update to evident_eraser
  using (organisation_id = evident.organisation())
  with check (organisation_id = evident.organisation() and (knows_units || is_competent || third_words) = '');

grant select, update (reason) on public.witness_disapprovals to evident_eraser;
create policy erase_select on public.witness_disapprovals for select to evident_eraser using (organisation_id = evident.organisation());
create policy erase_words on public.witness_disapprovals for update to evident_eraser
  using (organisation_id = evident.organisation())
  with check (organisation_id = evident.organisation() and (reason = ''));

grant select, update (reason) on public.witness_ends to evident_eraser;
create policy erase_select on public.witness_ends for select to evident_eraser using (organisation_id = evident.organisation());
create policy erase_words on public.witness_ends for update to evident_eraser
  using (organisation_id = evident.organisation())
  with check (organisation_id = evident.organisation() and (reason = ''));

comment on table public.removed_contents is 'Events whose content went with a removed note or an erased witness: why it is missing. Ids alone.';

-- keys

alter table public.witness_erasures add foreign key (organisation_id, erased_by) references public.people;
