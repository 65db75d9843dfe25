-- Forms that were posted after a session had ended, sealed, until the same person has signed in again or their time is over.
create table directory_held(
    id text primary key,
    until text not null,
    content text not null);
create index directory_held_until on directory_held(until);
