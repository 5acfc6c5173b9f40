-- Tokens spent on a language model: one row for each day, and one for each conversation.
CREATE TABLE language_model_spending (
  scope text NOT NULL CHECK (scope IN ('day', 'conversation')),
  name text NOT NULL,
  -- Promised to requests under way; what a process that died had promised stays here.
  held bigint NOT NULL DEFAULT 0,
  tokens_in bigint NOT NULL DEFAULT 0,
  tokens_out bigint NOT NULL DEFAULT 0,
  requests bigint NOT NULL DEFAULT 0,
  -- Requests whose tokens the server did not count.
  estimated bigint NOT NULL DEFAULT 0,
  changed timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, name)
);
