-- What is asked of payment services, and what they keep of it. The rules are those of 0001.

-- A question and what became of it. is_open is 1 while there is something to do: next_at_ms is then when, due or the
-- lease's end. The id goes along as the key under which a service does a thing once.
CREATE TABLE gateway_calls (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    call_id text NOT NULL,
    position integer NOT NULL,
    payment_id text NOT NULL,
    kind text NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
    refund_id text NOT NULL,
    status text NOT NULL,
    reference text NOT NULL,
    reason text NOT NULL,
    telling text NOT NULL,
    event_sequence bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    settled_at_ms bigint,
    is_open integer NOT NULL,
    next_at_ms bigint NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (shop_id, order_id, call_id),
    FOREIGN KEY (shop_id, order_id, payment_id) REFERENCES payments (shop_id, order_id, payment_id)
);

CREATE INDEX gateway_calls_due ON gateway_calls (next_at_ms, shop_id) WHERE is_open = 1;
CREATE INDEX gateway_calls_open ON gateway_calls (shop_id, next_at_ms, order_id, call_id) WHERE is_open = 1;

ALTER TABLE ledger_entries ADD COLUMN fee_minor bigint NOT NULL DEFAULT 0;

-- The other side of the built-in sandbox: what it did, as a real service would keep it in its own house.
CREATE TABLE sandbox_movements (
    shop_id bigint NOT NULL,
    payment_id text NOT NULL,
    movement_key text NOT NULL,
    kind text NOT NULL,
    amount_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    failed integer NOT NULL,
    at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, payment_id, movement_key)
);
