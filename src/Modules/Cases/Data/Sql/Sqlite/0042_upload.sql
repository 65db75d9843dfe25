-- Files that were put for drafts and for nothing else; swept some time after no draft names them any more.
create table cases_upload(
    hash text primary key,
    mark bigint not null,
    at text not null,
    unnamed_since text null);
create index cases_upload_at on cases_upload(at);
