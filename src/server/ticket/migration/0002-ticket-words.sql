-- What agents find a ticket by: the words of its subject, mailbox, reference and messages, each once, in the spelling
-- of `ticket-words.ts`. A ticket without a row is older than this table; the desk catches up while it runs.
CREATE TABLE ticket_words (
  ticket text PRIMARY KEY REFERENCES ticket ON DELETE CASCADE,
  words tsvector NOT NULL
);
-- Without a list of what is pending, which nobody would empty where there is no autovacuum.
CREATE INDEX ticket_words_words ON ticket_words USING gin (words) WITH (fastupdate = off);

-- One index for each order in which the inbox is read, so that a page costs the same whatever waits behind it.
DROP INDEX ticket_inbox;
DROP INDEX ticket_assignee;
CREATE INDEX ticket_pressing ON ticket (urgency, due_at, id) WHERE status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_assigned ON ticket (assignee, urgency, due_at, id) WHERE status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_waiting ON ticket (urgency, due_at, id) WHERE status = 'waiting';
CREATE INDEX ticket_latest ON ticket (status, coalesce(solved_at, created_at), id) WHERE status IN ('solved', 'held');
-- All that the numbers of the views are counted from.
CREATE INDEX ticket_counted ON ticket (status, assignee, due_at, expires_at);
