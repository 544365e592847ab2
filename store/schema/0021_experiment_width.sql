-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0021_experiment_width.sql
--
-- What an experiment wider than one team says besides, and who lets the experiments of a programme begin.

alter table experiment add column why_not_smaller text;
alter table experiment add column teams_asked text;
alter table programme add column experiment_gate text check (experiment_gate in ('team', 'wide', 'each'));
