-- What an item of evidence says, version by version. What was said before stays.

create table public.evidence_versions (
  organisation_id uuid not null,
  evidence_id uuid not null,
  version integer not null check (version > 0),
  title text not null,
  occurred_on date not null,
  record text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, evidence_id, version)
);
comment on table public.evidence_versions is 'Append-only. The highest version is what an item says now. record: canonical JSON, by method; content_hash: SHA-256 of the canonical JSON of method, title, occurredOn, record and files, so the same content again has the same hash. written_by may be the post, which is no person.';

-- What was written before there were versions becomes each item's first one. The owner, too, sees no row under forced security.
alter table public.evidence_items no force row level security;

insert into public.evidence_versions
select organisation_id, id, 1, title, occurred_on, said,
  encode(sha256(convert_to('{"files":[],"method":' || to_json(method) || ',"occurredOn":' || to_json(occurred_on) || ',"record":' || said || ',"title":' || to_json(title) || '}', 'UTF8')), 'hex'),
  added_by, added_at
from (
  select *, case method
    when 'O' then '{"candidateComment":"","endedAt":null,"entries":[],"feedback":"","learners":[],"method":"O","note":' || to_json(note) || ',"place":"","startedAt":null}'
    when 'WT' then '{"category":"","method":"WT","note":' || to_json(note) || ',"relationship":"","signedAt":null,"statement":"","witnessId":null,"witnessName":""}'
    when 'A' then '{"declaration":"","headings":[],"method":"A","note":' || to_json(note) || ',"sources":[]}'
    when 'Q' then '{"exchanges":[],"method":"Q","note":' || to_json(note) || '}'
    when 'PD' then '{"agenda":[],"agreedAt":null,"method":"PD","note":' || to_json(note) || ',"startedAt":null,"summary":"","timeIndex":[]}'
    when 'RA' then '{"eventOn":null,"method":"RA","note":' || to_json(note) || ',"nowWhat":"","ownRole":"","soWhat":"","what":""}'
    else '{"howProduced":"","method":"PE","note":' || to_json(note) || ',"place":""}'
  end as said
  from public.evidence_items
) as items;

alter table public.evidence_items force row level security;
alter table public.evidence_items drop column title, drop column occurred_on, drop column note;
comment on table public.evidence_items is 'One item of evidence of one candidate; its reference (PE-01) is method and number, in every unit the same, and never used again. What it says lies in its versions; a descriptor''s text in its letter.';

select evident.protect('evidence_versions', 'select, insert');

-- keys

alter table public.evidence_versions add foreign key (organisation_id, evidence_id) references public.evidence_items;
