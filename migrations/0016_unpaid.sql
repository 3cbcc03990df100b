-- What is still to come: sums of unpaid orders by method and age, which the index alone answers. The rules are those of
-- 0001.

CREATE INDEX orders_unpaid ON orders (shop_id, placed_at_ms, payment_method, currency, due_minor)
    WHERE summary = 'unpaid' AND removed_at_ms IS NULL;
