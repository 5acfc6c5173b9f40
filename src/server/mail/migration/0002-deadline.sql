-- Deadlines that are to be told of, until they are collected into letters to agents.
CREATE TABLE deadline_notice (
  -- The event of the ticket that says so.
  event text PRIMARY KEY,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  deadline text NOT NULL
);
CREATE INDEX deadline_notice_ticket ON deadline_notice (ticket);

-- Which deadlines a letter to an agent tells of, until it is sent.
CREATE TABLE letter_deadline (
  letter text NOT NULL REFERENCES letter ON DELETE CASCADE,
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  deadline text NOT NULL,
  PRIMARY KEY (letter, ticket, deadline)
);
CREATE INDEX letter_deadline_ticket ON letter_deadline (ticket);
