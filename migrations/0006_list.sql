-- What the order list shows beside the orders: money that went back or has to, card holds that run out, and the views
-- that people keep. The rules are those of 0001.

-- Projections like stage: what cards hold and have not paid, and when the first hold ends.
ALTER TABLE orders ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN owed_back_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN hold_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN hold_until_ms bigint;

-- The orders that are there already: what the ledger says of them.
UPDATE orders SET hold_minor = (SELECT CAST(sum(p.amount_minor) AS bigint) FROM payments p
    WHERE p.shop_id = orders.shop_id AND p.order_id = orders.order_id AND p.status = 'authorized'),
    hold_until_ms = (SELECT min(p.expires_at_ms) FROM payments p
    WHERE p.shop_id = orders.shop_id AND p.order_id = orders.order_id AND p.status = 'authorized')
WHERE removed_at_ms IS NULL AND EXISTS (SELECT 1 FROM payments p
    WHERE p.shop_id = orders.shop_id AND p.order_id = orders.order_id AND p.status = 'authorized');
UPDATE orders SET refunded_minor = CAST((SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r
    WHERE r.shop_id = orders.shop_id AND r.order_id = orders.order_id AND r.status = 'succeeded'
    AND r.execution <> 'initiated') + (SELECT coalesce(sum(e.amount_minor), 0) FROM ledger_entries e
    WHERE e.shop_id = orders.shop_id AND e.order_id = orders.order_id AND e.kind = 'chargeback') AS bigint)
WHERE EXISTS (SELECT 1 FROM refunds r WHERE r.shop_id = orders.shop_id AND r.order_id = orders.order_id)
    OR EXISTS (SELECT 1 FROM ledger_entries e WHERE e.shop_id = orders.shop_id AND e.order_id = orders.order_id
    AND e.kind = 'chargeback');
UPDATE orders SET owed_back_minor = CAST((SELECT coalesce(sum(CASE WHEN e.kind = 'capture' THEN e.amount_minor
    WHEN e.kind = 'reversal' THEN 0 - e.amount_minor ELSE 0 END), 0) FROM ledger_entries e
    WHERE e.shop_id = orders.shop_id AND e.order_id = orders.order_id) - refunded_minor - owed_minor AS bigint)
WHERE due_minor = 0 AND EXISTS (SELECT 1 FROM ledger_entries e
    WHERE e.shop_id = orders.shop_id AND e.order_id = orders.order_id);

-- A removed order waits in no queue.
UPDATE orders SET queue = 'none' WHERE removed_at_ms IS NOT NULL AND queue <> 'none';

CREATE INDEX orders_by_hold ON orders (shop_id, hold_until_ms, order_id) WHERE hold_until_ms IS NOT NULL;

-- A list with its filters, order and columns, under a name. The shop is 0 for the list over all shops.
CREATE TABLE saved_views (
    shop_id bigint NOT NULL,
    view_id text NOT NULL,
    owner_id text NOT NULL,
    owner_name text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    query text NOT NULL,
    columns text NOT NULL,
    shared integer NOT NULL,
    position bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    updated_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, view_id)
);

CREATE UNIQUE INDEX saved_views_own ON saved_views (shop_id, owner_id, name_key);
CREATE UNIQUE INDEX saved_views_shared ON saved_views (shop_id, name_key) WHERE shared = 1;
