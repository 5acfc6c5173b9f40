-- Where a ticket stands on a desk elsewhere, and who hands it over just now.
CREATE TABLE connector_link (
  ticket text NOT NULL REFERENCES ticket ON DELETE CASCADE,
  connector text NOT NULL,
  remote_id text,
  remote_customer text,
  busy_until timestamptz NOT NULL,
  PRIMARY KEY (ticket, connector)
);
