-- Customers: one record per shop and e-mail address. The rules are those of 0001.

-- A record that was merged keeps its address and points to the record that speaks for it; search_text holds the folded
-- names and all addresses of the one that speaks.
CREATE TABLE customers (
    shop_id bigint NOT NULL,
    customer_id text NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    phone text NOT NULL,
    company text NOT NULL,
    vat_id text NOT NULL,
    language text NOT NULL,
    billing_address text NOT NULL,
    shipping_address text,
    notes text NOT NULL DEFAULT '',
    invoice_allowed integer NOT NULL DEFAULT 0,
    merged_into text NOT NULL DEFAULT '',
    version bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    updated_at_ms bigint NOT NULL,
    email_key text NOT NULL,
    name_key text NOT NULL,
    search_text text NOT NULL,
    PRIMARY KEY (shop_id, customer_id),
    UNIQUE (shop_id, email_key),
    FOREIGN KEY (shop_id) REFERENCES shops (shop_id)
);

CREATE INDEX customers_by_name ON customers (shop_id, name_key, customer_id) WHERE merged_into = '';
CREATE INDEX customers_merged ON customers (shop_id, merged_into, email_key) WHERE merged_into <> '';

-- Buyers of the orders that are there already, each as in the newest order of the address.
INSERT INTO customers (shop_id, customer_id, email, name, phone, company, vat_id, language, billing_address,
    shipping_address, version, created_at_ms, updated_at_ms, email_key, name_key, search_text)
SELECT o.shop_id, o.order_id, o.buyer_email, o.buyer_name, o.buyer_phone, o.buyer_company, o.buyer_vat_id, o.language,
    o.billing_address, o.shipping_address, 1, o.created_at_ms, o.created_at_ms, o.email_key,
    CASE WHEN o.buyer_key = '' THEN o.email_key ELSE o.buyer_key END, o.buyer_key || ' ' || o.email_key
FROM orders o
WHERE o.email_key <> '' AND NOT EXISTS (SELECT 1 FROM orders n WHERE n.shop_id = o.shop_id
    AND n.email_key = o.email_key AND (n.placed_at_ms, n.order_id) > (o.placed_at_ms, o.order_id));
