-- Who changed which setting, who signed in, what was handed out: a chain of entries for each shop, of which the program
-- changes and removes none. Shop 0 is the platform. The rules are those of 0001.

CREATE TABLE audit_entries (
    shop_id bigint NOT NULL,
    position bigint NOT NULL,
    at_ms bigint NOT NULL,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    subject text NOT NULL,
    address text NOT NULL,
    detail text NOT NULL,
    previous_digest text NOT NULL,
    digest text NOT NULL,
    PRIMARY KEY (shop_id, position)
);

CREATE INDEX audit_entries_by_actor ON audit_entries (shop_id, actor_id, position);
CREATE INDEX audit_entries_by_kind ON audit_entries (shop_id, kind, position);
CREATE INDEX audit_entries_by_time ON audit_entries (shop_id, at_ms, position);

-- Where each chain ends, so that a cut end is seen; locked by whoever adds to it.
CREATE TABLE audit_ends (
    shop_id bigint NOT NULL PRIMARY KEY,
    position bigint NOT NULL,
    digest text NOT NULL
);
