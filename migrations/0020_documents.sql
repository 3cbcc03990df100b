-- Documents as they were issued. The rules are those of 0001.

-- Numbers that start again each year, in the year of the shop's calendar in which the latest was taken.
ALTER TABLE number_ranges ADD COLUMN restarts_yearly integer NOT NULL DEFAULT 0;
ALTER TABLE number_ranges ADD COLUMN year bigint NOT NULL DEFAULT 0;

ALTER TABLE documents ADD COLUMN return_slip integer NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN made_for text NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN buyer_reference text NOT NULL DEFAULT '';

-- How the shop's papers look and what they say, and how its books are kept: texts that SQL never looks into.
ALTER TABLE shops ADD COLUMN papers text NOT NULL DEFAULT '';
ALTER TABLE shops ADD COLUMN books text NOT NULL DEFAULT '';

-- The register: a row is added with its document and never changed. digest covers the row and the digest before it.
-- content is the paper as JSON; it is emptied where the people on it are erased, and its digest stays.
CREATE TABLE issued_documents (
    shop_id bigint NOT NULL,
    kind text NOT NULL,
    position bigint NOT NULL CHECK (position >= 1),
    number text NOT NULL,
    number_value bigint NOT NULL,
    number_year bigint NOT NULL,
    order_id text NOT NULL,
    order_number text NOT NULL,
    document_id text NOT NULL,
    issued_at_ms bigint NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    tax_minor bigint NOT NULL,
    content text NOT NULL,
    content_digest text NOT NULL,
    previous_digest text NOT NULL,
    digest text NOT NULL,
    PRIMARY KEY (shop_id, kind, position),
    UNIQUE (shop_id, kind, number),
    UNIQUE (shop_id, document_id)
);

CREATE INDEX issued_documents_by_time ON issued_documents (shop_id, issued_at_ms, document_id);
CREATE INDEX issued_documents_of_kind ON issued_documents (shop_id, kind, issued_at_ms, document_id);
CREATE INDEX issued_documents_of_order ON issued_documents (shop_id, order_id);
CREATE INDEX issued_documents_by_number ON issued_documents (shop_id, number);

-- What was drawn of a document, the first time somebody wanted it. Base64: both engines keep texts.
CREATE TABLE document_files (
    shop_id bigint NOT NULL,
    document_id text NOT NULL,
    form text NOT NULL,
    bytes text NOT NULL,
    digest text NOT NULL,
    made_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, document_id, form)
);

-- Pictures on papers, by what they are: an old paper keeps its old logo.
CREATE TABLE shop_pictures (
    shop_id bigint NOT NULL,
    digest text NOT NULL,
    bytes text NOT NULL,
    PRIMARY KEY (shop_id, digest)
);

-- Ranges that somebody changed by hand: why numbers may jump.
CREATE TABLE number_range_moves (
    shop_id bigint NOT NULL,
    move_id text NOT NULL,
    series text NOT NULL,
    at_ms bigint NOT NULL,
    by_name text NOT NULL,
    prefix_before text NOT NULL,
    next_before bigint NOT NULL,
    prefix_after text NOT NULL,
    next_after bigint NOT NULL,
    PRIMARY KEY (shop_id, move_id)
);
