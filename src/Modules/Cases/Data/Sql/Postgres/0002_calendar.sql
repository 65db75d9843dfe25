-- The calendar that open cases' due times were last computed with, as lines of text. One row.
create table cases_calendar(
    id integer primary key,
    lines text not null,
    used_from timestamptz not null);
