-- Personal data that was erased, and what each shop keeps for how long. The rules are those of 0001.

-- When the people of an order were erased: names, addresses and words are gone since.
ALTER TABLE orders ADD COLUMN people_erased_at_ms bigint;

UPDATE orders SET people_erased_at_ms = removed_at_ms
WHERE removed_at_ms IS NOT NULL AND timer_at_ms IS NULL AND email_key = '' AND buyer_key = '';

-- Who is still to be erased after the shop's time, oldest first.
CREATE INDEX orders_with_people ON orders (shop_id, placed_at_ms, order_id) WHERE people_erased_at_ms IS NULL;

-- Years that invoices and credit notes are kept with the names on them; months after which the people of orders that
-- are done are erased by themselves (0: never).
ALTER TABLE shops ADD COLUMN keep_documents_years bigint NOT NULL DEFAULT 10;
ALTER TABLE shops ADD COLUMN erase_after_months bigint NOT NULL DEFAULT 0;

-- What a payment service told is needed until it is settled; it may name the buyer.
UPDATE provider_notices SET body = '' WHERE is_open = 0 AND body <> '';
