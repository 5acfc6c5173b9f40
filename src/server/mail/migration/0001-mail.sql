-- A letter of Pandu itself, until it is sent.
CREATE TABLE letter (
  id text PRIMARY KEY,
  kind text NOT NULL,
  ticket text REFERENCES ticket ON DELETE CASCADE,
  recipient text NOT NULL,
  lang text NOT NULL,
  -- The code or the link that it carries; '' when it carries none that is secret.
  secret text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX letter_recipient ON letter (lower(recipient));
CREATE INDEX letter_ticket ON letter (ticket);

-- What became of each message that goes out by mail.
CREATE TABLE mail_message (
  message text PRIMARY KEY,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  -- sending, sent, refused
  state text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX mail_message_ticket ON mail_message (ticket);

-- The Message-IDs of what readers sent by mail, so that their own programs keep the thread.
CREATE TABLE mail_received (
  message_id text PRIMARY KEY,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  at timestamptz NOT NULL
);
CREATE INDEX mail_received_ticket ON mail_received (ticket, at);

-- Which mails were taken, as hashes of their Message-IDs: none is taken twice.
CREATE TABLE mail_taken (
  id_hash text PRIMARY KEY,
  -- Makes the opening of its ticket repeatable; nobody outside can guess it.
  opening_key text NOT NULL,
  is_done boolean NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX mail_taken_at ON mail_taken (at);

-- How far each mailbox was read, and who reads it now.
CREATE TABLE mail_box (
  box text PRIMARY KEY,
  uid_validity text NOT NULL,
  last_uid bigint NOT NULL,
  read_at timestamptz NOT NULL,
  reader text NOT NULL,
  reader_until timestamptz NOT NULL
);
