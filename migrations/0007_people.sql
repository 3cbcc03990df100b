-- A shop's own mail texts, invitations to its team, and when somebody was last there. The rules are those of 0001.

CREATE TABLE mail_templates (
    shop_id bigint NOT NULL,
    event text NOT NULL,
    language text NOT NULL,
    ticket_type text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    version bigint NOT NULL,
    changed_by text NOT NULL,
    changed_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, event, language, ticket_type)
);

-- Somebody asked to join who has no account yet; found by what the link shows.
CREATE TABLE invitations (
    shop_id bigint NOT NULL,
    invitation_id text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    email text NOT NULL,
    email_key text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    language text NOT NULL,
    invited_by text NOT NULL,
    created_at_ms bigint NOT NULL,
    expires_at_ms bigint NOT NULL,
    PRIMARY KEY (shop_id, invitation_id),
    UNIQUE (shop_id, email_key)
);

ALTER TABLE memberships ADD COLUMN since_ms bigint NOT NULL DEFAULT 0;

UPDATE memberships
SET since_ms = (SELECT o.created_at_ms FROM operators o WHERE o.operator_id = memberships.operator_id)
WHERE EXISTS (SELECT 1 FROM operators o WHERE o.operator_id = memberships.operator_id);

ALTER TABLE operators ADD COLUMN last_seen_at_ms bigint;

CREATE INDEX sessions_of_operator ON sessions (operator_id, expires_at_ms);
