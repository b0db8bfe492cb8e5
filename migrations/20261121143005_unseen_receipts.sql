-- What a user got and has not seen.
create index receipts_unseen on receipts (user_id, seq) where seen_at is null;
