-- The first schema: shops, articles, and orders with all their facts. Mail, people and jobs follow in 0002.
-- Rules (docs/decisions, ARCHITECTURE.md): one dialect for SQLite and PostgreSQL; every table is keyed by shop_id, but
-- for the few small ones that are keyed by something unique in the whole program; ids are texts made by the program;
-- money is bigint in minor units, time bigint in UTC milliseconds, a flag 0 or 1; a text that holds JSON is opaque.
-- A statement ends with a semicolon at the end of its line.

CREATE TABLE shops (
    shop_id bigint NOT NULL PRIMARY KEY,
    handle text NOT NULL UNIQUE,
    name text NOT NULL,
    profile_id text NOT NULL,
    currency text NOT NULL,
    language text NOT NULL,
    timezone text NOT NULL,
    sandbox integer NOT NULL DEFAULT 0,
    legal_name text NOT NULL DEFAULT '',
    legal_address text NOT NULL DEFAULT '{}',
    vat_id text NOT NULL DEFAULT '',
    registration text NOT NULL DEFAULT '',
    bank_accounts text NOT NULL DEFAULT '[]',
    mail_sender_name text NOT NULL DEFAULT '',
    mail_sender_address text NOT NULL DEFAULT '',
    operator_addresses text NOT NULL DEFAULT '[]',
    settings text NOT NULL DEFAULT '{}',
    version bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    updated_at_ms bigint NOT NULL
);

CREATE TABLE number_ranges (
    shop_id bigint NOT NULL,
    series text NOT NULL,
    prefix text NOT NULL DEFAULT '',
    next_number bigint NOT NULL CHECK (next_number >= 1),
    width bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (shop_id, series)
);

CREATE TABLE articles (
    shop_id bigint NOT NULL,
    article_id text NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    price_minor bigint NOT NULL,
    tax_rate text NOT NULL,
    supplier text NOT NULL DEFAULT '',
    stock bigint,
    active integer NOT NULL DEFAULT 1,
    version bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    updated_at_ms bigint NOT NULL,
    search_text text NOT NULL,
    PRIMARY KEY (shop_id, article_id),
    UNIQUE (shop_id, sku)
);

-- One row an order. What the list shows stands first, then the other facts, then the keys made for sorting and finding.
-- stage to due_minor are projections: written beside the facts at every change and never read back as facts.
CREATE TABLE orders (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    number text NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    placed_at_ms bigint NOT NULL,
    updated_at_ms bigint NOT NULL,
    state text NOT NULL,
    stage text NOT NULL,
    summary text NOT NULL,
    payment_status text NOT NULL,
    worded_status text NOT NULL,
    step text NOT NULL,
    queue text NOT NULL,
    step_amount_minor bigint NOT NULL,
    step_until_ms bigint,
    quantity bigint NOT NULL,
    active bigint NOT NULL,
    total_minor bigint NOT NULL,
    owed_minor bigint NOT NULL,
    due_minor bigint NOT NULL,
    currency text NOT NULL,
    buyer_name text NOT NULL,
    buyer_email text NOT NULL,
    buyer_company text NOT NULL,
    city text NOT NULL,
    country text NOT NULL,
    payment_method text NOT NULL,
    promo_code text NOT NULL,
    channel text NOT NULL,
    external_id text NOT NULL,
    has_note integer NOT NULL,
    seen integer NOT NULL,
    imported integer NOT NULL,
    tags text NOT NULL,
    assignee text NOT NULL,
    revision bigint NOT NULL,
    draft integer NOT NULL,
    placed_by text NOT NULL,
    language text NOT NULL,
    prices_include_tax integer NOT NULL,
    created_at_ms bigint NOT NULL,
    abandoned_at_ms bigint,
    buyer_phone text NOT NULL,
    buyer_vat_id text NOT NULL,
    billing_address text NOT NULL,
    shipping_address text,
    ship_method text NOT NULL,
    ship_name text NOT NULL,
    ship_amount_minor bigint NOT NULL,
    ship_tax_rate_e4 bigint NOT NULL,
    ship_tax_minor bigint NOT NULL,
    ship_total_minor bigint NOT NULL,
    ship_pickup integer NOT NULL,
    ship_cancelled integer NOT NULL,
    discount_minor bigint NOT NULL,
    note text NOT NULL,
    notify_on_state integer NOT NULL,
    hand_mark text NOT NULL,
    flagged_for_review integer NOT NULL,
    event_count bigint NOT NULL,
    -- Which of the rarer tables hold rows of this order, so that reading it asks only those.
    parts integer NOT NULL,
    number_key text NOT NULL,
    buyer_key text NOT NULL,
    email_key text NOT NULL,
    PRIMARY KEY (shop_id, order_id),
    FOREIGN KEY (shop_id) REFERENCES shops (shop_id)
);

CREATE UNIQUE INDEX orders_number ON orders (shop_id, number) WHERE number <> '';
CREATE UNIQUE INDEX orders_external ON orders (shop_id, channel, external_id) WHERE external_id <> '';

-- The five sorts of the list.
CREATE INDEX orders_by_time ON orders (shop_id, placed_at_ms, order_id);
CREATE INDEX orders_by_number ON orders (shop_id, number_key, order_id);
CREATE INDEX orders_by_buyer ON orders (shop_id, buyer_key, order_id);
CREATE INDEX orders_by_total ON orders (shop_id, total_minor, order_id);
CREATE INDEX orders_by_change ON orders (shop_id, updated_at_ms, order_id);

