-- Programs that are told of changes: who listens, what is on its way to them, and every attempt. The rules are those
-- of 0001.

CREATE TABLE webhooks (
    shop_id bigint NOT NULL,
    webhook_id text NOT NULL,
    url text NOT NULL,
    description text NOT NULL,
    events text NOT NULL,
    is_on bigint NOT NULL,
    off_reason text NOT NULL,
    secret text NOT NULL,
    old_secret text NOT NULL,
    old_secret_until_ms bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    changed_at_ms bigint NOT NULL,
    last_delivered_at_ms bigint,
    failing_since_ms bigint,
    failures bigint NOT NULL,
    paused_until_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, webhook_id)
);

CREATE INDEX webhooks_listening ON webhooks (paused_until_ms) WHERE is_on = 1;

-- One row an event and endpoint, with the very words that leave, so that every attempt says the same.
CREATE TABLE webhook_deliveries (
    shop_id bigint NOT NULL,
    delivery_id text NOT NULL,
    webhook_id text NOT NULL,
    event_id text NOT NULL,
    event_type text NOT NULL,
    order_id text NOT NULL,
    order_number text NOT NULL,
    event_sequence bigint NOT NULL,
    body text NOT NULL,
    status text NOT NULL,
    is_open bigint NOT NULL,
    due_at_ms bigint NOT NULL,
    next_at_ms bigint NOT NULL,
    attempts bigint NOT NULL,
    http_status bigint NOT NULL,
    fault text NOT NULL,
    created_at_ms bigint NOT NULL,
    settled_at_ms bigint,
    PRIMARY KEY (shop_id, delivery_id)
);

CREATE INDEX webhook_deliveries_open ON webhook_deliveries (shop_id, webhook_id, next_at_ms, delivery_id)
WHERE is_open = 1;
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (shop_id, webhook_id, delivery_id);
CREATE INDEX webhook_deliveries_by_status ON webhook_deliveries (shop_id, webhook_id, status, delivery_id);
CREATE INDEX webhook_deliveries_by_order ON webhook_deliveries (shop_id, order_id, event_sequence);
CREATE INDEX webhook_deliveries_settled ON webhook_deliveries (shop_id, settled_at_ms, delivery_id)
WHERE is_open = 0;

CREATE TABLE webhook_attempts (
    shop_id bigint NOT NULL,
    delivery_id text NOT NULL,
    at_ms bigint NOT NULL,
    duration_ms bigint NOT NULL,
    http_status bigint NOT NULL,
    fault text NOT NULL,
    answer text NOT NULL,
    PRIMARY KEY (shop_id, delivery_id, at_ms)
);
