-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0017_comments.sql
--
-- What people wrote in a campaign, while two colleges read it, and what they released. docs/anonymity.md, section 9.

-- In an order that says nothing; gone once released, or on the day the manifest says.
create table comment_read (
    campaign_id text not null references campaign (id),
    number integer not null,
    item text not null,
    written text not null,
    shown text not null,
    direction integer not null,
    staff_representatives integer not null,
    primary key (campaign_id, number)
);

-- One text, never written again.
create table comment_release (
    campaign_id text primary key references campaign (id),
    released text not null,
    hash text not null
);
