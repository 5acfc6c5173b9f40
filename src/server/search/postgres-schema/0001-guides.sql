CREATE EXTENSION IF NOT EXISTS vector;

-- What lies in search_guide for each language: one build, whole.
CREATE TABLE search_index (
  lang text PRIMARY KEY,
  -- The build and the model that it came from.
  fingerprint text NOT NULL
);

CREATE TABLE search_guide (
  lang text NOT NULL,
  -- The number of the guide in the index files of that build.
  number int NOT NULL,
  sector text NOT NULL,
  -- A: title; B: description, asks, symptoms; C: steps. '@<sector>' stands for the sector.
  words tsvector NOT NULL,
  -- A vector of length 1; no model, no meaning. Indexed for the dimensions of the model in use.
  meaning halfvec,
  PRIMARY KEY (lang, number)
);

CREATE INDEX search_guide_words ON search_guide USING gin (words);
