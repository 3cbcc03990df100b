-- What stands around the orders: the outbox, operators and tokens, first answers, jobs. The rules are those of 0001.

-- The outbox. is_open is 1 while the worker has something to do: next_at_ms is then when, due or lease's end.
CREATE TABLE mails (
    shop_id bigint NOT NULL,
    mail_id text NOT NULL,
    order_id text NOT NULL,
    order_number text NOT NULL,
    event_sequence bigint NOT NULL,
    kind text NOT NULL,
    recipient text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    due_at_ms bigint NOT NULL,
    attempts bigint NOT NULL,
    last_reply text NOT NULL,
    created_at_ms bigint NOT NULL,
    sent_at_ms bigint,
    is_open integer NOT NULL,
    next_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, mail_id),
    UNIQUE (shop_id, order_id, event_sequence, kind, recipient),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

CREATE INDEX mails_due ON mails (next_at_ms, shop_id) WHERE is_open = 1;
CREATE INDEX mails_due_of_shop ON mails (shop_id, next_at_ms) WHERE is_open = 1;
CREATE INDEX mails_by_status ON mails (shop_id, status, mail_id);

-- A mail as it left, kept as proof.
CREATE TABLE mail_bytes (
    shop_id bigint NOT NULL,
    mail_id text NOT NULL,
    bytes text NOT NULL,
    PRIMARY KEY (shop_id, mail_id),
    FOREIGN KEY (shop_id, mail_id) REFERENCES mails (shop_id, mail_id)
);

-- Operators belong to the program, their memberships to shops.
CREATE TABLE operators (
    operator_id text NOT NULL PRIMARY KEY,
    email text NOT NULL,
    email_key text NOT NULL UNIQUE,
    name text NOT NULL,
    password_hash text NOT NULL,
    language text NOT NULL,
    is_admin integer NOT NULL,
    preferences text NOT NULL,
    created_at_ms bigint NOT NULL
);

CREATE TABLE memberships (
    shop_id bigint NOT NULL,
    operator_id text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (shop_id, operator_id)
);

CREATE INDEX memberships_of_operator ON memberships (operator_id, shop_id);

CREATE TABLE sessions (
    token_hash text NOT NULL PRIMARY KEY,
    operator_id text NOT NULL,
    csrf text NOT NULL,
    created_at_ms bigint NOT NULL,
    expires_at_ms bigint NOT NULL
);

CREATE INDEX sessions_by_end ON sessions (expires_at_ms);

-- Keyed by what a caller shows; the shop is what it opens, 0 for the whole platform.
CREATE TABLE tokens (
    token_hash text NOT NULL PRIMARY KEY,
    shop_id bigint NOT NULL,
    token_id text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    trusts_payment_claims integer NOT NULL,
    created_at_ms bigint NOT NULL,
    last_used_at_ms bigint,
    expires_at_ms bigint
);

CREATE INDEX tokens_of_shop ON tokens (shop_id, token_id);

CREATE TABLE idempotency_keys (
    shop_id bigint NOT NULL,
    caller text NOT NULL,
    route text NOT NULL,
    idempotency_key text NOT NULL,
    fingerprint text NOT NULL,
    status bigint NOT NULL,
    headers text NOT NULL,
    body text NOT NULL,
    created_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, caller, route, idempotency_key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at_ms);

CREATE TABLE jobs (
    shop_id bigint NOT NULL,
    job_id text NOT NULL,
    kind text NOT NULL,
    format text NOT NULL,
    name text NOT NULL,
    input_path text NOT NULL,
    params text NOT NULL,
    status text NOT NULL,
    done bigint NOT NULL,
    total bigint,
    counts text NOT NULL,
    failures text NOT NULL,
    rejects_path text NOT NULL,
    detail text NOT NULL,
    actor_name text NOT NULL,
    created_at_ms bigint NOT NULL,
    finished_at_ms bigint,
    is_open integer NOT NULL,
    next_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, job_id)
);

CREATE INDEX jobs_due ON jobs (next_at_ms, shop_id) WHERE is_open = 1;
