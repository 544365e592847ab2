-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0021_experiment_width.sql
--
-- What an experiment wider than one unit says besides, who lets the experiments of a programme begin, and the page that
-- colleges were asked about, word for word.

alter table experiment add column why_not_smaller text;
alter table experiment add column teams_asked text;
alter table programme add column experiment_gate text check (experiment_gate in ('team', 'wide', 'each'));

create table experiment_asked (
    gate_id text primary key references gate (id),
    experiment_id text not null references experiment (id),
    version integer not null,
    page text not null
);
create index experiment_asked_by_experiment on experiment_asked (experiment_id);
