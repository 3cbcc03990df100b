-- The tags that orders have already, read out of their JSON in PostgreSQL's way.
INSERT INTO order_tags (shop_id, order_id, tag, placed_at_ms)
SELECT DISTINCT o.shop_id, o.order_id, t.value, o.placed_at_ms
FROM orders o CROSS JOIN LATERAL json_array_elements_text(o.tags::json) t (value) WHERE o.tags <> '[]';
