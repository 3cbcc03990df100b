-- What banks tell: files taken in, one row a transfer in them, and the numbers by which orders are found in the words
-- of a transfer. The rules are those of 0001.

CREATE TABLE bank_statements (
    shop_id bigint NOT NULL,
    statement_id text NOT NULL,
    name text NOT NULL,
    entries bigint NOT NULL,
    known bigint NOT NULL,
    uploaded_by text NOT NULL,
    created_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, statement_id)
);

-- identity and booking_key are digests: the same money has the same identity whichever file tells of it, and one line
-- of a statement has one booking_key, split into its transfers or not. shares says what is booked on which order.
CREATE TABLE bank_entries (
    shop_id bigint NOT NULL,
    entry_id text NOT NULL,
    statement_id text NOT NULL,
    identity text NOT NULL,
    booking_key text NOT NULL,
    is_part integer NOT NULL,
    account text NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
    currency text NOT NULL,
    is_credit integer NOT NULL,
    is_return integer NOT NULL,
    return_reason text NOT NULL,
    booked_on text NOT NULL,
    valued_on text NOT NULL,
    bank_reference text NOT NULL,
    end_to_end_id text NOT NULL,
    reference text NOT NULL,
    words text NOT NULL,
    other_name text NOT NULL,
    other_account text NOT NULL,
    status text NOT NULL,
    is_automatic integer NOT NULL,
    shares text NOT NULL,
    returns_id text NOT NULL,
    settled_at_ms bigint,
    settled_by text NOT NULL,
    note text NOT NULL,
    created_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, entry_id),
    UNIQUE (shop_id, identity)
);

CREATE INDEX bank_entries_by_status ON bank_entries (shop_id, status, entry_id);
CREATE INDEX bank_entries_by_booking ON bank_entries (shop_id, booking_key, entry_id);
CREATE INDEX bank_entries_booked ON bank_entries (shop_id, amount_minor, entry_id) WHERE status = 'booked';

-- Every number that an order is known by. digits are all of its digits without leading zeros, tail those behind the
-- last other sign.
CREATE TABLE order_numbers (
    shop_id bigint NOT NULL,
    order_id text NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    digits text NOT NULL,
    tail text NOT NULL,
    PRIMARY KEY (shop_id, order_id, kind, number),
    FOREIGN KEY (shop_id, order_id) REFERENCES orders (shop_id, order_id)
);

INSERT INTO order_numbers (shop_id, order_id, kind, number, digits, tail)
SELECT shop_id, order_id, 'order', number, upper(number),
    CASE WHEN rtrim(number, '0123456789') = '' THEN ''
    ELSE ltrim(substr(number, length(rtrim(number, '0123456789')) + 1), '0') END
FROM orders WHERE number <> '';
INSERT INTO order_numbers (shop_id, order_id, kind, number, digits, tail)
SELECT shop_id, order_id, 'external', external_id, upper(external_id),
    CASE WHEN rtrim(external_id, '0123456789') = '' THEN ''
    ELSE ltrim(substr(external_id, length(rtrim(external_id, '0123456789')) + 1), '0') END
FROM orders WHERE external_id <> '';
INSERT INTO order_numbers (shop_id, order_id, kind, number, digits, tail)
SELECT shop_id, order_id, 'document', number, upper(number),
    CASE WHEN rtrim(number, '0123456789') = '' THEN ''
    ELSE ltrim(substr(number, length(rtrim(number, '0123456789')) + 1), '0') END
FROM documents WHERE kind = 'invoice' AND draft = 0 AND number <> '';
-- Letters and signs go in several steps, because an expression may be nested only so deep.
UPDATE order_numbers SET digits =
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(digits, 'A', ''), 'B',
    ''), 'C', ''), 'D', ''), 'E', ''), 'F', ''), 'G', ''), 'H', ''), 'I', ''), 'J', ''), 'K', '');
UPDATE order_numbers SET digits =
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(digits, 'L', ''), 'M',
    ''), 'N', ''), 'O', ''), 'P', ''), 'Q', ''), 'R', ''), 'S', ''), 'T', ''), 'U', ''), 'V', '');
UPDATE order_numbers SET digits =
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(digits, 'W', ''), 'X', ''),
    'Y', ''), 'Z', ''), '-', ''), '/', ''), '.', ''), '_', ''), '#', ''), ' ', '');
UPDATE order_numbers SET digits = ltrim(digits, '0');

CREATE INDEX order_numbers_by_digits ON order_numbers (shop_id, digits, order_id) WHERE digits <> '';
CREATE INDEX order_numbers_by_tail ON order_numbers (shop_id, tail, order_id) WHERE tail <> '';
CREATE INDEX orders_by_due ON orders (shop_id, due_minor, order_id) WHERE due_minor > 0;
