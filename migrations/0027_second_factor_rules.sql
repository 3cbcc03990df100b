-- Shops that demand a second factor of some roles: a JSON list of their ids, and from when on. A shop that demands
-- nothing has no row. The rules are those of 0001.

CREATE TABLE second_factor_rules (
    shop_id bigint NOT NULL PRIMARY KEY,
    roles text NOT NULL,
    from_ms bigint NOT NULL
);
