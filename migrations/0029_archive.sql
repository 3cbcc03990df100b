-- The archive of events: timelines of orders that are done, out of the way of those that are not. The rules are those
-- of 0001.

-- As order_events with the words beside; notes and reasons can be erased.
CREATE TABLE archived_events (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    sequence bigint NOT NULL,
    event_id text NOT NULL,
    at_ms bigint NOT NULL,
    type text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    note_is_internal integer NOT NULL,
    data text NOT NULL,
    before text NOT NULL,
    note text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (shop_id, order_id, sequence),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

-- Whether every event of the order is in the archive; the next change of the order says no again.
ALTER TABLE orders ADD COLUMN archived integer NOT NULL DEFAULT 0;

-- What is still to be archived after the shop's time, oldest first.
CREATE INDEX orders_with_live_events ON orders (shop_id, placed_at_ms, order_id) WHERE archived = 0;

-- Months after which the timelines of orders that are done move to the archive (0: never).
ALTER TABLE shops ADD COLUMN archive_after_months bigint NOT NULL DEFAULT 0;
