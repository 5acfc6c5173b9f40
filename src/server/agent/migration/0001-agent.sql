-- Those who answer readers, and how they sign in. The first five tables are written by better-auth.
CREATE TABLE agent (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL,
  image text,
  role text NOT NULL CHECK (role IN ('agent', 'lead', 'admin')),
  two_factor_enabled boolean,
  -- Set by the first sign-in or a password of their own: until then somebody is only invited.
  joined_at timestamptz,
  -- From then on nothing lets them in until they are invited again.
  dismissed_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE agent_session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id text NOT NULL REFERENCES agent (id) ON DELETE CASCADE,
  user_agent text,
  -- Always empty: the time and the browser are enough to know one's sessions by.
  ip_address text,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX agent_session_user_id ON agent_session (user_id);

CREATE TABLE agent_account (
  id text PRIMARY KEY,
  -- credential (a password) or oidc.
  provider_id text NOT NULL,
  account_id text NOT NULL,
  user_id text NOT NULL REFERENCES agent (id) ON DELETE CASCADE,
  -- scrypt, with its salt.
  password text,
  -- Of the provider; always empty, nothing is asked of it later.
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, account_id)
);
CREATE INDEX agent_account_user_id ON agent_account (user_id);

-- Sign-ins that wait for their second step.
CREATE TABLE agent_verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX agent_verification_identifier ON agent_verification (identifier);

CREATE TABLE agent_two_factor (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES agent (id) ON DELETE CASCADE,
  -- Both encrypted with the secret of agent_secret.
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
CREATE INDEX agent_two_factor_user_id ON agent_two_factor (user_id);

-- Signs the cookies of all processes over this database.
CREATE TABLE agent_secret (
  id integer PRIMARY KEY CHECK (id = 1),
  secret text NOT NULL
);

-- Links that let somebody choose a password, once.
CREATE TABLE agent_invitation (
  -- SHA-256 of the token; the token itself is kept nowhere.
  token_hash text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('first', 'invite', 'reset')),
  -- Whose; empty for the first admin, who says who they are.
  agent text REFERENCES agent (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX agent_invitation_agent ON agent_invitation (agent);

-- How often something was tried, by hashes of addresses and mailboxes.
CREATE TABLE agent_attempt (
  key text PRIMARY KEY,
  count integer NOT NULL,
  ends_at timestamptz NOT NULL
);

CREATE TABLE agent_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  -- Without a reference: what somebody did stays known when they are gone.
  agent text,
  action text NOT NULL,
  subject text,
  detail jsonb NOT NULL
);
