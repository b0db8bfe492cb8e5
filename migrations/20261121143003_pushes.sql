-- Who sent which message.
create table pushes (
    seq integer primary key references events (seq) on delete cascade,
    sender_kind text not null constraint pushes_sender_kind check (
        sender_kind in ('user', 'program')
    ),
    sender_id integer not null
) strict;

-- Requests that a sender marked as one by an `Idempotency-Key`, and what became
-- of them: the same request again sends nothing.
create table push_requests (
    sender_kind text not null constraint push_requests_sender_kind check (
        sender_kind in ('user', 'program')
    ),
    sender_id integer not null,
    key text not null,
    -- What was asked for, as JSON.
    draft text not null,
    seq integer not null,
    created_at integer not null,
    primary key (sender_kind, sender_id, key)
) strict, without rowid;

create index push_requests_by_age on push_requests (created_at);
