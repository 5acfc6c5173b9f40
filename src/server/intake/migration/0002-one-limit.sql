-- So much within so long, counted from the first; also for those who sign in.
DROP TABLE intake_limit;
CREATE TABLE intake_limit (
  key text PRIMARY KEY,
  used bigint NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX intake_limit_ends_at ON intake_limit (ends_at);
