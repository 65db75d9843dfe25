-- A client whose token opens nothing for a while.
alter table directory_client add column suspended_at text null;
