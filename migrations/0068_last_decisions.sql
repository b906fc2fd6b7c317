-- Today asks what was decided in the last week.

create index handover_decisions_last on public.handover_decisions (organisation_id, decided_at desc);
