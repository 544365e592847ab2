-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0014_urn.sql
--
-- Sealed ballots, in the order of their receipts (docs/anonymity.md, section 6). No time, no counter, no default: a batch is
-- one transaction, sorted before it is written, and on SQLite the tables have no row number at all (see store/sqlite.cpp).

-- What the urn knows of a campaign. The closing line stands here: how many, root of all, head; nothing of it while it is open, nor
-- when it was destroyed unopened.
create table urn_campaign (
    campaign_id text primary key,
    manifest_hash text not null,
    threshold integer not null check (threshold >= 2),
    record_bytes integer not null check (record_bytes > 0),
    state text not null check (state in ('open', 'closed', 'destroyed')),
    ballots integer,
    root text,
    head text
);

create table ballot (
    campaign_id text not null references urn_campaign (campaign_id),
    receipt text not null,
    record text not null,
    primary key (campaign_id, receipt)
);

create table closed_ballot (
    campaign_id text not null references urn_campaign (campaign_id),
    receipt text not null,
    record text not null,
    primary key (campaign_id, receipt)
);

create table ballot_batch (
    campaign_id text not null references urn_campaign (campaign_id),
    number integer not null,
    ballots integer not null,
    root text not null,
    head text not null,
    primary key (campaign_id, number)
);
