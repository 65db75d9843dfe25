-- The unit stands beside the words: a common name is looked for among the cases of one's own units, not of the whole city.
create virtual table cases_find_by_unit using fts5(text, unit, case_id unindexed, tokenize='unicode61');
insert into cases_find_by_unit(text, unit, case_id)
    select f.text, replace(c.unit, '-', ''), f.case_id from cases_find f join cases_case c on c.id = f.case_id order by f.rowid;
drop table cases_find;
alter table cases_find_by_unit rename to cases_find;
