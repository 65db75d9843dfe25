-- Mails made from the log and from expiring drafts. Those of the log can be forgotten and made anew.
create table cases_message(
    id text primary key,
    to_address text not null,
    name text not null,
    subject text not null,
    body text not null,
    made_at text not null,
    state text not null,
    tries integer not null,
    next_try_at text not null,
    error text null);
create index cases_message_queue on cases_message(next_try_at) where state = 'queued';

-- What became of a message, kept when the messages are forgotten, so that none is sent twice.
create table cases_sent(
    key text primary key,
    state text not null,
    at text not null);
