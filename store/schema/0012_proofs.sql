-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0012_proofs.sql
--
-- Whether somebody ever came in by a link sent to the account's address; and how each college said yes when a gate
-- was asked.

alter table account add column address_proven_on text;

alter table gate add column asked_rules text not null default '[]';
