-- The language that a user has chosen for the back office, on all devices; null where
-- each browser says it.
alter table users add column language text;
