-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0011_contacts.sql
--
-- Whom to go to in an establishment, for what this is not for.

create table local_contact (
    place_id text not null references place (id),
    code text not null,
    words text not null,
    version integer not null,
    primary key (place_id, code)
);
