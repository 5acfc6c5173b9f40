const WRITTEN_FOR_PEOPLE = new Set([
  'BuildFailedError',
  'ContentError',
  'DatabaseError',
  'EmbedderError',
  'EmbedderMismatchError',
  'EvaluationFileError',
  'LexiconError',
  'ListenError',
  'SearchIndexError',
  'SettingsError',
  'StaticModelError',
]);

/** What a command prints when it fails: the message alone where it says what to do, else the stack as well. */
export function explainFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return WRITTEN_FOR_PEOPLE.has(error.name) ? error.message : (error.stack ?? error.message);
}
