-- Money that somebody has to see to: chargebacks with their deadline, refunds that were promised or failed, and
-- questions to payment services that wait for the end of a hold period. The rules are those of 0001.

ALTER TABLE ledger_entries ADD COLUMN answer_by_ms bigint;
ALTER TABLE ledger_entries ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE ledger_entries ADD COLUMN won integer NOT NULL DEFAULT 0;
ALTER TABLE gateway_calls ADD COLUMN not_before_ms bigint NOT NULL DEFAULT 0;

-- Cases without a deadline stand behind those that have one.
CREATE INDEX ledger_entries_charged_back
    ON ledger_entries (shop_id, (COALESCE(answer_by_ms, 253402300799999)), order_id, entry_id)
    WHERE kind = 'chargeback' AND undecided = 1;
CREATE INDEX ledger_entries_decided ON ledger_entries (shop_id, won, recorded_at_ms, order_id, entry_id)
    WHERE kind = 'chargeback' AND undecided = 0;
CREATE INDEX refunds_to_make ON refunds (shop_id, created_at_ms, order_id, refund_id)
    WHERE status = 'failed' OR (execution = 'initiated' AND status = 'pending');
