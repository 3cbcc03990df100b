-- The order engine: what a unit's way needs beyond placing, the register of removed orders, timers, revisions kept
-- beside their order, and beside each decision what it changed. The rules are those of 0001.

-- What is set aside, and the frozen value of what was cancelled and not refunded.
ALTER TABLE order_lines ADD COLUMN reserved bigint NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN gone_shipped bigint NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN cancelled_minor bigint NOT NULL DEFAULT 0;

ALTER TABLE refunds ADD COLUMN settles text NOT NULL DEFAULT '';
ALTER TABLE refunds ADD COLUMN reference text NOT NULL DEFAULT '';

ALTER TABLE documents ADD COLUMN draft integer NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN amount_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN tax_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN refers_to text NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN parts text NOT NULL DEFAULT '[]';

-- undoable is a JSON text, empty when nothing can be taken back. timer_at_ms is a projection like stage.
ALTER TABLE orders ADD COLUMN undoable text NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN dunning_done integer NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN task text NOT NULL DEFAULT 'none';
ALTER TABLE orders ADD COLUMN invoice_due_at_ms bigint;
ALTER TABLE orders ADD COLUMN removed_at_ms bigint;
ALTER TABLE orders ADD COLUMN removed_by text NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN removed_reason text NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN timer_at_ms bigint;

-- What the decision changed, as a merge patch back to the facts before it; it stands beside the decision's first event
-- and holds no personal data.
ALTER TABLE order_events ADD COLUMN before text NOT NULL DEFAULT '';

CREATE TABLE revision_drafts (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    body text NOT NULL,
    by_name text NOT NULL,
    updated_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

-- What a timer has to look at, the register, and what is set aside of a SKU, which the index alone answers.
CREATE INDEX orders_by_timer ON orders (shop_id, timer_at_ms, order_id) WHERE timer_at_ms IS NOT NULL;
CREATE INDEX orders_removed ON orders (shop_id, removed_at_ms, order_id) WHERE removed_at_ms IS NOT NULL;
CREATE INDEX order_lines_reserved ON order_lines (shop_id, sku, reserved) WHERE reserved > 0;
