-- Tries are counted with every other limit, in intake_limit.
DROP TABLE agent_attempt;
