-- Which mail an agent gets, and in which language; without one in Indonesian, then in English.
ALTER TABLE agent ADD COLUMN lang text CHECK (lang IN ('id', 'en'));
ALTER TABLE agent ADD COLUMN deadline_mail boolean NOT NULL DEFAULT true;

-- The record of what was done is kept for so long and no longer.
CREATE INDEX agent_audit_at ON agent_audit (at);
