-- Money that moved, as the books see it, and what is handed to an accounting system. The rules are those of 0001.

-- Rows are added with the fact that they follow from, and never changed.
CREATE TABLE money_moves (
    shop_id bigint NOT NULL,
    move_id text NOT NULL,
    kind text NOT NULL,
    booked_at_ms bigint NOT NULL,
    value_at_ms bigint NOT NULL,
    order_id text NOT NULL,
    order_number text NOT NULL,
    buyer text NOT NULL,
    payment_id text NOT NULL,
    method text NOT NULL,
    provider text NOT NULL,
    account text NOT NULL,
    source text NOT NULL,
    amount_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    currency text NOT NULL,
    reference text NOT NULL,
    PRIMARY KEY (shop_id, move_id)
);

CREATE INDEX money_moves_by_time ON money_moves (shop_id, booked_at_ms, move_id);
CREATE INDEX money_moves_of_order ON money_moves (shop_id, order_id);

CREATE TABLE accounting_transfers (
    shop_id bigint NOT NULL,
    document_id text NOT NULL,
    order_id text NOT NULL,
    status text NOT NULL,
    link text NOT NULL,
    fault text NOT NULL,
    attempts bigint NOT NULL,
    due_at_ms bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    done_at_ms bigint,
    PRIMARY KEY (shop_id, document_id)
);

CREATE INDEX accounting_transfers_of_order ON accounting_transfers (shop_id, order_id);
CREATE INDEX accounting_transfers_due ON accounting_transfers (due_at_ms, document_id) WHERE status = 'waiting';

-- What moved before there was a register. What an imported order brought with it stands in other books.
INSERT INTO money_moves
    SELECT e.shop_id, e.entry_id, CASE e.kind WHEN 'capture' THEN 'payment' ELSE e.kind END, e.recorded_at_ms,
        e.received_at_ms, e.order_id, o.number,
        CASE WHEN o.buyer_company <> '' THEN o.buyer_company WHEN o.buyer_name <> '' THEN o.buyer_name
            ELSE o.buyer_email END,
        e.payment_id, p.method, p.provider, p.account,
        CASE e.kind WHEN 'capture' THEN e.source ELSE COALESCE((SELECT c.source FROM ledger_entries c
            WHERE c.shop_id = e.shop_id AND c.order_id = e.order_id AND c.payment_id = e.payment_id
            AND c.kind = 'capture' ORDER BY c.position DESC LIMIT 1), 'operator') END,
        e.amount_minor, e.fee_minor, o.currency, e.reference
    FROM ledger_entries e
    JOIN payments p ON p.shop_id = e.shop_id AND p.order_id = e.order_id AND p.payment_id = e.payment_id
    JOIN orders o ON o.shop_id = e.shop_id AND o.order_id = e.order_id
    WHERE (o.imported = 0 OR e.recorded_at_ms > o.created_at_ms) AND (e.amount_minor <> 0 OR e.fee_minor <> 0);

-- When a case was won is known to its order's events alone; it is booked where the case is.
INSERT INTO money_moves
    SELECT m.shop_id, m.move_id || '.won', 'chargeback_won', m.booked_at_ms, m.value_at_ms, m.order_id,
        m.order_number, m.buyer, m.payment_id, m.method, m.provider, m.account, m.source, m.amount_minor, 0,
        m.currency, m.reference
    FROM money_moves m
    JOIN ledger_entries e ON e.shop_id = m.shop_id AND e.order_id = m.order_id AND e.entry_id = m.move_id
    WHERE m.kind = 'chargeback' AND e.won = 1;

INSERT INTO money_moves
    SELECT r.shop_id, r.refund_id, 'refund', r.created_at_ms, r.created_at_ms, r.order_id, o.number,
        CASE WHEN o.buyer_company <> '' THEN o.buyer_company WHEN o.buyer_name <> '' THEN o.buyer_name
            ELSE o.buyer_email END,
        r.payment_id, COALESCE(p.method, ''), COALESCE(p.provider, ''), COALESCE(p.account, ''),
        COALESCE((SELECT c.source FROM ledger_entries c WHERE c.shop_id = r.shop_id AND c.order_id = r.order_id
            AND c.payment_id = r.payment_id AND c.kind = 'capture' ORDER BY c.position DESC LIMIT 1), 'operator'),
        r.amount_minor, 0, o.currency, r.reference
    FROM refunds r
    JOIN orders o ON o.shop_id = r.shop_id AND o.order_id = r.order_id
    LEFT JOIN payments p ON p.shop_id = r.shop_id AND p.order_id = r.order_id AND p.payment_id = r.payment_id
    WHERE r.status = 'succeeded' AND r.execution <> 'initiated' AND r.amount_minor <> 0
        AND (o.imported = 0 OR r.created_at_ms > o.created_at_ms);

INSERT INTO money_moves
    SELECT t.shop_id, t.payout_id || '.' || t.settled_at_ms, 'payout', t.settled_at_ms, t.arrives_at_ms, '', '', '',
        '', '', t.provider, t.account, 'bank', t.amount_minor,
        t.fee_minor - COALESCE((SELECT sum(m.fee_minor) FROM payout_items i
            JOIN money_moves m ON m.shop_id = i.shop_id AND m.move_id = i.entry_id
            WHERE i.shop_id = t.shop_id AND i.payout_id = t.payout_id AND i.kind = 'payment'), 0)
            - COALESCE((SELECT sum(i.gross_minor) FROM payout_items i
            WHERE i.shop_id = t.shop_id AND i.payout_id = t.payout_id AND i.kind = 'fee'), 0),
        t.currency, t.reference
    FROM payouts t WHERE t.settled_at_ms IS NOT NULL;
