-- The key of the form with which something was written to a customer: the same again writes
-- nothing. Null where the form had none.
alter table customer_notes add column request_id text;

create unique index customer_notes_by_request on customer_notes (user_id, request_id);
