-- One row is one conversation. Of its reader it holds masked words and what they chose, until expires_at.
CREATE TABLE conversation (
  id text PRIMARY KEY,
  -- SHA-256 of the secret that opens it; the secret itself is kept nowhere.
  secret_hash text NOT NULL,
  lang text NOT NULL,
  -- As writeConversation writes it.
  conversation text NOT NULL,
  -- The number of turns.
  revision integer NOT NULL,
  -- Counts the changes: who changes it names the version that was read.
  version integer NOT NULL,
  state text NOT NULL,
  outcome text NOT NULL,
  notice text,
  -- Kind of personal data → how often it was masked.
  masked jsonb NOT NULL,
  -- The last requests with a key of their own, as hashes, so that none is carried out twice.
  requests jsonb NOT NULL,
  opening_key text UNIQUE,
  opening_body text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX conversation_expires_at ON conversation (expires_at);
