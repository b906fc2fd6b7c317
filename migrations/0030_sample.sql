-- The sample: when its making began and how far it got, so that one that was cut short is finished at the next start.

alter table public.installation add column sample_began_at timestamptz, add column sample_scene integer;
comment on column public.installation.sample_began_at is 'When the sample school and college were begun: their "today".';
comment on column public.installation.sample_scene is 'While the sample is being made, how many of its scenes are played; null before and after.';
grant update (sample_began_at, sample_scene) on public.installation to evident_app;
