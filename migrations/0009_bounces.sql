-- What came back: every report about a mail, and on the mail itself the newest that it did not arrive. The rules are
-- those of 0001.

ALTER TABLE mails ADD COLUMN bounce_cause text NOT NULL DEFAULT '';
ALTER TABLE mails ADD COLUMN bounce_code text NOT NULL DEFAULT '';
ALTER TABLE mails ADD COLUMN bounced_at_ms bigint;

-- For reports that do not name the mail: whoever wrote to this address last.
CREATE INDEX mails_by_recipient ON mails (shop_id, lower(recipient), mail_id);

-- report_key tells one report from another, so that the same one twice changes nothing.
CREATE TABLE bounces (
    shop_id bigint NOT NULL,
    bounce_id text NOT NULL,
    mail_id text NOT NULL,
    order_id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    verdict text NOT NULL,
    cause text NOT NULL,
    code text NOT NULL,
    words text NOT NULL,
    matched_by text NOT NULL,
    report_key text NOT NULL,
    reported_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, bounce_id),
    UNIQUE (shop_id, report_key),
    FOREIGN KEY (shop_id, mail_id) REFERENCES mails (shop_id, mail_id)
);

CREATE INDEX bounces_by_email ON bounces (shop_id, email_key, bounce_id);
CREATE INDEX bounces_by_mail ON bounces (shop_id, mail_id, bounce_id);
CREATE INDEX bounces_by_order ON bounces (shop_id, order_id);
