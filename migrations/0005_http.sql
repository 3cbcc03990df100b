-- What the routes of the order engine look for: the orders of a bulk job one by one, parcels by their own id, tags,
-- tasks and assignees. The rules are those of 0001.

-- One row an order of a job. It is settled in the unit of work of its own command, so that no order is done twice.
CREATE TABLE job_items (
    shop_id bigint NOT NULL,
    job_id text NOT NULL,
    position bigint NOT NULL,
    order_id text NOT NULL,
    status text NOT NULL,
    code text NOT NULL DEFAULT '',
    detail text NOT NULL DEFAULT '',
    PRIMARY KEY (shop_id, job_id, position)
);

CREATE INDEX job_items_by_status ON job_items (shop_id, job_id, status, position);

CREATE INDEX shipments_by_id ON shipments (shop_id, shipment_id);

-- A copy of the tags of each order, because lists filter by them; the order's own column stays what is read.
CREATE TABLE order_tags (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    tag text NOT NULL,
    placed_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, tag),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE INDEX order_tags_by_tag ON order_tags (shop_id, tag, placed_at_ms, order_id);

CREATE INDEX orders_by_task ON orders (shop_id, task, placed_at_ms, order_id) WHERE task <> 'none';
CREATE INDEX orders_by_assignee ON orders (shop_id, assignee, placed_at_ms, order_id) WHERE assignee <> '';
