export { defineSearchBox } from './search-box.ts';
export { listenForShortcut } from './shortcut.ts';
