-- A row is corrected once. Only corrections stand in the index that holds that: as a constraint it had an entry for each row of millions that
-- corrects nothing, and every look whether a row still stands went down through all of them (decision 0122).

alter table public.learner_observations drop constraint learner_observations_organisation_id_corrects_id_key;
create unique index learner_observations_corrects on public.learner_observations (organisation_id, corrects_id) where corrects_id is not null;
alter table public.feedback_given drop constraint feedback_given_organisation_id_corrects_id_key;
create unique index feedback_given_corrects on public.feedback_given (organisation_id, corrects_id) where corrects_id is not null;
alter table public.improvements drop constraint improvements_organisation_id_corrects_id_key;
create unique index improvements_corrects on public.improvements (organisation_id, corrects_id) where corrects_id is not null;
