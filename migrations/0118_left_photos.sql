-- A photo whose observation never came can be taken away: it lies in nobody's sight, and no act of a person reaches it.

grant delete on public.photos to evident_app;
create policy left_delete on public.photos for delete to evident_app using (
  organisation_id = evident.organisation()
  and not exists (select from public.learner_observations o where o.organisation_id = photos.organisation_id and o.photo_id = photos.id)
);
