-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0016_urn_elsewhere.sql
--
-- Where ballots are handed in, when that is another body's urn: as the manifest says it.

alter table campaign_manifest add column urn text;
