-- How a shop's mails look, whether it still writes to addresses whose mail came back, and tests of a mail's words. The
-- rules are those of 0001.

ALTER TABLE shops ADD COLUMN mail_color text NOT NULL DEFAULT '';
ALTER TABLE shops ADD COLUMN mail_logo_url text NOT NULL DEFAULT '';
ALTER TABLE shops ADD COLUMN mail_phone text NOT NULL DEFAULT '';
ALTER TABLE shops ADD COLUMN mail_website text NOT NULL DEFAULT '';
ALTER TABLE shops ADD COLUMN skips_returned integer NOT NULL DEFAULT 0;

-- Somebody says that an address is right again: what came back before says nothing of it any more.
ALTER TABLE bounces ADD COLUMN lifted_at_ms bigint;
ALTER TABLE bounces ADD COLUMN lifted_by text NOT NULL DEFAULT '';

-- A test of a mail's words goes through the outbox like other mail, to whoever asked for it. Its row is no happening of
-- the order that it shows: its event_sequence is below zero. The words it was asked with leave, saved or not, and
-- event_sequence here is the happening that it tells of; 0 is none.
ALTER TABLE mails ADD COLUMN is_test integer NOT NULL DEFAULT 0;
CREATE TABLE mail_tests (
    shop_id bigint NOT NULL,
    mail_id text NOT NULL,
    event_sequence bigint NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (shop_id, mail_id),
    FOREIGN KEY (shop_id, mail_id) REFERENCES mails (shop_id, mail_id)
);