-- Each filter that stands alone, newest first.
CREATE INDEX orders_by_state ON orders (shop_id, state, placed_at_ms, order_id);
CREATE INDEX orders_by_stage ON orders (shop_id, stage, placed_at_ms, order_id);
CREATE INDEX orders_by_summary ON orders (shop_id, summary, placed_at_ms, order_id);
CREATE INDEX orders_by_payment ON orders (shop_id, payment_status, placed_at_ms, order_id);
CREATE INDEX orders_by_method ON orders (shop_id, payment_method, placed_at_ms, order_id);
CREATE INDEX orders_by_channel ON orders (shop_id, channel, placed_at_ms, order_id);
CREATE INDEX orders_by_email ON orders (shop_id, email_key, placed_at_ms, order_id);
CREATE INDEX orders_by_queue ON orders (shop_id, queue, placed_at_ms, order_id) WHERE queue <> 'none';
CREATE INDEX orders_by_promo ON orders (shop_id, promo_code, placed_at_ms, order_id) WHERE promo_code <> '';
CREATE INDEX orders_by_token ON orders (shop_id, placed_by, placed_at_ms, order_id) WHERE placed_by <> '';
CREATE INDEX orders_unseen ON orders (shop_id, placed_at_ms, order_id) WHERE seen = 0;

-- What a search looks through: folded texts of the order, newest first by search_id. The index over the text belongs to
-- the engine, beside this file.
CREATE TABLE order_search (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    search_id bigint NOT NULL,
    search_text text NOT NULL,
    PRIMARY KEY (shop_id, order_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

-- first_of_sku and first_of_name mark one line of each, so that a filter by SKU or name meets an order once.
CREATE TABLE order_lines (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    line_id text NOT NULL,
    position integer NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    quantity bigint NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount_minor bigint NOT NULL,
    tax_rate_e4 bigint NOT NULL,
    tax_minor bigint NOT NULL,
    total_minor bigint NOT NULL,
    cancelled bigint NOT NULL,
    refunded bigint NOT NULL,
    shipped bigint NOT NULL,
    returned bigint NOT NULL,
    left_minor bigint NOT NULL,
    placed_at_ms bigint NOT NULL,
    name_key text NOT NULL,
    first_of_sku integer NOT NULL,
    first_of_name integer NOT NULL,
    PRIMARY KEY (shop_id, order_id, line_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE INDEX order_lines_by_sku ON order_lines (shop_id, sku, placed_at_ms, order_id) WHERE first_of_sku = 1;
CREATE INDEX order_lines_by_name ON order_lines (shop_id, name_key, placed_at_ms, order_id) WHERE first_of_name = 1;

CREATE TABLE order_units (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    unit_id text NOT NULL,
    line_id text NOT NULL,
    position integer NOT NULL,
    attendee_name text NOT NULL,
    attendee_email text NOT NULL,
    status text NOT NULL,
    access text NOT NULL,
    code text NOT NULL,
    value_minor bigint NOT NULL,
    tax_minor bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, unit_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE UNIQUE INDEX order_units_code ON order_units (shop_id, code) WHERE code <> '';

CREATE TABLE payments (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    payment_id text NOT NULL,
    position integer NOT NULL,
    method text NOT NULL,
    provider text NOT NULL,
    account text NOT NULL,
    reference text NOT NULL,
    amount_minor bigint NOT NULL,
    status text NOT NULL,
    source text NOT NULL,
    guarantee text NOT NULL,
    expires_at_ms bigint,
    created_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, payment_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE INDEX payments_by_reference ON payments (shop_id, provider, reference) WHERE provider <> '';

-- Appended, never edited.
CREATE TABLE ledger_entries (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    entry_id text NOT NULL,
    position integer NOT NULL,
    payment_id text NOT NULL,
    kind text NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
    source text NOT NULL,
    reference text NOT NULL,
    received_at_ms bigint NOT NULL,
    recorded_at_ms bigint NOT NULL,
    undecided integer NOT NULL,
    PRIMARY KEY (shop_id, order_id, entry_id),
    FOREIGN KEY (shop_id, order_id, payment_id) REFERENCES payments (shop_id, order_id, payment_id)
);

CREATE TABLE refunds (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    refund_id text NOT NULL,
    position integer NOT NULL,
    payment_id text NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
    execution text NOT NULL,
    status text NOT NULL,
    takes_units integer NOT NULL,
    reopens_due integer NOT NULL,
    created_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, refund_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE TABLE shipments (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    shipment_id text NOT NULL,
    position integer NOT NULL,
    created_at_ms bigint NOT NULL,
    carrier text NOT NULL,
    tracking_number text NOT NULL,
    tracking_url text NOT NULL,
    label_printed_at_ms bigint,
    handed_over_at_ms bigint,
    delivered_at_ms bigint,
    contents text NOT NULL,
    PRIMARY KEY (shop_id, order_id, shipment_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE TABLE documents (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    document_id text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    issued_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, document_id),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

-- The timeline: ids, codes and amounts. What a person wrote stands in event_words, where it can be erased.
CREATE TABLE order_events (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    sequence bigint NOT NULL,
    event_id text NOT NULL,
    at_ms bigint NOT NULL,
    type text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    note_is_internal integer NOT NULL,
    data text NOT NULL,
    PRIMARY KEY (shop_id, order_id, sequence),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE TABLE event_words (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    sequence bigint NOT NULL,
    note text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (shop_id, order_id, sequence),
    FOREIGN KEY (shop_id, order_id, sequence) REFERENCES order_events (shop_id, order_id, sequence)
);
