-- What programs of others sent, each under an id of their own, so that a repeated sending makes no twin.
create table cases_sending(
    id text primary key,
    client text not null,
    kind text not null,
    case_id text not null,
    content text not null,
    at text not null);
create index cases_sending_list on cases_sending(client, at desc, id desc) where kind = 'case';

-- Files sent by programs for cases to come.
create table cases_sent_file(
    id text primary key,
    client text not null,
    name text not null,
    hash text not null,
    size bigint not null,
    type text not null,
    scanned integer not null,
    added_at text not null,
    expires_at text not null);
create index cases_sent_file_client on cases_sent_file(client, expires_at);
