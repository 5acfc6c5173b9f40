CREATE TABLE ticket (
  id text PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  lang text NOT NULL,
  subject text NOT NULL,
  status text NOT NULL,
  priority text NOT NULL,
  -- The place of the priority, 0 for the most pressing: the order of the inbox.
  urgency smallint NOT NULL,
  channel text NOT NULL,
  problem text,
  service text,
  conversation text,
  email text,
  phone text,
  assignee text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  first_reply_due timestamptz,
  solve_due timestamptz,
  -- What is left of each while it stands still, in seconds of the time that counts.
  first_reply_left integer,
  solve_left integer,
  -- What was said of each: 0 nothing, 1 that it comes near, 2 that it has passed.
  first_reply_warned smallint NOT NULL,
  solve_warned smallint NOT NULL,
  -- When there is next something to say; far away when nothing runs.
  next_warning_at timestamptz NOT NULL,
  -- The earlier of both that runs; far away when none does, so that it can be ordered by.
  due_at timestamptz NOT NULL,
  first_replied_at timestamptz,
  solved_at timestamptz,
  outcome text,
  rating text,
  rating_comment text,
  suspicions text NOT NULL DEFAULT '',
  opening_key text UNIQUE,
  opening_body text,
  version integer NOT NULL,
  expires_at timestamptz NOT NULL
);

-- What opens a ticket for its reader, as hashes.
CREATE TABLE ticket_access (
  token_hash text PRIMARY KEY,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
CREATE INDEX ticket_access_ticket ON ticket_access (ticket);

CREATE TABLE ticket_message (
  id text PRIMARY KEY,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  kind text NOT NULL,
  author text,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  send_at timestamptz NOT NULL,
  -- Of the mail that brought it, or of the request.
  request_key text,
  request_body text,
  -- Taken back before it was sent; its words are gone then.
  withdrawn_at timestamptz,
  place bigint GENERATED ALWAYS AS IDENTITY,
  UNIQUE (ticket, request_key)
);
CREATE INDEX ticket_message_ticket ON ticket_message (ticket, place);

CREATE TABLE ticket_guide (
  message text NOT NULL REFERENCES ticket_message ON DELETE CASCADE,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  problem text NOT NULL,
  form text NOT NULL,
  solved boolean,
  PRIMARY KEY (message, problem)
);
CREATE INDEX ticket_guide_problem ON ticket_guide (problem);
CREATE INDEX ticket_guide_ticket ON ticket_guide (ticket);

CREATE TABLE ticket_event (
  id text PRIMARY KEY,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  verb text NOT NULL,
  detail jsonb NOT NULL,
  place bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX ticket_event_ticket ON ticket_event (ticket, place);

-- A file belongs to no ticket until a message takes it up.
CREATE TABLE attachment (
  id text PRIMARY KEY,
  ticket text REFERENCES ticket ON DELETE CASCADE,
  message text REFERENCES ticket_message ON DELETE CASCADE,
  name text NOT NULL,
  type text NOT NULL,
  bytes integer NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX attachment_ticket ON attachment (ticket);
CREATE INDEX attachment_message ON attachment (message);
CREATE INDEX attachment_unclaimed ON attachment (created_at) WHERE ticket IS NULL;

-- Apart from `attachment`, so that lists never read it.
CREATE TABLE attachment_content (
  attachment text PRIMARY KEY REFERENCES attachment ON DELETE CASCADE,
  content bytea NOT NULL
);

CREATE INDEX ticket_inbox ON ticket (status, urgency, due_at, id);
CREATE INDEX ticket_assignee ON ticket (assignee, status, urgency, due_at, id);
CREATE INDEX ticket_email ON ticket (lower(email));
CREATE INDEX ticket_expires_at ON ticket (expires_at);
CREATE INDEX ticket_next_warning_at ON ticket (next_warning_at);
