-- How the tables of banks and acquirers are read, and what payment services paid out. The rules are those of 0001.

-- mapping is a text that SQL never looks into.
CREATE TABLE table_mappings (
    shop_id bigint NOT NULL,
    account text NOT NULL,
    mapping text NOT NULL,
    updated_by text NOT NULL,
    updated_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, account)
);

-- What a service sent to the shop's account in one sum; the sums are those of its items. It is awaited until it is
-- settled: by the bank entry in which it arrived, or by a person who saw it.
CREATE TABLE payouts (
    shop_id bigint NOT NULL,
    payout_id text NOT NULL,
    provider text NOT NULL,
    account text NOT NULL,
    reference text NOT NULL,
    status text NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    arrives_at_ms bigint NOT NULL,
    fault text NOT NULL,
    items bigint NOT NULL,
    unmatched bigint NOT NULL,
    gross_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    net_minor bigint NOT NULL,
    bank_entry_id text NOT NULL,
    settled_at_ms bigint,
    settled_by text NOT NULL,
    told_by text NOT NULL,
    created_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, payout_id),
    UNIQUE (shop_id, provider, account, reference)
);

CREATE INDEX payouts_by_arrival ON payouts (shop_id, arrives_at_ms, payout_id);
CREATE INDEX payouts_awaited ON payouts (shop_id, arrives_at_ms, payout_id) WHERE settled_at_ms IS NULL;
CREATE INDEX payouts_awaited_sum ON payouts (shop_id, amount_minor, payout_id) WHERE settled_at_ms IS NULL;

CREATE TABLE payout_items (
    shop_id bigint NOT NULL,
    payout_id text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,
    reference text NOT NULL,
    payment_reference text NOT NULL,
    words text NOT NULL,
    gross_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    net_minor bigint NOT NULL,
    at_ms bigint,
    order_id text NOT NULL,
    order_number text NOT NULL,
    payment_id text NOT NULL,
    entry_id text NOT NULL,
    PRIMARY KEY (shop_id, payout_id, position),
    FOREIGN KEY (shop_id, payout_id) REFERENCES payouts (shop_id, payout_id)
);

CREATE TABLE payout_fetches (
    shop_id bigint NOT NULL,
    provider text NOT NULL,
    account text NOT NULL,
    fetched_at_ms bigint NOT NULL,
    fault text NOT NULL,
    PRIMARY KEY (shop_id, provider, account)
);

-- The payout that a capture came with; empty while it is in none.
ALTER TABLE ledger_entries ADD COLUMN payout_id text NOT NULL DEFAULT '';
CREATE INDEX ledger_entries_not_paid_out ON ledger_entries (shop_id, received_at_ms, order_id, entry_id)
    WHERE kind = 'capture' AND source = 'gateway' AND payout_id = '';

-- The payout that an entry is; orders have no part in it then.
ALTER TABLE bank_entries ADD COLUMN payout_id text NOT NULL DEFAULT '';
CREATE INDEX bank_entries_open ON bank_entries (shop_id, amount_minor, entry_id) WHERE status = 'open';
