-- Files are asked for by whose portfolio they belong to.

create index uploads_candidate on public.uploads (organisation_id, candidate_id);
