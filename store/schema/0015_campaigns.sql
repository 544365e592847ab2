-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0015_campaigns.sql
--
-- Campaigns, the halves that two colleges hold of their key, and the guichet's codes. Nothing anybody answered is here but what was
-- published; ballots are the urn's (0014). docs/anonymity.md.

create table campaign (
    id text primary key,
    establishment_id text not null references place (id),
    title text not null,
    purpose text not null,
    mode text not null,
    instrument_id text,
    instrument_number integer,
    pickup_on text,
    opens_on text,
    closes_on text,
    destroy_by text,
    k integer not null,
    cut text not null,
    state text not null,
    begun_on text not null,
    ended_on text,
    ended_reason text,
    version integer not null,
    foreign key (instrument_id, instrument_number) references instrument_version (instrument_id, number)
);
create index campaign_of_establishment on campaign (establishment_id);

create table campaign_half (
    campaign_id text not null references campaign (id),
    holder text not null,
    commitment text not null,
    public_half text,
    signing_key text,
    proof text,
    manifest_signature text,
    rehearsed_device integer not null,
    rehearsed_sheets integer not null,
    mask_signature text,
    refused_on text,
    refusal text,
    primary key (campaign_id, holder)
);

-- What everybody reads, byte for byte, and a trial sealed to the joint key.
create table campaign_manifest (
    campaign_id text primary key references campaign (id),
    manifest text not null,
    hash text not null,
    instrument text not null,
    trial text not null
);

-- The guichet's own secrets; the server's half in light mode.
create table campaign_key (
    campaign_id text primary key references campaign (id),
    token_key text not null,
    signing_key text not null,
    server_half text
);

-- No day, no order: in the order of the digests of codes.
create table voter_code (
    code_digest text primary key,
    campaign_id text not null references campaign (id),
    blinded_digest text,
    blind_signature text
);

-- One college's part of an envelope, of every ballot in the order of receipts; gone once published.
create table campaign_opening (
    campaign_id text not null references campaign (id),
    holder text not null,
    envelope text not null,
    openings text not null,
    primary key (campaign_id, holder, envelope)
);

create table campaign_mask (
    campaign_id text primary key references campaign (id),
    mask text not null,
    hash text not null,
    unreadable integer not null,
    report text not null
);

-- The release: one signed file, never written again.
create table campaign_publication (
    campaign_id text primary key references campaign (id),
    identity text not null,
    file text not null
);

-- What the urn checks ballots by: it needs nothing else of the guichet, and may stand in another database.
create table urn_manifest (
    campaign_id text primary key,
    manifest text not null,
    hash text not null
);
