-- What was sold on days that are over, counted once. The rules are those of 0001.

-- A day of the shop's calendar (since 1970-01-01) whose figures are kept, and the zone in which it was counted.
CREATE TABLE sales_days (
    shop_id bigint NOT NULL,
    day integer NOT NULL,
    timezone text NOT NULL,
    PRIMARY KEY (shop_id, day),
    FOREIGN KEY (shop_id) REFERENCES shops (shop_id)
);

-- Its figures by each key of the statistics (by_what); shown is an item's name as it is spelled.
CREATE TABLE sales_figures (
    shop_id bigint NOT NULL,
    by_what text NOT NULL,
    day integer NOT NULL,
    currency text NOT NULL,
    key_text text NOT NULL,
    shown text NOT NULL,
    orders bigint NOT NULL,
    units bigint NOT NULL,
    gross_minor bigint NOT NULL,
    discounts_minor bigint NOT NULL,
    tax_minor bigint NOT NULL,
    cancelled_minor bigint NOT NULL,
    allowances_minor bigint NOT NULL,
    refunds_minor bigint NOT NULL,
    PRIMARY KEY (shop_id, by_what, day, currency, key_text),
    FOREIGN KEY (shop_id, day) REFERENCES sales_days (shop_id, day)
);

-- Each change of an order, in the very unit of work that made it: its day is to be counted again. A row of its own for
-- each change, so that counting takes away only what it has seen.
CREATE TABLE sales_changes (
    shop_id bigint NOT NULL,
    placed_at_ms bigint NOT NULL,
    order_id text NOT NULL,
    version bigint NOT NULL,
    event_count bigint NOT NULL,
    PRIMARY KEY (shop_id, placed_at_ms, order_id, version, event_count),
    FOREIGN KEY (shop_id) REFERENCES shops (shop_id)
);
