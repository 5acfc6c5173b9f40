-- What signs challenges and hashes mailboxes, shared by all processes.
CREATE TABLE intake_key (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- When each one who asks has all of a limit again.
CREATE TABLE intake_limit (
  key text PRIMARY KEY,
  full_at timestamptz NOT NULL
);
CREATE INDEX intake_limit_full_at ON intake_limit (full_at);

-- Proofs of work that were used, until they would not count any more.
CREATE TABLE intake_proof (
  nonce text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX intake_proof_expires_at ON intake_proof (expires_at);

-- The last code that was sent to a mailbox, both as hashes.
CREATE TABLE intake_code (
  mailbox text PRIMARY KEY,
  code text NOT NULL,
  tries smallint NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX intake_code_expires_at ON intake_code (expires_at);
