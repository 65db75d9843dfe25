-- Backups that were made.
create table platform_backup(
    at text not null,
    file text not null,
    size bigint not null);
create index platform_backup_at on platform_backup(at);
