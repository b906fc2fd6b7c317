-- Today asks for the last handovers that somebody sent.

create index handovers_sender on public.handovers (organisation_id, sent_by, sent_at desc);
