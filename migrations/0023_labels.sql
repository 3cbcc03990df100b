-- Labels that are bought at a carrier. The rules are those of 0001.

-- A list: carrier, client, licence, product, size, sealed secret.
ALTER TABLE shops ADD COLUMN label_accounts text NOT NULL DEFAULT '[]';

ALTER TABLE shipments ADD COLUMN label_bought_at_ms bigint;

-- The label itself, base64; empty until one was bought. asked_at_ms is set while the carrier is asked, and 0 when
-- nobody knows what came of that.
CREATE TABLE parcel_labels (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    shipment_id text NOT NULL,
    bytes text NOT NULL,
    bought_at_ms bigint NOT NULL,
    asked_at_ms bigint,
    PRIMARY KEY (shop_id, order_id, shipment_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);
