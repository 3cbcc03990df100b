-- What paid units open, what buyers ask for, and what came back. The rules are those of 0001.

ALTER TABLE order_lines ADD COLUMN exchanged bigint NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN access text NOT NULL DEFAULT 'none';
ALTER TABLE order_lines ADD COLUMN granted_at_ms bigint;
ALTER TABLE order_lines ADD COLUMN used_at_ms bigint;
ALTER TABLE order_units ADD COLUMN admitted_at_ms bigint;
ALTER TABLE order_units ADD COLUMN admitted_gate text NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN link_generation bigint NOT NULL DEFAULT 0;

-- Downloads of orders that were paid before there were any.
UPDATE order_lines SET access = 'granted', granted_at_ms = placed_at_ms
WHERE kind = 'digital' AND quantity > cancelled + refunded AND EXISTS (
    SELECT 1 FROM orders WHERE orders.shop_id = order_lines.shop_id AND orders.order_id = order_lines.order_id
        AND orders.payment_status IN ('paid', 'not_required', 'partially_refunded'));

-- Withdrawals, cancellations and returns. parts is a text that SQL never looks into; slip is what the barcode says.
CREATE TABLE buyer_requests (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    request_id text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    asked_at_ms bigint NOT NULL,
    answered_at_ms bigint,
    received_at_ms bigint,
    slip text NOT NULL,
    parts text NOT NULL,
    PRIMARY KEY (shop_id, order_id, request_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE UNIQUE INDEX buyer_requests_slip ON buyer_requests (shop_id, slip) WHERE slip <> '';

-- Codes of tickets that another person holds now.
CREATE TABLE former_codes (
    shop_id bigint NOT NULL,
    code text NOT NULL,
    order_id text NOT NULL,
    unit_id text NOT NULL,
    PRIMARY KEY (shop_id, code)
);

-- A ticket by itself, as links and the desk name it.
CREATE INDEX order_units_by_id ON order_units (shop_id, unit_id);

-- Files that an article's buyers fetch; their bytes lie in the data folder under their digest.
CREATE TABLE article_files (
    shop_id bigint NOT NULL,
    article_id text NOT NULL,
    file_id text NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size_bytes bigint NOT NULL,
    digest text NOT NULL,
    uploaded_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, article_id, file_id)
);

CREATE INDEX article_files_of_sku ON article_files (shop_id, sku);

-- Who fetched what and when. One row a fetch: what a browser goes on with later belongs to the same.
CREATE TABLE downloads (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    download_id text NOT NULL,
    line_id text NOT NULL,
    file_id text NOT NULL,
    file_name text NOT NULL,
    begun_at_ms bigint NOT NULL,
    latest_at_ms bigint NOT NULL,
    address text NOT NULL,
    agent text NOT NULL,
    PRIMARY KEY (shop_id, order_id, download_id)
);

-- No tickets for these addresses (W-44).
CREATE TABLE blocked_addresses (
    shop_id bigint NOT NULL,
    email_key text NOT NULL,
    email text NOT NULL,
    reason text NOT NULL,
    order_id text NOT NULL,
    order_number text NOT NULL,
    by_name text NOT NULL,
    blocked_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, email_key)
);

-- When and where what tickets admit to takes place.
ALTER TABLE articles ADD COLUMN starts_at_ms bigint;
ALTER TABLE articles ADD COLUMN venue text NOT NULL DEFAULT '';
