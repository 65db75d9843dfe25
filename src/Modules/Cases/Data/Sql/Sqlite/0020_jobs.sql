-- Automatic steps that wait for their time. Written with the case; the case itself holds what they are.
create table cases_job(
    case_id text not null references cases_case(id),
    id bigint not null,
    type text not null,
    due_at text not null,
    primary key (case_id, id));
create index cases_job_due on cases_job(due_at);
