-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0020_evaluation_pen.sql
--
-- Who holds the pen of a session of embedded evaluation: one person, by name for every college.

alter table evaluation_session add column held_by text references account (id);
