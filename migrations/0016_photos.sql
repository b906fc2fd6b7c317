-- Photos of learners' work. The bytes lie in the file store under their hash; the row says whose work it is.

create table public.photos (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  width integer not null,
  height integer not null,
  taken_at timestamptz not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, id)
);
create index photos_learner on public.photos (organisation_id, learner_id);
create index photos_file on public.photos (organisation_id, file_hash);
comment on table public.photos is 'WebP, at most 1600 pixels a side, without metadata. Two rows may share one file; the file goes with the last of them.';
select evident.protect('photos', 'select, insert', true);

-- keys

alter table public.photos add foreign key (organisation_id, learner_id) references public.learners;
alter table public.photos add foreign key (organisation_id, added_by) references public.people;
