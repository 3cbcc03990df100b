-- Signing in: second factors, recovery codes, sign-ins that wait for their second step, where somebody is signed in,
-- and failed attempts. The rules are those of 0001; all of it belongs to operators, whom no shop owns.

ALTER TABLE sessions ADD COLUMN session_id text NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN last_seen_at_ms bigint NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN agent text NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN address text NOT NULL DEFAULT '';

-- Half of a digest of a random secret: it names the row and opens nothing.
UPDATE sessions SET session_id = substr(token_hash, 1, 32), last_seen_at_ms = created_at_ms;

-- since_ms is empty until a code has confirmed the key: until then nobody is asked for one.
CREATE TABLE second_factors (
    operator_id text NOT NULL PRIMARY KEY,
    sealed_key text NOT NULL,
    since_ms bigint,
    last_step bigint NOT NULL,
    failures bigint NOT NULL,
    failed_at_ms bigint NOT NULL
);

CREATE TABLE recovery_codes (
    operator_id text NOT NULL,
    code_hash text NOT NULL,
    used_at_ms bigint,
    PRIMARY KEY (operator_id, code_hash)
);

-- Whose password was right and whose code is awaited.
CREATE TABLE sign_in_steps (
    token_hash text NOT NULL PRIMARY KEY,
    operator_id text NOT NULL,
    failures bigint NOT NULL,
    expires_at_ms bigint NOT NULL
);

CREATE INDEX sign_in_steps_by_end ON sign_in_steps (expires_at_ms);
CREATE INDEX sign_in_steps_of_operator ON sign_in_steps (operator_id);

-- Wrong passwords of a time, under a keyed digest of what is counted: an address of the net, an account, a device.
CREATE TABLE sign_in_failures (
    failure_key text NOT NULL PRIMARY KEY,
    failures bigint NOT NULL,
    until_ms bigint NOT NULL
);

CREATE INDEX sign_in_failures_by_end ON sign_in_failures (until_ms);
