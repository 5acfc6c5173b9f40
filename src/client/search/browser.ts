export { takeCarriedWords } from './carried-words.ts';
export { holdsSecret } from './holds-secret.ts';
export { createAnnouncer } from './announcer.ts';
export { pageSearch } from './page-search.ts';
export { createSearchSession, type SearchSession } from './search-session.ts';
export { defineSearchBox } from './search-box.ts';
export { listenForShortcut } from './shortcut.ts';
