-- Accounts at payment services, links that ask for money, which payments are to be looked after, and what services
-- tell by themselves. The rules are those of 0001.

-- A list: provider, account, name, sealed credentials; empty ones once it is disconnected.
ALTER TABLE shops ADD COLUMN connections text NOT NULL DEFAULT '[]';

ALTER TABLE payments ADD COLUMN link_token text NOT NULL DEFAULT '';
ALTER TABLE payments ADD COLUMN page_url text NOT NULL DEFAULT '';
CREATE UNIQUE INDEX payments_by_link ON payments (link_token) WHERE link_token <> '';

CREATE INDEX ledger_entries_by_reference ON ledger_entries (shop_id, reference) WHERE reference <> '';

-- A row while a service may know more of the payment than the ledger. due_at_ms is when it is looked after, or the
-- lease's end.
CREATE TABLE payment_checks (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    payment_id text NOT NULL,
    due_at_ms bigint NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (shop_id, order_id, payment_id),
    FOREIGN KEY (shop_id, order_id, payment_id) REFERENCES payments (shop_id, order_id, payment_id)
);
CREATE INDEX payment_checks_due ON payment_checks (due_at_ms, shop_id);
CREATE INDEX payment_checks_of_shop ON payment_checks (shop_id, due_at_ms, order_id, payment_id);

-- What a service told, once. headers are kept while the service is still to be asked whether it said so.
CREATE TABLE provider_notices (
    shop_id bigint NOT NULL,
    provider text NOT NULL,
    event_id text NOT NULL,
    type text NOT NULL,
    account text NOT NULL,
    refs text NOT NULL,
    headers text NOT NULL,
    body text NOT NULL,
    status text NOT NULL,
    received_at_ms bigint NOT NULL,
    due_at_ms bigint NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    is_open integer NOT NULL,
    PRIMARY KEY (shop_id, provider, event_id)
);
CREATE INDEX provider_notices_due ON provider_notices (due_at_ms, shop_id) WHERE is_open = 1;
CREATE INDEX provider_notices_open ON provider_notices (shop_id, due_at_ms, provider, event_id) WHERE is_open = 1;
CREATE INDEX provider_notices_newest ON provider_notices (shop_id, provider, received_at_ms, event_id);
