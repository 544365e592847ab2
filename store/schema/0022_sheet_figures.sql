-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0022_sheet_figures.sql
--
-- What experiments had counted when a version of a sheet was written: it is read with that version, by the circle that reads it,
-- and does not move with the experiment.

create table sheet_figures (
    sheet_id text not null references sheet (id),
    number integer not null,
    taken_on text not null,
    experiments text not null,
    primary key (sheet_id, number)
);
