/** How the index is made; MiniSearch wants the same when it is opened. */
export const MINISEARCH_OPTIONS = {
  fields: ['title', 'asks', 'description', 'symptoms', 'steps'],
  storeFields: ['title', 'description'],
};
