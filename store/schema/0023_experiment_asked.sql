-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0023_experiment_asked.sql
--
-- The page of an experiment that colleges were asked about, word for word.

create table experiment_asked (
    gate_id text primary key references gate (id),
    experiment_id text not null references experiment (id),
    version integer not null,
    page text not null
);
create index experiment_asked_by_experiment on experiment_asked (experiment_id);
