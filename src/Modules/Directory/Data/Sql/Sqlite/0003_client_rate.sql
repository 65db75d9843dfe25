-- How many requests a minute a client may make; 0 for any number.
alter table directory_client add column per_minute integer not null default 600;
